import type { LibraryCounts } from '../core/library-query';
import { NO_COUNTS } from '../core/library-query';
import type { Finding } from '../messages/payloads';
import type { PaperkinDatabase } from '../store/database';
import { runRecording, type Writer } from '../store/operation';

/** Holds the tables against what must always be true of them. Reads everything: seconds at 100,000. */
export async function checkLibrary(db: PaperkinDatabase): Promise<Finding[]> {
  return db.transaction('r', db.tables, async () => {
    const papers = new Map((await db.papers.toArray()).map((paper) => [paper.id, paper]));
    const aliases = new Map((await db.aliases.toArray()).map((one) => [one.key, one.paperId]));
    const entries = await db.library.toArray();
    const findings: Finding[] = [];
    for (const { id } of entries) {
      if (!papers.has(id)) findings.push({ kind: 'entry-without-paper', id });
    }
    for (const [key, paperId] of aliases) {
      if (!papers.has(paperId)) findings.push({ kind: 'alias-without-paper', id: key });
    }
    for (const { id, ids } of papers.values()) {
      if (ids.some((key) => aliases.get(key) !== id))
        findings.push({ kind: 'id-without-alias', id });
    }
    const counts = countAll(entries, papers.size);
    const kept = (await db.meta.get('writer'))?.value as { counters: LibraryCounts } | undefined;
    const isCounted = JSON.stringify(kept?.counters ?? NO_COUNTS) === JSON.stringify(counts);
    return isCounted ? findings : [...findings, { kind: 'counts', id: '' } as const];
  });
}

/**
 * Mends what checkLibrary finds. Never takes away what the user wrote: an entry without its paper
 * gets an empty one under its id.
 */
export async function repairLibrary(writer: Writer): Promise<void> {
  const findings = await checkLibrary(writer.db);
  await runRecording(writer, async (operation) => {
    const { db } = operation;
    const atMs = operation.now();
    for (const { kind, id } of findings) {
      if (id === '') continue;
      if (kind === 'alias-without-paper') await db.aliases.delete(id);
      if (kind === 'entry-without-paper') {
        await db.papers.put({
          id,
          ids: [id],
          title: '',
          authors: [],
          provenance: {},
          rev: operation.nextRev(),
          firstSeenAtMs: atMs,
          firstSeenOn: '',
          seenAgain: true,
        });
        await db.aliases.put({ key: id, paperId: id });
      }
      if (kind === 'id-without-alias') {
        const paper = await db.papers.get(id);
        const free = (await db.aliases.bulkGet([...(paper?.ids ?? [])])).map((alias) => !alias);
        const missing = (paper?.ids ?? []).filter((_, i) => free[i]);
        await db.aliases.bulkPut(missing.map((key) => ({ key, paperId: id })));
      }
    }
    operation.setCounts(countAll(await db.library.toArray(), await db.papers.count()));
  });
}

function countAll(
  entries: readonly { status: keyof LibraryCounts; starred: boolean }[],
  papers: number,
): LibraryCounts {
  const counts = { ...NO_COUNTS, seen: papers - entries.length };
  for (const { status, starred } of entries) {
    counts[status] += 1;
    if (starred) counts.starred += 1;
  }
  return counts;
}
