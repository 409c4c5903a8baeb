import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toZoteroItems } from '../../../lib/export/zotero-items';
import { authorsOf, exchangePaper, hostilePaper } from '../../support/exchange-papers';

describe('papers as Zotero takes them', () => {
  it('writes a preprint with its repository, and its category where Zotero looks for it', () => {
    const [item] = toZoteroItems([
      exchangePaper({
        title: 'Toy Models <i>Dream</i>',
        id: 'arxiv:3101.00042',
        date: '2031-01-02',
        categories: ['cs.LG', 'stat.ML'],
        abstract: 'About $x^2$.',
      }),
    ]);
    expect(item).toMatchObject({
      itemType: 'preprint',
      title: 'Toy Models <i>Dream</i>',
      repository: 'arXiv',
      archiveID: 'arXiv:3101.00042',
      date: '2031-01-02',
      DOI: '10.48550/arXiv.3101.00042',
      abstractNote: 'About $x^2$.',
      extra: 'arXiv:3101.00042 [cs.LG]\nCitation Key: example2031toy',
    });
  });

  it('keeps the parts of names, and groups in one field', () => {
    const authors = authorsOf('Bo van der Beispiel; Juan Cruz Jr.; The Sheep Collaboration');
    const [item] = toZoteroItems([exchangePaper({ authors })]);
    expect(item?.creators).toEqual([
      { creatorType: 'author', lastName: 'van der Beispiel', firstName: 'Bo' },
      { creatorType: 'author', lastName: 'Cruz', firstName: 'Juan, Jr.' },
      { creatorType: 'author', lastName: 'The Sheep Collaboration', fieldMode: 1 },
    ]);
  });

  it.each([
    ['journal-article', 'journalArticle', 'publicationTitle'],
    ['conference-paper', 'conferencePaper', 'proceedingsTitle'],
    ['chapter', 'bookSection', 'bookTitle'],
    ['book', 'book', 'series'],
    ['webpage', 'webpage', 'websiteTitle'],
    ['thesis', 'thesis', 'university'],
    ['report', 'report', 'institution'],
  ] as const)('puts the venue of a %s where a %s has it', (type, itemType, field) => {
    const [item] = toZoteroItems([exchangePaper({ type, venue: 'Annals of Sheep' })]);
    expect(item).toMatchObject({ itemType, [field]: 'Annals of Sheep' });
  });

  it('names a DOI in "extra" where the type has no field for it', () => {
    const [item] = toZoteroItems([exchangePaper({ type: 'thesis', id: 'doi:10.1000/xyz' })]);
    expect(item).not.toHaveProperty('DOI');
    expect(item?.extra).toContain('DOI: 10.1000/xyz');
  });

  it("tells the user's tags from the paper's keywords", () => {
    const [item] = toZoteroItems([exchangePaper({ tags: ['to cite'], keywords: ['sheep'] })]);
    expect(item?.tags).toEqual([{ tag: 'to cite' }, { tag: 'sheep', type: 1 }]);
  });

  it('sends a note as text: what looks like HTML stays what was typed', () => {
    const note = 'First <b>line</b>\nsecond\n\nnew & old';
    const [item] = toZoteroItems([exchangePaper({ note })]);
    expect(item?.notes).toEqual([
      { note: '<p>First &lt;b&gt;line&lt;/b&gt;<br>second</p><p>new &amp; old</p>' },
    ]);
  });

  it('has a type and creators for every paper, and no field that is empty', () => {
    fc.assert(
      fc.property(fc.array(hostilePaper, { maxLength: 5 }), (papers) => {
        const items = toZoteroItems(papers);
        expect(items).toHaveLength(papers.length);
        for (const item of items) {
          expect(Object.values(item)).not.toContain('');
          expect(Array.isArray(item.creators)).toBe(true);
        }
      }),
    );
  });
});
