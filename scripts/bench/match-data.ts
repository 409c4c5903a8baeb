import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import type { PaperKey } from '../../lib/core/paper';

/** The same-paper sets of a data folder: `dedupe.<set>.store.jsonl.gz` and `….queries.jsonl.gz`. */

export interface StoredPaper {
  readonly id: PaperKey;
  readonly title: string;
  readonly authors?: readonly string[];
  readonly year?: number;
}

export interface MatchQuery {
  readonly record: Omit<StoredPaper, 'id'>;
  /** The stored paper that the record is; null where it is not stored. */
  readonly gold: string | null;
  /** Other stored records of the same work. */
  readonly also?: readonly string[];
  readonly noise: string;
}

export interface MatchSet {
  readonly name: string;
  readonly store: readonly StoredPaper[];
  readonly queries: readonly MatchQuery[];
}

export function readMatchSets(folder: string): MatchSet[] {
  const names = readdirSync(folder).flatMap(
    (file) => /^dedupe\.(\w+)\.store/.exec(file)?.[1] ?? [],
  );
  return names.map((name) => ({
    name,
    store: readLines<StoredPaper>(join(folder, `dedupe.${name}.store.jsonl.gz`)),
    queries: readLines<MatchQuery>(join(folder, `dedupe.${name}.queries.jsonl.gz`)),
  }));
}

function readLines<T>(file: string): T[] {
  const lines = gunzipSync(readFileSync(file)).toString('utf8').split('\n');
  return lines.filter((line) => line !== '').map((line) => JSON.parse(line));
}

export function isRight(query: MatchQuery, id: string): boolean {
  return id === query.gold || (query.also?.includes(id) ?? false);
}
