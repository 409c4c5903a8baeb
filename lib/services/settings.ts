import { DEFAULT_SETTINGS, type Settings } from '../core/settings';
import type { PaperkinDatabase } from '../store/database';
import { type OperationResult, runOperation, type Writer } from '../store/operation';

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

/** Settings of a backup, in the group of its import. */
export function importSettings(
  writer: Writer,
  request: { opId: string; groupId: string; settings: Partial<Settings> },
): Promise<OperationResult> {
  const { opId, groupId, settings } = request;
  return runOperation(writer, { opId, kind: 'import', groupId }, async (operation) => {
    const before = await getSettings(operation.db);
    await operation.putSettings(before, { ...before, ...settings });
    return [];
  });
}
