import type { PaperKey } from '../core/paper';
import { findDuplicates } from '../match/find-duplicates';
import { CANDIDATES } from '../match/find-same';
import type { TitleIndex } from '../match/title-index';
import type { PaperkinDatabase } from '../store/database';
import type { FoundPaper, PaperRepository } from '../store/paper-repository';
import { toRecord } from './match-papers';

/** Under which the pairs stand in `meta`. */
const APART = 'not-the-same';
/** More than anybody ever says; the oldest are asked about again. */
const MOST_PAIRS = 5_000;

/** Saved papers that a stored paper may double, the surest first; never one that was said not to. */
export async function possibleDuplicates(
  id: PaperKey,
  titles: TitleIndex,
  repository: PaperRepository,
): Promise<FoundPaper[]> {
  const [own] = await repository.get([id]);
  if (!own || own.paper.title === '') return [];
  // One more, since the paper itself is the first of them.
  const likely = titles.candidates(own.paper.title, CANDIDATES + 1);
  const apart = new Set(await pairsApart(repository.db));
  const others = (await repository.get(likely.filter((other) => other !== id))).filter(
    (one): one is FoundPaper => one !== undefined && !apart.has(pairOf(id, one.paper.id)),
  );
  const foundOf = new Map(others.map((found) => [found.paper.id, found]));
  return findDuplicates(toStored(own), others.map(toStored)).flatMap(
    (match) => foundOf.get(match.id) ?? [],
  );
}

/** The user says that two papers are two; they are not offered for merging again. */
export function rememberNotSame(db: PaperkinDatabase, a: PaperKey, b: PaperKey): Promise<void> {
  return db.transaction('rw', db.meta, async () => {
    const pairs = await pairsApart(db);
    const value = [...new Set([...pairs, pairOf(a, b)])].slice(-MOST_PAIRS);
    await db.meta.put({ name: APART, value });
  });
}

async function pairsApart(db: PaperkinDatabase): Promise<readonly string[]> {
  const row = await db.meta.get(APART);
  return (row?.value as readonly string[] | undefined) ?? [];
}

/** Keys hold no line breaks. */
function pairOf(a: PaperKey, b: PaperKey): string {
  return [a, b].sort().join('\n');
}

function toStored({ paper }: FoundPaper) {
  return { id: paper.id, ...toRecord(paper.ids, paper) };
}
