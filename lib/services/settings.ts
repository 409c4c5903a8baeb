import { DEFAULT_SETTINGS, type Settings } from '../core/settings';
import type { PaperkinDatabase } from '../store/database';
import type { PaperReader } from '../store/stored-reader';

export async function getSettings(db: PaperkinDatabase): Promise<Settings> {
  return toSettings((await db.meta.get('settings'))?.value);
}

/** The same without Dexie. */
export async function readSettings(reader: Pick<PaperReader, 'meta'>): Promise<Settings> {
  return toSettings(await reader.meta('settings'));
}

export function changeSettings(db: PaperkinDatabase, change: Partial<Settings>): Promise<Settings> {
  return db.transaction('rw', db.meta, async () => {
    const settings = { ...(await getSettings(db)), ...change };
    await db.meta.put({ name: 'settings', value: settings });
    return settings;
  });
}

function toSettings(kept: unknown): Settings {
  return { ...DEFAULT_SETTINGS, ...(kept as Partial<Settings> | undefined) };
}
