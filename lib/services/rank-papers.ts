import type { PaperCandidate, PaperKey } from '../core/paper';
import type { RankedKey } from '../messages/payloads';
import { readerProfile } from './reader-profile';
import { type RelateOptions, toDocuments } from './relate';
import { mapInSlices } from './slices';

/**
 * How much each paper of a listing is to the reader's liking, by all they saved, read, starred and
 * dismissed; in no order. None while nothing is saved.
 */
export async function rankPapers(
  candidates: readonly PaperCandidate[],
  options: RelateOptions,
): Promise<RankedKey[]> {
  const { repository, saved } = options;
  const profile = await readerProfile(repository, saved);
  if (!profile) return [];
  const documents = await toDocuments(candidates, repository);
  const placed = await mapInSlices(documents, (document) => saved.place(document), options);
  const scores = new Map<PaperKey, number>();
  for (const { id, score } of saved.rank(profile, placed)) scores.set(id, score);
  return candidates.flatMap(({ key }, i) => {
    const score = scores.get(documents[i]?.id ?? key);
    return score === undefined ? [] : [{ key, score }];
  });
}
