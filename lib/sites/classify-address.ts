import { parsePaperAddress } from '../core/identifiers';
import type { PaperKey } from '../core/paper';
import { citationMeta } from './citation-meta';
import { findAdapter } from './index';
import type { PageKind } from './site-adapter';

/** What an address is, from the address alone. */
export interface AddressClass {
  readonly kind: PageKind;
  /** The paper it names; null for lists, and for papers whose address holds no identifier. */
  readonly key: PaperKey | null;
}

/** Never throws; text that is no address is nobody's. */
export function classifyAddress(address: string): AddressClass {
  const paper = parsePaperAddress(address);
  if (paper) return { kind: paper.kind, key: paper.key };
  const url = URL.canParse(address) ? new URL(address) : null;
  return { kind: url && (findAdapter(url) ?? citationMeta).classify(url), key: null };
}
