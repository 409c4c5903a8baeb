import { readdirSync, readFileSync } from 'node:fs';
import { IDBFactory } from 'fake-indexeddb';
import { expect, it } from 'vitest';
import { checkLibrary } from '../../../lib/services/check-library';
import { savePapers } from '../../../lib/services/save-papers';
import { undoOperation } from '../../../lib/services/undo-operation';
import { testLibrary } from '../../support/database';
import { key, makeCandidate } from '../../support/papers';

/** A database as some version of Paperkin left it: its stores, their indexes, and all rows. */
interface PastDatabase {
  readonly version: number;
  readonly stores: readonly {
    readonly name: string;
    readonly keyPath: string | string[];
    readonly indexes: readonly {
      readonly name: string;
      readonly keyPath: string | string[];
      readonly unique: boolean;
      readonly multiEntry: boolean;
    }[];
    readonly rows: readonly object[];
  }[];
}

const FOLDER = 'tests/fixtures/schema';

function readPast(file: string): PastDatabase {
  return JSON.parse(readFileSync(`${FOLDER}/${file}`, 'utf8'));
}

function openPast({ version, stores }: PastDatabase): Promise<IDBFactory> {
  const factory = new IDBFactory();
  return new Promise((resolve, reject) => {
    const request = factory.open('paperkin', version);
    request.onerror = () => reject(request.error);
    request.onupgradeneeded = () => {
      for (const { name, keyPath, indexes, rows } of stores) {
        const store = request.result.createObjectStore(name, { keyPath });
        for (const index of indexes) store.createIndex(index.name, index.keyPath, index);
        for (const row of rows) store.put(row);
      }
    };
    request.onsuccess = () => {
      request.result.close();
      resolve(factory);
    };
  });
}

it('there is a fixture of every version of the schema', () => {
  const { verno } = testLibrary().writer.db;
  const versions = Array.from({ length: verno }, (_, i) => `version-${i + 1}.json`);
  expect(readdirSync(FOLDER).sort()).toEqual(versions);
});

it.each(readdirSync(FOLDER))(
  'a library left by %s opens, whole, and is gone on with',
  async (file) => {
    const past = readPast(file);
    const { writer, repository } = testLibrary(await openPast(past));
    for (const { name, rows } of past.stores) {
      if (file === `version-${writer.db.verno}.json`) {
        expect(await writer.db.table(name).toArray(), name).toEqual(rows);
      }
    }
    expect(await checkLibrary(writer.db)).toEqual([]);
    const [found] = await repository.find([key('arxiv:3101.00001')]);
    expect(found?.entry).toMatchObject({ note: 'Schön, 好', tags: ['a'], status: 'read' });
    const [merged] = await repository.find([key('arxiv:3101.00004')]);
    expect(merged?.paper.id).toBe('arxiv:3101.00002');

    await savePapers(writer, { opId: 'operation-new', candidates: [makeCandidate()] });
    await undoOperation(writer, { opId: 'operation-undo', undoOf: 'op-3' });
    expect(await writer.db.bin.count()).toBe(0);
    expect(await checkLibrary(writer.db)).toEqual([]);
  },
);
