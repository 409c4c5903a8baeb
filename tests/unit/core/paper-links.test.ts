import { describe, expect, it } from 'vitest';
import { parsePaperAddress, toPaperKey } from '../../../lib/core/identifiers';
import type { Scheme } from '../../../lib/core/identifiers/schemes';
import type { PaperKey } from '../../../lib/core/paper';
import { findPaperLinks } from '../../../lib/core/paper-links';

function key(scheme: Scheme, value: string): PaperKey {
  const found = toPaperKey(scheme, value);
  if (!found) throw new Error(`${scheme}:${value} is no identifier`);
  return found;
}

const KEYS = [
  key('arxiv', '1706.03762'),
  key('arxiv', 'math/0309136'),
  key('doi', '10.1016/s0009-2614(97)04014-1'),
  key('doi', '10.1002/(sici)1097-0258(19980815/30)17:15/16<1661::aid-sim968>3.0.co;2-#a'),
  key('openreview', 'LcF-EEt8cCC'),
  key('acl', '2020.acl-main.703'),
  key('pmlr', 'v139/sun21c'),
  key('pmid', '26017442'),
  key('pmcid', 'PMC4368415'),
  key('ieee', '10412086'),
  key('pii', 'S0031320325001234'),
  key('hal', 'hal-01234567'),
  key('eprint', '2023/123'),
  key('bibcode', '2011A&A...536A...1P'),
  key('s2', '0123456789abcdef0123456789abcdef01234567'),
  key('corpusid', '13756489'),
];

describe('where a paper can be opened', () => {
  it.each(KEYS)('%s leads to addresses that name the same paper', (id) => {
    const links = findPaperLinks([id], '');
    expect(links.length).toBeGreaterThan(0);
    for (const { url } of links) expect(parsePaperAddress(url)?.key, url).toBe(id);
  });

  it('names each site once, and searches by the title without TeX', () => {
    const links = findPaperLinks(KEYS.slice(0, 3), 'On $\\beta$-things & more');
    const sites = links.map(({ site }) => site);
    expect(new Set(sites).size).toBe(sites.length);
    expect(links.find(({ site }) => site === 'Google Scholar')?.url).toBe(
      'https://scholar.google.com/scholar?q=On%20beta%20-things%20%26%20more',
    );
  });

  it('gives nothing for a paper of which nothing is known', () => {
    expect(findPaperLinks(['t:0a1b2c3d4e5f' as PaperKey], '')).toEqual([]);
  });
});
