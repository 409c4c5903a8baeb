import { toBase64 } from '../core/base64';
import type { PaperKey } from '../core/paper';
import { toReadableText } from '../core/readable-text';
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

export async function mappedPapers(
  ids: readonly PaperKey[],
  repository: PaperRepository,
): Promise<MappedPaper[]> {
  const found = (await repository.get(ids)).filter((one) => one !== undefined);
  return found.map((one) => ({
    id: one.paper.id,
    title: toReadableText(one.paper.title) || one.paper.id,
    state: stateOf(one),
    lists: one.entry?.lists ?? [],
  }));
}
