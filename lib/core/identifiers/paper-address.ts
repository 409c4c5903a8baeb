import type { PaperKey } from '../paper';
import { matchRules } from './address-rules';
import { ARXIV_ADDRESSES } from './arxiv-addresses';
import { parseArxivId } from './arxiv-id';
import { DOI_ADDRESSES } from './doi-addresses';
import { findDoi } from './doi-carriers';
import { INDEX_ADDRESSES } from './index-addresses';
import { PREPRINT_ADDRESSES } from './preprint-addresses';
import { type Scheme, toPaperKey } from './schemes';
import { toSiteAddress } from './site-address';
import { VENUE_ADDRESSES } from './venue-addresses';

/** A paper named by an identifier: its canonical key and, for arXiv, the version asked for. */
export interface Identifier {
  readonly key: PaperKey;
  /** 1 and up. */
  readonly version?: number;
}

/** A paper named by an address: a page about it, or its PDF. */
export interface PaperAddress extends Identifier {
  readonly kind: 'paper' | 'pdf';
}

const RULES = [
  ...ARXIV_ADDRESSES,
  ...VENUE_ADDRESSES,
  ...INDEX_ADDRESSES,
  ...PREPRINT_ADDRESSES,
  ...DOI_ADDRESSES,
];

/**
 * The paper that an address names, or null: for lists, searches, whole books and proceedings, sites
 * not known, and addresses that only quote another one. Never throws.
 */
export function parsePaperAddress(address: string | URL): PaperAddress | null {
  const site = toSiteAddress(address);
  if (!site) return null;
  for (const { scheme, value, kind } of matchRules(RULES, site)) {
    const identifier = toIdentifier(scheme, value);
    if (identifier) return { ...identifier, kind };
  }
  const doi = findDoi(site);
  const identifier = doi && toIdentifier(doi.scheme, doi.value);
  return identifier && { ...identifier, kind: doi.kind };
}

/** The identifier that a value of a scheme stands for, or null where it is none. */
export function toIdentifier(scheme: Scheme, value: string): Identifier | null {
  const key = toPaperKey(scheme, value);
  if (!key) return null;
  const version = key.startsWith('arxiv:') ? findVersion(scheme, value) : undefined;
  return version === undefined ? { key } : { key, version };
}

function findVersion(scheme: Scheme, value: string): number | undefined {
  const id = scheme === 'doi' ? value.replace(/^.*?10\.48550\/arxiv[.:]/i, '') : value;
  return parseArxivId(id)?.version;
}
