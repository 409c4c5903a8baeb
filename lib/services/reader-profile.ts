import type { Interest, Profile } from '../related/profile';
import { interestWeight } from '../related/profile';
import type { RelatedIndex } from '../related/related-index';
import type { PaperRepository } from '../store/paper-repository';
import { toRelatedDocument } from './to-related-document';

/** The last so many say what someone reads now. */
const SAVED = 1_000;
const DISMISSED = 200;

/** What the user reads, learnt from what they saved, read, starred and dismissed; null from nothing. */
export async function readerProfile(
  repository: PaperRepository,
  saved: RelatedIndex,
): Promise<Profile | null> {
  const entries = await repository.lastAdded(SAVED);
  if (entries.length === 0) return null;
  const liked = entries.map(
    (entry): Interest => ({
      paper: entry.id,
      weight: interestWeight({ status: entry.status, starred: entry.starred }),
    }),
  );
  const dismissed = (await repository.lastDismissed(DISMISSED)).map(
    (paper): Interest => ({
      paper: toRelatedDocument(paper.id, paper.ids, paper),
      weight: interestWeight({ dismissed: true }),
    }),
  );
  return saved.profile([...liked, ...dismissed]);
}
