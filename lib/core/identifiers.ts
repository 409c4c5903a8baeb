import type { PaperKey } from './paper';

/** A paper named by an identifier: its canonical key and, for arXiv, the version asked for. */
export interface Identifier {
  readonly key: PaperKey;
  readonly version?: number;
}

/** A paper named by an address: a page about it, or its PDF. */
export interface PaperAddress extends Identifier {
  readonly kind: 'paper' | 'pdf';
}

/** The paper that an address names, or null. Never throws. */
export declare function parsePaperAddress(address: string | URL): PaperAddress | null;

/** The paper that a piece of text names ("arXiv:1706.03762v2", a DOI, an address), or null. Never throws. */
export declare function parseIdentifier(text: string): Identifier | null;
