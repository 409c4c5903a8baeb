import type { PaperKey } from '../core/paper';

/** Texts that name more papers are lists, not citations. */
const MAX_QUOTED = 8;

/** In every identifier; few texts hold it, and to look for no more is cheap. */
const FOUR_DIGITS = /\d{4}/;
const ARXIV = /(?<![\d.])(\d{4}\.\d{4,5})(?!\d)|\b((?:[a-z]{2,8}-)?[a-z]{2,5})\/(\d{7})\b/g;
const DOI = /\b10\.\d{4,9}\/[^\s"'<>{}|\\^`]{1,200}/gi;

/**
 * The papers that a text names by arXiv identifier or DOI, as canonical keys. A number that only
 * looks like an identifier does no harm: it links nothing unless a paper has that key.
 */
export function quotedIdentifiers(text: string): PaperKey[] {
  if (!FOUR_DIGITS.test(text)) return [];
  const keys = new Set<string>();
  for (const [, modern, archive, number] of text.matchAll(ARXIV)) {
    keys.add(`arxiv:${modern ?? `${archive}/${number}`}`);
  }
  for (const [doi] of text.matchAll(DOI)) {
    keys.add(`doi:${doi.toLowerCase().replace(/[.,;:)\]]+$/, '')}`);
  }
  return [...keys].slice(0, MAX_QUOTED) as PaperKey[];
}
