import { isRecency } from './recency';
import { DEFAULT_SETTINGS, type Settings } from './settings';

/** Names longer than this come from no backup of ours. */
const LONGEST_NAME = 200;
const LONGEST_KEY = 20;

/** Settings of one value. */
const SWITCHES = ['showRelated', 'showInPages'] as const;
type Single = 'seenLimit' | 'keyTemplate' | 'recency' | (typeof SWITCHES)[number];

/**
 * What a backup's settings change here. What the user has set on this machine stays, as with
 * papers: lists, searches, quiet sites and keys of the file are added, and a switch is taken from
 * it only where ours still stands as it came. What cannot be read is left out; never throws.
 */
export function restoreSettings(
  mine: Settings,
  lists: readonly string[],
  file: Readonly<Record<string, unknown>>,
): Partial<Settings> {
  const { seenLimit, keyTemplate, recency } = file;
  const isUntouched = (name: Single) => mine[name] === DEFAULT_SETTINGS[name];
  return {
    lists: unite(mine.lists, names([...lists, ...toArray(file.lists)])),
    searches: uniteSearches(mine.searches, toArray(file.searches).flatMap(toSearch)),
    quietHosts: unite(mine.quietHosts, names(toArray(file.quietHosts))),
    keys: { ...toKeys(file.keys), ...mine.keys },
    ...(isUntouched('seenLimit') && isLimit(seenLimit) && { seenLimit }),
    ...(isUntouched('keyTemplate') && isName(keyTemplate) && { keyTemplate }),
    ...Object.fromEntries(
      SWITCHES.filter((name) => isUntouched(name) && typeof file[name] === 'boolean').map(
        (name) => [name, file[name]],
      ),
    ),
    ...(isUntouched('recency') && isRecency(recency) && { recency }),
  };
}

/** What `restoreSettings` changed is as before; what was changed since stays as it is. */
export function takeBackSettings(now: Settings, before: Settings, after: Settings): Settings {
  const keys = Object.entries(now.keys).filter(
    ([command, key]) => command in before.keys || after.keys[command] !== key,
  );
  const isAsSet = (name: Single) => now[name] === after[name];
  return {
    lists: without(now.lists, before.lists, after.lists),
    quietHosts: without(now.quietHosts, before.quietHosts, after.quietHosts),
    searches: now.searches.filter(
      (search) => isAmong(search, before.searches) || !isAmong(search, after.searches),
    ),
    keys: Object.fromEntries(keys),
    seenLimit: isAsSet('seenLimit') ? before.seenLimit : now.seenLimit,
    showRelated: isAsSet('showRelated') ? before.showRelated : now.showRelated,
    showInPages: isAsSet('showInPages') ? before.showInPages : now.showInPages,
    // How the table looks is this machine's own.
    libraryLook: now.libraryLook,
    libraryColumns: now.libraryColumns,
    recency: isAsSet('recency') ? before.recency : now.recency,
    keyTemplate: isAsSet('keyTemplate') ? before.keyTemplate : now.keyTemplate,
  };
}

function without(now: readonly string[], before: readonly string[], after: readonly string[]) {
  return now.filter((name) => before.includes(name) || !after.includes(name));
}

function isAmong({ name, query }: Search, searches: readonly Search[]): boolean {
  return searches.some((other) => other.name === name && other.query === query);
}

type Search = Settings['searches'][number];

function toArray(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

function names(values: readonly unknown[]): string[] {
  return values.filter(isName);
}

function isName(value: unknown): value is string {
  return typeof value === 'string' && value.trim() !== '' && value.length <= LONGEST_NAME;
}

function isLimit(value: unknown): value is number {
  return Number.isInteger(value) && Number(value) >= 0 && Number(value) <= 100_000;
}

function toSearch(value: unknown): Search[] {
  if (typeof value !== 'object' || value === null) return [];
  const { name, query } = value as Partial<Record<keyof Search, unknown>>;
  return isName(name) && isName(query) ? [{ name, query }] : [];
}

function toKeys(value: unknown): Record<string, string> {
  if (typeof value !== 'object' || value === null) return {};
  const pairs = Object.entries(value).filter(
    ([command, key]) => isName(key) && Math.max(key.length, command.length) <= LONGEST_KEY,
  );
  return Object.fromEntries(pairs) as Record<string, string>;
}

function unite(all: readonly string[], more: readonly string[]): string[] {
  return [...new Set([...all, ...more])];
}

/** Of two searches of one name ours stays. */
function uniteSearches(all: readonly Search[], more: readonly Search[]): Search[] {
  const taken = new Set(all.map(({ name }) => name));
  return [...all, ...more.filter(({ name }) => !taken.has(name))];
}
