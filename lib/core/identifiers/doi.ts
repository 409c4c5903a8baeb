const DOI = /^10\.\d{4,9}(?:\.\d+)*\/\S+$/;
/** bioRxiv and medRxiv: `10.1101/2020.01.02.123456v2.full.pdf`, `10.1101/113480`. */
const BIORXIV =
  /^(10\.(?:1101|64898)\/(?:\d{4}\.\d\d\.\d\d\.)?\d{5,8})(?:v\d{1,3})?(?:\.[a-z][a-z.+-]*)?$/;
const CLOSERS: Readonly<Record<string, string>> = { ')': '(', ']': '[', '}': '{', '>': '<' };

/** Control, direction and zero-width characters, which copying leaves behind. */
const UNSEEN = /[\p{Cc}\p{Cf}]/gu;
const TAIL = /[\s.,;:!?'"/\\*_|`´‘’“”«»·…。，、；）】》]/;

/** Longer text is no DOI; nothing registered comes near it. */
export const MAX_DOI_LENGTH = 500;

/**
 * The canonical DOI (`10.1038/nature14539`: lower case, no resolver, no `doi:`), or null.
 * Drops what a sentence or a link leaves behind it: punctuation, quotes and brackets that nothing
 * in the DOI opens; and the version of a bioRxiv or medRxiv preprint.
 * Source: https://www.doi.org/doi-handbook/HTML/case-sensitivity.html
 */
export function parseDoi(text: string): string | null {
  if (text.length > MAX_DOI_LENGTH) return null;
  const bare = text.replace(/^(?:info:)?doi(?:[:/]\s*|\s+)/i, '').replace(/^doi:\s*/i, '');
  const doi = trimTail(bare.replace(UNSEEN, '')).toLowerCase();
  if (!DOI.test(doi)) return null;
  return BIORXIV.exec(doi)?.[1] ?? doi;
}

/** Cuts trailing punctuation, and closing brackets that nothing before them opens. */
export function trimTail(text: string): string {
  let end = text.length;
  const surplus = new Map<string, number>();
  for (; end > 0; end -= 1) {
    const last = text[end - 1] ?? '';
    const opener = CLOSERS[last];
    if (opener === undefined) {
      if (!TAIL.test(last)) break;
      continue;
    }
    const left = surplus.get(last) ?? count(text, last) - count(text, opener);
    if (left <= 0) break;
    surplus.set(last, left - 1);
  }
  return text.slice(0, end);
}

function count(text: string, letter: string): number {
  return text.split(letter).length - 1;
}
