import { SCHEMES } from '../../core/identifiers/schemes';
import type { PaperKey } from '../../core/paper';
import type { Declaration } from './declaration';

const TRUST = Object.keys(SCHEMES);

/**
 * The key under which a page names its paper, null for none, and all identifiers. A declared
 * identifier of a more trusted scheme goes before the address's own number, so that one paper keeps
 * one name across sites; PubMed's pages stay with theirs. Two DOIs cannot both be right: then the
 * address is believed.
 */
export function chooseKey(
  address: PaperKey | null,
  declarations: readonly Declaration[],
  url: URL,
): { key: PaperKey | null; ids: PaperKey[] } {
  const declared = declarations.flatMap((declaration) => declaration.ids);
  const ids: PaperKey[] = [];
  for (const id of address ? [address, ...declared] : declared) {
    if (!ids.some((known) => schemeOf(known) === schemeOf(id))) ids.push(id);
  }
  const isPubMed = /(?:^|\.)pubmed\.ncbi\.nlm\.nih\.gov$/.test(url.hostname);
  const [best = null] =
    isPubMed && address ? [address] : [...ids].sort((a, b) => rank(a) - rank(b));
  return { key: best, ids };
}

function schemeOf(key: PaperKey): string {
  return key.slice(0, key.indexOf(':'));
}

function rank(key: PaperKey): number {
  return TRUST.indexOf(schemeOf(key));
}
