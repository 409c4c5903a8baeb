import type { PaperKey } from '../../lib/core/paper';

export function toggled(selected: ReadonlySet<PaperKey>, key: PaperKey): ReadonlySet<PaperKey> {
  const next = new Set(selected);
  if (!next.delete(key)) next.add(key);
  return next;
}

/** Adds all keys between two places, both included, whichever comes first. */
export function selectRange(
  selected: ReadonlySet<PaperKey>,
  keys: readonly PaperKey[],
  from: number,
  to: number,
): ReadonlySet<PaperKey> {
  return new Set([...selected, ...keys.slice(Math.min(from, to), Math.max(from, to) + 1)]);
}
