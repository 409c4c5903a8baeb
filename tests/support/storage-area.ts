import type { StorageArea } from '../../lib/store/second-copy';

/** `browser.storage.local` in memory; what goes in comes out as JSON would give it back. */
export function fakeStorageArea(items = new Map<string, string>()): StorageArea & {
  readonly items: Map<string, string>;
} {
  return {
    items,
    get: async (keys) => {
      const found = [keys].flat().filter((key) => items.has(key));
      return Object.fromEntries(found.map((key) => [key, JSON.parse(items.get(key) ?? 'null')]));
    },
    set: async (changed) => {
      for (const [key, value] of Object.entries(changed)) items.set(key, JSON.stringify(value));
    },
    remove: async (keys) => {
      for (const key of keys) items.delete(key);
    },
  };
}
