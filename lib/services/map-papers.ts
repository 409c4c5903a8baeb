import { toBase64 } from '../core/base64';
import type { PaperKey } from '../core/paper';
import type { MappedPaper, MapVectors } from '../messages/payloads';
import { storedVectors } from '../related/stored-vectors';
import type { PaperRepository } from '../store/paper-repository';
import { stateOf } from './paper-views';

/** @param segments those of the index over saved papers */
export function mapVectors(
  ids: readonly PaperKey[],
  segments: ReadonlyMap<string, ArrayBuffer>,
): MapVectors {
  const { dimensions, values } = storedVectors(segments, ids);
  return { ids, dimensions, values: toBase64(new Uint8Array(values.buffer)) };
}

export async function mappedPapers(repository: PaperRepository): Promise<MappedPaper[]> {
  const entries = await repository.allEntries();
  return entries.map((entry) => ({
    id: entry.id,
    sortTitle: entry.sortTitle,
    state: stateOf({ entry }),
    lists: entry.lists,
  }));
}
