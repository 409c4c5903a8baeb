import type { LookupDocument } from '../lookup/slot';
import type { FoundPaper } from '../store/paper-repository';
import { stateOf } from './paper-views';

export function toLookupDocument(found: FoundPaper): LookupDocument {
  const { id, ids, seenAgain, firstSeenAtMs, firstSeenOn } = found.paper;
  return { id, ids, state: stateOf(found), seenAgain, firstSeenAtMs, firstSeenOn };
}
