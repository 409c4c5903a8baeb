import type { PaperKey } from '../paper';
import { type Scheme, splitKey } from './schemes';

const LABEL_OF: Readonly<Partial<Record<Scheme, string>>> = {
  arxiv: 'arXiv:',
  doi: '',
  pmid: 'PMID:',
  pmcid: '',
  acl: '',
  corpusid: 'CorpusID:',
  hal: 'HAL:',
};

/**
 * A key as people write the identifier: "arXiv:1706.03762", "10.1038/nature14539", "PMID:26017442".
 * `parseIdentifier` reads it back. '' for a key that is no identifier (`t:…`).
 */
export function formatIdentifier(key: PaperKey): string {
  const parts = splitKey(key);
  return parts ? (LABEL_OF[parts.scheme] ?? `${parts.scheme}:`) + parts.value : '';
}
