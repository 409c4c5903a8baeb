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
  const named = declarations.flatMap((declaration) => declaration.ids);
  const linked = declarations.flatMap((declaration) => declaration.linkedIds ?? []);
  const own = oneOfEachScheme(address ? [address, ...named] : named);
  const isPubMed = /(?:^|\.)pubmed\.ncbi\.nlm\.nih\.gov$/.test(url.hostname);
  const key = (isPubMed && address) || byTrust(own.length > 0 ? own : linked)[0] || null;
  return { key, ids: oneOfEachScheme([...own, ...linked]) };
}

/** Keys of one paper, that of the most trusted scheme first. */
export function byTrust(keys: readonly PaperKey[]): PaperKey[] {
  return [...keys].sort((a, b) => rank(a) - rank(b));
}

/** The first of each scheme: two DOIs, say, would be two papers. */
function oneOfEachScheme(keys: readonly PaperKey[]): PaperKey[] {
  const first = new Map<string, PaperKey>();
  for (const key of keys) if (!first.has(schemeOf(key))) first.set(schemeOf(key), key);
  return [...first.values()];
}

function schemeOf(key: PaperKey): string {
  return key.slice(0, key.indexOf(':'));
}

function rank(key: PaperKey): number {
  return TRUST.indexOf(schemeOf(key));
}
