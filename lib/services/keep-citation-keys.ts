import { assignCitationKeys } from '../core/citation-key';
import { setCitationKey } from '../core/library-entry';
import type { PaperkinDatabase } from '../store/database';
import { runRecording, type Writer } from '../store/operation';
import { toExchangePaper } from './paper-views';
import { getSettings } from './settings';

/**
 * Gives every saved paper a citation key that no other has, in the order of saving, and keeps it:
 * what a manuscript cites must not be called otherwise by the next export. Keys that papers have
 * stay. No operation of the user's, so nothing to undo.
 */
export async function keepCitationKeys(writer: Writer): Promise<void> {
  if (await haveAllKeys(writer.db)) return;
  await runRecording(writer, async (operation) => {
    const { db } = operation;
    const unnamed = await db.library.filter(({ citationKey }) => !citationKey).toArray();
    const papers = await db.papers.bulkGet(unnamed.map(({ id }) => id));
    const found = unnamed.flatMap((entry, i) => {
      const paper = papers[i];
      return paper ? [{ entry, paper }] : [];
    });
    const taken = await db.library.orderBy('citationKey').keys();
    const { keyTemplate: template } = await getSettings(db);
    const keys = assignCitationKeys(found.map(toExchangePaper), {
      template,
      taken: taken.map(String),
    });
    const stamp = operation.stamp();
    await operation.putEntries(
      found.map(({ entry, paper }, i) => ({
        before: entry,
        after: setCitationKey(entry, keys[i], stamp),
        paper,
      })),
    );
  });
}

/** The index holds the entries that have a key, so that counting tells without reading any. */
async function haveAllKeys(db: PaperkinDatabase): Promise<boolean> {
  const named = await db.library.orderBy('citationKey').count();
  return named === (await db.library.count());
}
