import { describe, expect, it } from 'vitest';
import { importText } from '../../../lib/import';
import { readPaperMemory, readPaperMemoryList } from '../../../lib/import/papermemory';
import { readPapers } from '../../support/read-papers';

const MEMORY = {
  'Arxiv-3101.00042': {
    id: 'Arxiv-3101.00042',
    title: 'Toy Models',
    author: 'Ada Example and Bo van der Beispiel',
    year: '2031',
    venue: '',
    bibtex:
      '@article{example2031toy,\n  title={Toy Models},\n  doi={10.1000/toys.1},\n  journal={arXiv preprint arXiv:3101.00042}\n}',
    key: 'example2031toy',
    doi: '',
    source: 'arxiv',
    pdfLink: 'http://arxiv.org/pdf/3101.00042v2.pdf',
    md: '[Toy Models](https://arxiv.org/abs/3101.00042)',
    note: 'Accepted @ Sheep 2031 -- [openreview.net]\nMy thought.',
    tags: ['toys', 'to-read'],
    favorite: true,
    favoriteDate: '2031-02-01T00:00:00.000Z',
    addDate: '2031-01-05T10:20:30.123Z',
    lastOpenDate: '2031-03-05T10:20:30.123Z',
    count: 4,
    code: {},
    codeLink: 'https://code.example/toy',
  },
  'Arxiv-math_0309136': { title: 'Old', author: 'Example, Ada', year: 2003, pdfLink: '' },
  '3101.00043': {
    title: 'Bare number',
    author: 'Ada Example',
    year: 'undefined',
    bibtext: '@misc{bare, title={Bare number}, year={2030}}',
    codeLink: false,
  },
  'OR-AbC_Ef123': { id: 'OR-AbC_Ef123', title: 'Review', author: '', year: 'unknown' },
  'Website-1': { title: 'A site', author: 'A B', year: '2031', pdfLink: 'https://ex.org/x.pdf' },
  __dataVersion: 10203,
  __syncId: { x: 1 },
};

describe('a memory of PaperMemory', () => {
  it('keeps everything, quirks and all', async () => {
    const { records, problems, format } = await importText(JSON.stringify(MEMORY, null, 2));
    expect([format, problems]).toEqual(['papermemory', []]);
    const papers = records.map(({ paper }) => paper);
    expect(papers).toHaveLength(5);
    expect(papers[0]).toMatchObject({
      id: 'arxiv:3101.00042',
      ids: ['arxiv:3101.00042', 'doi:10.1000/toys.1'],
      version: 2,
      venue: 'Sheep 2031',
      date: '2031',
      urls: ['http://arxiv.org/abs/3101.00042v2', 'http://arxiv.org/pdf/3101.00042v2.pdf'],
      codeLinks: ['https://code.example/toy'],
      tags: ['toys', 'to-read'],
      note: 'Accepted @ Sheep 2031 -- [openreview.net]\nMy thought.',
      starred: true,
      citationKey: 'example2031toy',
      addedAt: '2031-01-05T10:20:30.123Z',
      openedAt: '2031-03-05T10:20:30.123Z',
    });
    expect(papers[0]?.authors.map(({ name }) => name)).toEqual([
      'Ada Example',
      'Bo van der Beispiel',
    ]);
    expect(papers.slice(1).map(({ id, date }) => [id, date])).toEqual([
      ['arxiv:math/0309136', '2003'],
      ['arxiv:3101.00043', '2030'],
      ['openreview:AbC_Ef123', undefined],
      [undefined, '2031'],
    ]);
    expect(papers[1]?.authors[0]?.name).toBe('Ada Example');
  });

  it('imported twice gives the same records', async () => {
    const text = JSON.stringify(MEMORY);
    expect((await importText(text)).records).toEqual((await importText(text)).records);
  });

  it('may be a map of ids to BibTeX', async () => {
    const text = JSON.stringify({
      'Arxiv-3101.00042': '@misc{toy, title={Toy}, eprint={3101.00042}}',
      'NeurIPS-2031_abc': '@inproceedings{sheep, title={Sheep}}',
    });
    const { records, format } = await importText(text);
    expect(format).toBe('papermemory');
    expect(records.map(({ paper }) => paper.title)).toEqual(['Toy', 'Sheep']);
  });

  it('loses no paper to a broken one', () => {
    const { papers, problems } = readPapers(
      readPaperMemory,
      '{\n"a": {"title": "A"},\n"b": {"title": bad},\n"c": 7,\n"d": {"title": "D"}\n}',
    );
    expect(papers.map(({ title }) => title)).toEqual(['A', 'D']);
    expect(problems.map(({ line }) => line)).toEqual([3, 4]);
  });
});

describe('a tag export of PaperMemory', () => {
  it('may be addresses, or addresses with tags', () => {
    const { papers, problems } = readPapers(
      readPaperMemoryList,
      JSON.stringify([
        'https://arxiv.org/abs/3101.00042',
        { url: 'https://openreview.net/forum?id=AbCdEf123_', tags: ['toys'], title: 'Toy' },
        { url: 'https://arxiv.org/pdf/3101.00043', codeLink: 'https://code.example/toy' },
        'https://ex.org/nothing',
      ]),
    );
    expect(papers).toMatchObject([
      { id: 'arxiv:3101.00042', title: '' },
      { id: 'openreview:AbCdEf123_', title: 'Toy', tags: ['toys'] },
      { id: 'arxiv:3101.00043', codeLinks: ['https://code.example/toy'] },
    ]);
    expect(problems).toMatchObject([{ code: 'nothing-found', isKept: false }]);
  });
});
