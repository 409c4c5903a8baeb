import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readIdentifierList } from '../../../lib/import/identifier-list';
import { importText } from '../../../lib/import/index';

function keysOf(text: string): (string | undefined)[] {
  return [...readIdentifierList(text)].flatMap((item) =>
    'record' in item ? item.record.paper.id : [],
  );
}

describe('a list of identifiers and addresses', () => {
  it.each([
    ['1706.03762', ['arxiv:1706.03762']],
    [
      '1706.03762, 1810.04805v2 math.GT/0309136',
      ['arxiv:1706.03762', 'arxiv:1810.04805', 'arxiv:math/0309136'],
    ],
    ['arXiv:1706.03762v5 [cs.CL]', ['arxiv:1706.03762']],
    ['10.1000/a,10.1000/b;c; 10.1000/d.', ['doi:10.1000/a', 'doi:10.1000/b;c', 'doi:10.1000/d']],
    ['doi: 10.1016/S0009-2614(97)04014-1', ['doi:10.1016/s0009-2614(97)04014-1']],
    [
      '(see https://arxiv.org/abs/1706.03762, https://doi.org/10.1000/xyz).',
      ['arxiv:1706.03762', 'doi:10.1000/xyz'],
    ],
    ['PMID: 26017442 PMCID: PMC4368415', ['pmid:26017442', 'pmcid:PMC4368415']],
    ['PMID 26017442', ['pmid:26017442']],
    [
      '- [ ] Attention, https://openreview.net/forum?id=LcF-EEt8cCC&noteId=x',
      ['openreview:LcF-EEt8cCC'],
    ],
    ['N19-1423 2020.acl-main.703', ['acl:N19-1423', 'acl:2020.acl-main.703']],
    ['openreview:LcF-EEt8cCC', ['openreview:LcF-EEt8cCC']],
    ['[a title](https://arxiv.org/abs/1706.03762)', ['arxiv:1706.03762']],
    ['ePrint 2023/123', ['eprint:2023/123']],
    ['CorpusID:13756489', ['corpusid:13756489']],
    ['2015Natur.521..436L', ['bibcode:2015Natur.521..436L']],
  ])('reads %j', (text, keys) => expect(keysOf(text)).toEqual(keys));

  it('names each paper once', () => {
    expect(keysOf('1706.03762\nhttps://arxiv.org/pdf/1706.03762v2\narXiv:1706.03762')).toEqual([
      'arxiv:1706.03762',
    ]);
  });

  it('keeps the address and the version that were given', async () => {
    const { format, records } = await importText('https://arxiv.org/abs/1706.03762v2');
    expect(format).toBe('identifiers');
    expect(records[0]?.paper).toEqual({
      id: 'arxiv:1706.03762',
      ids: ['arxiv:1706.03762'],
      title: '',
      authors: [],
      type: 'preprint',
      version: 2,
      urls: ['https://arxiv.org/abs/1706.03762v2'],
    });
  });

  it('reports each line that names no paper, by its number', () => {
    const text =
      '# a comment\n\n---\nnothing here\n1706.03762\nhttps://example.org/?u=https://arxiv.org/abs/1706.03763';
    const problems = [...readIdentifierList(text)].flatMap((item) =>
      'problem' in item ? item.problem : [],
    );
    expect(problems.map(({ line, excerpt }) => [line, excerpt])).toEqual([
      [4, 'nothing here'],
      [6, 'https://example.org/?u=https://arxiv.org/abs/1706.03763'],
    ]);
  });

  it('reads any text without throwing', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 500 }), (text) => {
        expect(() => [...readIdentifierList(text)]).not.toThrow();
      }),
    );
  });
});
