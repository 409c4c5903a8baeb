import { IDBFactory } from 'fake-indexeddb';
import { describe, expect, it } from 'vitest';
import { savePapers } from '../../../lib/services/save-papers';
import { dumpDatabase } from '../../../lib/store/dump-database';
import { testLibrary } from '../../support/database';
import { makeCandidate } from '../../support/papers';

async function dump(factory: IDBFactory, name: string) {
  const lines: { store?: string; row?: unknown; version?: number }[] = [];
  for await (const line of dumpDatabase(factory, name)) lines.push(JSON.parse(line));
  return lines;
}

describe('saving what can be read of a library that does not open', () => {
  it('R-12: reads a library of a newer version, and nobody writes to it', async () => {
    const factory = new IDBFactory();
    const { writer } = testLibrary(factory);
    const candidate = makeCandidate();
    await savePapers(writer, { opId: 'operation-1', candidates: [candidate] });
    writer.db.close();
    await new Promise<void>((resolve) => {
      const newer = factory.open('paperkin', 9999);
      newer.onsuccess = () => {
        newer.result.close();
        resolve();
      };
    });
    const older = testLibrary(factory);
    await expect(
      savePapers(older.writer, { opId: 'operation-2', candidates: [makeCandidate()] }),
    ).rejects.toMatchObject({ code: 'storage-newer' });
    expect((await older.repository.find([candidate.key]))[0]?.entry?.status).toBe('unread');
    older.writer.db.close();
    const lines = await dump(factory, 'paperkin');
    expect(lines[0]).toMatchObject({ version: 9999 });
    expect(lines.filter(({ store }) => store === 'library')).toMatchObject([
      { row: { id: candidate.key, status: 'unread' } },
    ]);
  });
});
