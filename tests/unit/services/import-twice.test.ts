import { describe, expect, it } from 'vitest';
import { type ExportFormatId, exportPapers } from '../../../lib/export/index';
import { importText } from '../../../lib/import/index';
import { openTitleIndex } from '../../../lib/match/title-index';
import { importPapers, previewImport } from '../../../lib/services/import-papers';
import { testLibrary } from '../../support/database';
import { atOnce } from '../../support/slicing';
import { sampleVariedPapers } from '../../support/varied-papers';

const papers = sampleVariedPapers(120, 2031);
const exported = (format: ExportFormatId) =>
  exportPapers(papers, format, { abstracts: true, keywords: true, notes: true });

const MEDLINE =
  'PMID- 1\nTI  - Sheep.\nOT  - wool\n\nPMID- 2\nTI  - Wells.\nAID - 10.1000/w [doi]\n';
const PAPER_MEMORY = JSON.stringify({
  __dataVersion: 502,
  'Arxiv-3101.00042': {
    id: 'Arxiv-3101.00042',
    title: 'Toy Models',
    author: 'Ada Example and Bo van der Beispiel',
    year: '2031',
    tags: ['toys'],
    note: 'Accepted @ Toys 2031 -- [toys.example]',
    favorite: true,
    addDate: '2031-01-05T10:00:00.000Z',
    lastOpenDate: '2031-01-06T10:00:00.000Z',
    count: 3,
    codeLink: false,
    pdfLink: 'http://arxiv.org/pdf/3101.00042v2.pdf',
    bibtext: '@misc{toy, title={Toy Models}}',
  },
});
const BOOKMARKS = `<!DOCTYPE NETSCAPE-Bookmark-file-1>
<DL><p><DT><H3>Thesis</H3><DL><p>
<DT><A HREF="https://arxiv.org/abs/3101.00042" ADD_DATE="1925000000" TAGS="toys">Toy Models</A>
</DL><p></DL><p>`;

const FILES: readonly (readonly [string, string])[] = [
  ...(['bibtex', 'biblatex', 'ris', 'endnote-ris', 'csl-json', 'csv', 'json'] as const).map(
    (format) => [format, exported(format)] as const,
  ),
  ['MEDLINE', MEDLINE],
  ['PaperMemory', PAPER_MEMORY],
  ["PaperMemory's list", '[{"url": "https://arxiv.org/abs/3101.00042", "tags": ["toys"]}]'],
  ['bookmarks', BOOKMARKS],
  ['identifiers', 'arXiv:3101.00042\n10.1000/toys\nhttps://openreview.net/forum?id=LcF-EEt8cCC\n'],
];

describe('a file imported twice', () => {
  it.each(FILES)('adds nothing the second time: %s', async (_format, text) => {
    const { writer, repository } = testLibrary();
    const records = (await importText(text)).records.map(({ paper }) => paper);
    expect(records.length).toBeGreaterThan(0);
    await importPapers(writer, { opId: 'operation-1', groupId: 'group-1', records });
    const titles = openTitleIndex(new Map());
    const judgements = await previewImport(records, { repository, titles, ...atOnce });
    expect(judgements.filter(({ outcome }) => outcome !== 'known')).toEqual([]);
    const before = await writer.db.library.toArray();
    await importPapers(writer, { opId: 'operation-2', groupId: 'group-2', records });
    expect(await writer.db.library.toArray()).toEqual(before);
  });
});
