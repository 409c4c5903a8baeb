import { toReadableText } from '../core/readable-text';
import { type CountedPaper, countLibrary, type LibraryStatistics } from '../core/statistics';
import type { FoundPaper, PaperRepository } from '../store/paper-repository';

/** Papers read at a time; what is counted of them is all that stays in memory. */
const BATCH = 500;

/** The whole library counted: weeks, what waits longest, topics over time. */
export async function libraryStatistics(
  repository: PaperRepository,
  nowMs: number,
): Promise<LibraryStatistics> {
  const ids = await repository.allIds();
  const counted: CountedPaper[] = [];
  for (let start = 0; start < ids.length; start += BATCH) {
    const found = await repository.get(ids.slice(start, start + BATCH));
    counted.push(...found.flatMap((one) => (one ? toCounted(one) : [])));
  }
  return countLibrary(counted, nowMs);
}

function toCounted({ paper, entry }: FoundPaper): CountedPaper[] {
  if (!entry) return [];
  const { addedAtMs, readAtMs, status, tags } = entry;
  return [
    {
      id: paper.id,
      title: toReadableText(paper.title),
      addedAtMs,
      ...(readAtMs !== undefined && { readAtMs }),
      isUnread: status === 'unread',
      topics: [...tags, ...(paper.categories ?? [])],
    },
  ];
}
