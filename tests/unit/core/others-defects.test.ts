/**
 * Defects that other tools have or had with identifiers, by the numbers of their list. Each is a test,
 * so that it is not ours; 12, 14 and 16 to 18 stand in tests/unit/services, 15 in
 * tests/unit/page/page-session.test.ts.
 */
import { describe, expect, it } from 'vitest';
import { parseIdentifier, parsePaperAddress } from '../../../lib/core/identifiers';
import { titleKey } from '../../../lib/core/title-key';

const keyOf = (address: string) => parsePaperAddress(address)?.key ?? null;

describe('defects of others', () => {
  it('1: titles without ASCII letters do not share a key, nor "β-VAE" and "VAE"', () => {
    const titles = [
      '深度学习综述',
      '强化学习综述',
      'Глубокое обучение',
      'Машинный перевод',
      'β-VAE',
      'VAE',
      '∀∃',
      '∃∀',
    ];
    expect(new Set(titles.map((title) => titleKey(title))).size).toBe(titles.length);
  });

  it('2: an old arXiv id that contains the letter v is not cut there', () => {
    expect(keyOf('https://arxiv.org/abs/solv-int/9801001')).toBe('arxiv:solv-int/9801001');
    expect(keyOf('https://arxiv.org/pdf/solv-int/9801001v2')).toBe('arxiv:solv-int/9801001');
  });

  it('3: the subject class makes no other paper', () => {
    expect(keyOf('https://arxiv.org/abs/math.GT/0309136')).toBe(
      keyOf('https://arxiv.org/abs/math/0309136'),
    );
  });

  it('4: a trailing slash leaves no mark on the id', () => {
    expect(keyOf('https://arxiv.org/abs/2003.13678/')).toBe('arxiv:2003.13678');
  });

  it.each(['ar5iv.org/abs', 'scirate.com/arxiv', 'www.alphaxiv.org/abs', 'huggingface.co/papers'])(
    '5: old ids are read on %s',
    (path) => expect(keyOf(`https://${path}/hep-th/9901001`)).toBe('arxiv:hep-th/9901001'),
  );

  it('6: arXiv /html/ and alphaXiv /overview/ are paper pages', () => {
    expect(keyOf('https://arxiv.org/html/2401.00001v2')).toBe('arxiv:2401.00001');
    expect(keyOf('https://www.alphaxiv.org/overview/2401.00001')).toBe('arxiv:2401.00001');
  });

  it('7: an address that only quotes a paper is none', () => {
    expect(keyOf('https://www.google.com/search?q=https://arxiv.org/abs/2401.00001')).toBeNull();
    expect(keyOf('https://example.org/arxiv.org/abs/2401.00001')).toBeNull();
  });

  it('8: PMC is known at its new address and its old one', () => {
    expect(keyOf('https://pmc.ncbi.nlm.nih.gov/articles/PMC4368415/')).toBe('pmcid:PMC4368415');
    expect(keyOf('https://www.ncbi.nlm.nih.gov/pmc/articles/PMC4368415/')).toBe('pmcid:PMC4368415');
  });

  it('9: bioRxiv DOIs keep the prefix they have, old or new', () => {
    expect(keyOf('https://www.biorxiv.org/content/10.64898/2025.12.10.693400v2')).toBe(
      'doi:10.64898/2025.12.10.693400',
    );
    expect(keyOf('https://www.medrxiv.org/content/10.1101/2020.01.02.123456v1')).toBe(
      'doi:10.1101/2020.01.02.123456',
    );
  });

  it('10: OpenReview ids keep their hyphens and underscores', () => {
    expect(keyOf('https://openreview.net/forum?id=Lc_-EEt8-CC')).toBe('openreview:Lc_-EEt8-CC');
  });

  it('11: a short number is not found in a longer one', () => {
    expect(keyOf('https://pmc.ncbi.nlm.nih.gov/articles/PMC123/')).toBe('pmcid:PMC123');
    expect(keyOf('https://pmc.ncbi.nlm.nih.gov/articles/PMC51234/')).toBe('pmcid:PMC51234');
    expect(parseIdentifier('PMC51234')?.key).not.toBe(parseIdentifier('PMC123')?.key);
  });

  it('13: PMLR keys hold the volume, and no year is guessed from them', () => {
    expect(keyOf('https://proceedings.mlr.press/v9/glorot10a.html')).toBe('pmlr:v9/glorot10a');
    expect(keyOf('https://proceedings.mlr.press/r1/heckerman95a.html')).toBe(
      'pmlr:r1/heckerman95a',
    );
  });
});
