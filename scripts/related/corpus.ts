import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import type { PaperKey } from '../../lib/core/paper';
import type { RelatedDocument } from '../../lib/related/related-index';

/**
 * Papers of a file, or of all files in a folder, with one JSON object a line (`.jsonl`, or
 * `.jsonl.gz`): `id`, `title`, `abstract` and perhaps `authors` (names) and `year`. Lines without
 * a title or an abstract are left out, and so is the second paper with an id.
 */
export function readCorpus(paths: readonly string[]): RelatedDocument[] {
  const papers = new Map<string, RelatedDocument>();
  for (const file of paths.flatMap(filesOf)) {
    for (const value of readJsonLines(file)) {
      const paper = toDocument(value);
      if (paper && !papers.has(paper.id)) papers.set(paper.id, paper);
    }
  }
  return [...papers.values()];
}

export function readJsonLines(file: string): unknown[] {
  const bytes = readFileSync(file);
  const text = (file.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8');
  return text.split('\n').flatMap((line) => (line === '' ? [] : [JSON.parse(line)]));
}

function filesOf(path: string): string[] {
  if (!statSync(path).isDirectory()) return [path];
  return readdirSync(path)
    .filter((name) => /\.jsonl(?:\.gz)?$/.test(name))
    .sort()
    .map((name) => join(path, name));
}

function toDocument(value: unknown): RelatedDocument | null {
  if (typeof value !== 'object' || value === null) return null;
  const { id, title, abstract, authors, year } = value as Record<string, unknown>;
  if (typeof id !== 'string' || typeof title !== 'string' || typeof abstract !== 'string')
    return null;
  if (title === '' || abstract === '') return null;
  return {
    id: id as PaperKey,
    title,
    abstract,
    authors: Array.isArray(authors) ? authors.filter((name) => typeof name === 'string') : [],
    ...(typeof year === 'number' && { date: String(year) }),
  };
}
