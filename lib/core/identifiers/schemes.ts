import type { PaperKey } from '../paper';
import { parseAclId } from './acl-id';
import { parseArxivId } from './arxiv-id';
import { parseDoi } from './doi';
import { toDoiKey } from './doi-key';

/**
 * Every scheme of identifier: the prefix of its keys, and the one spelling of a value (null for
 * what is none). Order is that of trust: where a page names a paper by several, the first is its key.
 */
export const SCHEMES = {
  arxiv: (value: string) => parseArxivId(value)?.id ?? null,
  acl: parseAclId,
  doi: parseDoi,
  openreview: matching(/^[\w-]{6,20}$/),
  pmlr: (value: string) =>
    /^[vr]\d{1,4}\/[a-z][a-z_.-]*\d[\w.-]{0,40}$/i.test(value)
      ? value.replace(/^[VR]/, (letter) => letter.toLowerCase())
      : null,
  neurips: matching(/^[0-9a-f]{32}$/, lower),
  cvf: (value: string) => {
    const name = value.replace(/_paper$/, '');
    return /^[\p{L}\p{N}_.,:;'()&+!?-]{5,200}$/u.test(name) &&
      /(?:_\d{4}|\d{4}_[A-Z]+W?)$/i.test(name)
      ? name
      : null;
  },
  pmid: matching(/^[1-9]\d{0,8}$/),
  pmcid: (value: string) =>
    /^(?:PMC)?[1-9]\d{0,8}$/i.test(value) ? `PMC${value.replace(/\D/g, '')}` : null,
  ieee: (value: string) => (/^\d{4,9}$/.test(value) ? value.replace(/^0+/, '') : null) || null,
  pii: (value: string) => {
    const bare = value.replace(/[-()\s]/g, '').toUpperCase();
    return /^(?:S\d{15}[\dX]|\d{15}[\dX]|B\d{18,19}[\dX])$/.test(bare) ? bare : null;
  },
  hal: (value: string) =>
    /^([a-z][a-z_]*-\d{6,9})(?:v\d{1,3})?$/.exec(value.toLowerCase())?.[1] ?? null,
  eprint: (value: string) => {
    const [, year, number] = /^((?:19|20)\d\d)\/0*([1-9]\d{0,4})$/.exec(value) ?? [];
    return year && number ? `${year}/${number.padStart(3, '0')}` : null;
  },
  bibcode: matching(/^[12]\d{3}(?=.{0,4}[A-Za-z])[\w&+.]{5}[\w.]{4}[\w.:][\w.]{4}[A-Z.:]$/),
  s2: matching(/^[0-9a-f]{40}$/, lower),
  corpusid: matching(/^[1-9]\d{0,11}$/),
} satisfies Record<string, (value: string) => string | null>;

export type Scheme = keyof typeof SCHEMES;

/** A key of a paper that has no identifier at all: `t:` and a hash. */
const TITLE_KEY = /^t:[0-9a-z]{6,64}$/;

/** The key of a value of a scheme, or null where it is none. DOIs of arXiv and ACL papers fold. */
export function toPaperKey(scheme: Scheme, value: string): PaperKey | null {
  if (scheme === 'doi') return toDoiKey(value);
  const canonical = SCHEMES[scheme](value);
  return canonical === null ? null : (`${scheme}:${canonical}` as PaperKey);
}

/** Splits `scheme:value` where the scheme is one of ours. */
export function splitKey(text: string): { scheme: Scheme; value: string } | null {
  const colon = text.indexOf(':');
  const scheme = text.slice(0, colon);
  return Object.hasOwn(SCHEMES, scheme)
    ? { scheme: scheme as Scheme, value: text.slice(colon + 1) }
    : null;
}

/** True for a canonical key, letter by letter. */
export function isPaperKey(text: string): text is PaperKey {
  if (TITLE_KEY.test(text)) return true;
  const parts = splitKey(text);
  return parts !== null && toPaperKey(parts.scheme, parts.value) === text;
}

function matching(pattern: RegExp, fold: (value: string) => string = (value) => value) {
  return (value: string): string | null => {
    const folded = fold(value);
    return pattern.test(folded) ? folded : null;
  };
}

function lower(value: string): string {
  return value.toLowerCase();
}
