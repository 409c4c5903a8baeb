import { trimTail } from './doi';
import { type Identifier, parsePaperAddress, toIdentifier } from './paper-address';
import { type Scheme, splitKey } from './schemes';

/** Longer text names no one paper. */
const MAX_LENGTH = 4_000;
const INVISIBLE = /[\u00ad\u200b-\u200f\u2060\ufeff]/g;
const OPENING = /^[\s"'(<[{‘’“”«]+/;

/** What people write before an identifier, a colon, a space or nothing between. */
const LABELS: readonly (readonly [RegExp, Scheme])[] = [
  [/^arxiv\s*(?:preprint|id)?[:\s]\s*(?:arxiv:)?/i, 'arxiv'],
  [/^(?:info:)?doi[:/\s]\s*/i, 'doi'],
  [/^pmid[:\s]\s*/i, 'pmid'],
  [/^pmcid[:\s]\s*/i, 'pmcid'],
  [/^corpus\s?id[:\s]\s*/i, 'corpusid'],
  [/^(?:iacr\s*)?e-?print[:\s]\s*(?:archive\s*)?(?:report\s*)?/i, 'eprint'],
  [/^pii[:\s]\s*/i, 'pii'],
  [/^(?:acl(?:\s*anthology)?)[:\s]\s*/i, 'acl'],
  [/^bibcode[:\s]\s*/i, 'bibcode'],
  [/^hal(?:-?id)?[:\s]\s*/i, 'hal'],
];

/** Schemes whose values nobody can take for anything else, without a label. */
const BARE: readonly (readonly [RegExp, Scheme])[] = [
  [/^\d{4}\.\d|^[a-z.-]+\/\d{7}/i, 'arxiv'],
  [/^10\.\d/, 'doi'],
  [/^PMC\d/i, 'pmcid'],
  [/^[A-Z]\d\d-\d{4}$|^\d{4}\.[a-z]/i, 'acl'],
  [/^(?:hal|tel|inria|halshs|cea|insu|jpa|hprints|pasteur|inserm)-\d{6}/i, 'hal'],
  [/^\d{4}\D[\w&+.:]{14}$/, 'bibcode'],
];

/**
 * The paper that a piece of text names: a canonical key, a labelled or bare identifier
 * ("arXiv:1706.03762v2 [cs.CL]", "PMID: 26017442", "10.1038/nature14539"), or an address. Null for
 * anything else, and for numbers that could be several things. Never throws.
 */
export function parseIdentifier(text: string): Identifier | null {
  if (text.length > MAX_LENGTH) return null;
  const bare = text.replace(INVISIBLE, '').replace(OPENING, '').trim();
  if (/^https?:/i.test(bare)) return parsePaperAddress(bare);
  return parseKey(bare) ?? parseLabelled(bare) ?? parseBare(bare) ?? parsePaperAddress(bare);
}

function parseKey(text: string): Identifier | null {
  const parts = splitKey(text);
  return parts && toIdentifier(parts.scheme, parts.value);
}

function parseLabelled(text: string): Identifier | null {
  for (const [label, scheme] of LABELS) {
    const match = label.exec(text);
    const identifier =
      match && toIdentifier(scheme, trimValue(scheme, text.slice(match[0].length)));
    if (identifier) return identifier;
  }
  return null;
}

function parseBare(text: string): Identifier | null {
  for (const [shape, scheme] of BARE) {
    const identifier = shape.test(text) ? toIdentifier(scheme, trimValue(scheme, text)) : null;
    if (identifier) return identifier;
  }
  return null;
}

/** arXiv ids are followed by their category in square brackets; bibcodes may end in a full stop. */
function trimValue(scheme: Scheme, text: string): string {
  if (scheme === 'bibcode' || scheme === 'doi') return text;
  return trimTail(text.replace(/\s*\[[\w.-]{2,30}\]\s*$/, ''));
}
