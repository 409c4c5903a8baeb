import { DEFAULT_SETTINGS, type Settings } from '../core/settings';
import type { PaperkinDatabase } from '../store/database';

export async function getSettings(db: PaperkinDatabase): Promise<Settings> {
  const row = await db.meta.get('settings');
  return { ...DEFAULT_SETTINGS, ...(row?.value as Partial<Settings> | undefined) };
}

export function changeSettings(db: PaperkinDatabase, change: Partial<Settings>): Promise<Settings> {
  return db.transaction('rw', db.meta, async () => {
    const settings = { ...(await getSettings(db)), ...change };
    await db.meta.put({ name: 'settings', value: settings });
    return settings;
  });
}
