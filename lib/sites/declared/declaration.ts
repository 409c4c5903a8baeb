import {
  parseIdentifier,
  parsePaperAddress,
  type Scheme,
  toPaperKey,
} from '../../core/identifiers';
import { decodeOnce } from '../../core/identifiers/decode';
import type { PaperKey } from '../../core/paper';
import type { GatheredFacts } from '../candidate';

/** What one kind of metadata says of a page's paper. */
export interface Declaration {
  /** Identifiers it names; [] where it names none. */
  readonly ids: readonly PaperKey[];
  /** Identifiers that its links name: the paper too, but perhaps a copy kept elsewhere. */
  readonly linkedIds?: readonly PaperKey[];
  readonly facts: GatheredFacts;
  /** The abstract, its beginning, or praise of the journal: used only where nothing better is. */
  readonly description?: string;
  /** True where it says outright that this is a paper: a journal, pages, a PDF, a type. */
  readonly isPaper: boolean;
}

/**
 * The key that a declared identifier stands for. Pages write DOIs bare, with `doi:`, as an address
 * or percent-encoded; numbers without a scheme, and suffixes without a prefix, are none.
 */
export function toDeclaredKey(text: string, scheme: Scheme = 'doi'): PaperKey | null {
  const value = /%[0-9a-f]{2}/i.test(text) ? decodeOnce(text) : text;
  if (scheme !== 'doi') return toPaperKey(scheme, value.trim());
  const key = parseIdentifier(value)?.key ?? null;
  return key && /^(?:doi|arxiv|acl):/.test(key) ? key : null;
}

/** The paper that an address in metadata names, or null. */
export function toAddressKey(address: string): PaperKey | null {
  return /^https?:/i.test(address) ? (parsePaperAddress(address)?.key ?? null) : null;
}

export function withoutNulls(keys: readonly (PaperKey | null)[]): PaperKey[] {
  return [...new Set(keys.filter((key): key is PaperKey => key !== null))];
}
