import { describe, expect, test } from 'vitest';
import type { PaperKey } from '../../../lib/core/paper';
import { openSearchIndex } from '../../../lib/search/paper-index';
import { hasPhrases } from '../../../lib/search/phrases';
import { parseQuery } from '../../../lib/search/query';
import type { SearchDocument, SearchIndex } from '../../../lib/search/search-index';
import { generateDocuments, makeDocument } from '../../support/search-documents';
import { SegmentStore } from '../../support/segment-store';

const NOW = Date.UTC(2031, 4, 20);

function indexOf(...documents: Partial<SearchDocument>[]): SearchIndex {
  const index = openSearchIndex(new Map());
  index.put(documents.map(makeDocument), 1);
  return index;
}

function find(index: SearchIndex, text: string, limit = 20): string[] {
  return index.search(parseQuery(text, NOW).query, limit).map((hit) => hit.id);
}

const id = (title: string) => makeDocument({ title }).id;

describe('finds a paper', () => {
  const title = 'Sparse Autoencoders for Interpretable Language Models';
  const index = indexOf(
    {
      title,
      authors: ['Marta Liskova', 'Jürgen Öström'],
      abstract: 'We train dictionaries on residual streams.',
      venue: 'Transactions on Imaginary Learning',
      note: 'Compare with the pruning draft',
      tags: ['interpretability', 'to read'],
      ids: ['2999.01234', '10.5555/abc.def'],
    },
    { title: 'Graph Transformers in Chemistry', abstract: 'Molecules as graphs, sparse ones too.' },
    { title: '$\\beta$-VAE Revisited', authors: ['Ann Other'] },
    { title: '深度强化学习综述' },
    { title: 'Deep Learning of Protein Folds' },
    { title: 'Schrödinger Bridges' },
  );

  test.each([
    ['by words of its title', 'sparse language', title],
    ['by a misspelt word', 'interpretabel', title],
    ['by a word with a letter dropped', 'autoncoders', title],
    ['by a word with two letters swapped', 'autoenocders', title],
    ['by a word with two slips', 'autoemcodres', title],
    [
      'by a short word with two slips, where it is near to none',
      'grqhps transf',
      'Graph Transformers in Chemistry',
    ],
    ['by a word that is being typed', 'sparse autoenc', title],
    ['by a word that is being typed, with a slip', 'sparse autpenc', title],
    ['by an author without the accents', 'ostrom jurgen', title],
    ['by a word of the abstract', 'dictionaries', title],
    ['by a word of the note', 'pruning draft', title],
    ['by a tag', 'interpretability', title],
    ['by its venue', 'imaginary', title],
    ['by its arXiv number', '2999.01234', title],
    ['by its arXiv number with a version', '2999.01234v3', title],
    ['by a pasted address', 'https://arxiv.org/abs/2999.01234v3', title],
    ['by its DOI', '10.5555/abc.def', title],
    ['by words run together', 'deeplearning protein', 'Deep Learning of Protein Folds'],
    ['by a word in two pieces', 'graph trans formers', 'Graph Transformers in Chemistry'],
    ['by a compound without its hyphen', 'betavae', '$\\beta$-VAE Revisited'],
    ['by TeX typed as a word', 'beta-vae', '$\\beta$-VAE Revisited'],
    ['by TeX typed as Greek', 'β vae', '$\\beta$-VAE Revisited'],
    ['by a Chinese phrase', '强化学习', '深度强化学习综述'],
    ['by a quoted Chinese phrase in the middle', '"强化学习"', '深度强化学习综述'],
    ['by one Chinese character', '综', '深度强化学习综述'],
    ['by an umlaut left out', 'schrodinger', 'Schrödinger Bridges'],
  ])('%s', (_, text, expected) => {
    expect(find(index, text)[0]).toBe(id(expected));
  });

  test('puts a title before an abstract, and all of the words before some', () => {
    expect(find(index, 'sparse')).toEqual([id(title), id('Graph Transformers in Chemistry')]);
    expect(find(index, 'sparse graphs')[0]).toBe(id('Graph Transformers in Chemistry'));
  });

  test('puts the title that has the words in the order asked before one that has them scattered', () => {
    const scattered = 'Field Effects in Open String Quantum Theory';
    const inOrder = 'Lectures on String Field Theory and Its Solutions';
    const index = indexOf({ title: scattered, atMs: 2 }, { title: inOrder, atMs: 1 });
    expect(find(index, 'string field theory')).toEqual([id(inOrder), id(scattered)]);
  });

  test('finds nothing for a word that is near to none', () => {
    expect(find(index, 'xylophone')).toEqual([]);
  });
});

describe('narrows by operators', () => {
  const papers = [
    {
      title: 'Old Graphs',
      authors: ['Yang Liu'],
      year: 2019,
      atMs: NOW - 40 * 86_400_000,
      facets: ['is:read', 'tag:gnn'],
    },
    {
      title: 'New Graphs',
      authors: ['Wei Liu'],
      year: 2024,
      atMs: NOW - 2 * 86_400_000,
      facets: ['is:unread', 'tag:gnn', 'cat:cs.LG'],
    },
    {
      title: 'Liu Estimators',
      authors: ['Ada Berg'],
      year: 2022,
      atMs: NOW - 1,
      facets: ['is:unread', 'list:My Thesis'],
      venue: 'ICML',
    },
    {
      title: 'Graphs of Time',
      authors: ['Yang Berg'],
      atMs: NOW - 3 * 86_400_000,
      facets: ['is:starred'],
      abstract: 'All of the new graphs change.',
    },
  ];
  const index = indexOf(...papers);

  test.each([
    ['an operator alone lists the newest first', 'author:liu', ['New Graphs', 'Old Graphs']],
    ['an operator whose value is being typed', 'author:li', ['New Graphs', 'Old Graphs']],
    ['an operator whose value is misspelt', 'author:begr', ['Liu Estimators', 'Graphs of Time']],
    ['both names of one author, in any order', 'author:"Liu, Yang"', ['Old Graphs']],
    ['a title word', 'title:liu', ['Liu Estimators']],
    ['years', 'year:2020..2023', ['Liu Estimators']],
    ['years after', 'year:>2019', ['Liu Estimators', 'New Graphs']],
    ['a tag', 'tag:gnn', ['New Graphs', 'Old Graphs']],
    ['a tag being typed', 'tag:gn', ['New Graphs', 'Old Graphs']],
    ['a list of two words', 'list:"my thesis"', ['Liu Estimators']],
    ['a category', 'cat:cs.lg', ['New Graphs']],
    ['a venue', 'venue:icml', ['Liu Estimators']],
    ['a state', 'is:unread', ['Liu Estimators', 'New Graphs']],
    ['what was added lately', 'added:<7d', ['Liu Estimators', 'New Graphs', 'Graphs of Time']],
    ['what was added long ago', 'added:>30d', ['Old Graphs']],
    ['one of two', 'is:starred or year:2022', ['Liu Estimators', 'Graphs of Time']],
    ['what is left out', '-author:liu', ['Liu Estimators', 'Graphs of Time']],
    ['a word left out', 'graphs -time', ['New Graphs', 'Old Graphs']],
    [
      'all but a word that is only like others',
      '-graphz',
      ['Liu Estimators', 'New Graphs', 'Graphs of Time', 'Old Graphs'],
    ],
    ['a quoted word exactly', '"graphs" -is:starred', ['New Graphs', 'Old Graphs']],
    ['nothing for a quoted word that is misspelt', '"grpahs"', []],
    ['years to, without papers of no known year', 'year:..2023', ['Liu Estimators', 'Old Graphs']],
    ['a category by its beginning', 'cat:cs', ['New Graphs']],
    ['words within what operators leave', 'graphs is:unread', ['New Graphs']],
    ['several operators', 'tag:gnn -is:read year:2024', ['New Graphs']],
    ['a phrase of a title', 'title:"graphs of time"', ['Graphs of Time']],
    ['operators that leave nothing', 'graphs tag:nothing', []],
    [
      'nothing asked, so everything',
      '',
      ['Liu Estimators', 'New Graphs', 'Graphs of Time', 'Old Graphs'],
    ],
  ])('%s', (_, text, titles) => {
    expect(find(index, text)).toEqual(titles.map(id));
  });

  test('a state that no paper has finds nothing, though another begins like it', () => {
    const index = indexOf({ title: 'Half Way', facets: ['is:reading'] });
    expect(find(index, 'is:read')).toEqual([]);
    expect(find(index, 'is:reading')).toEqual([id('Half Way')]);
  });

  test('a phrase is sure in a title and left to the caller in an abstract', () => {
    const { query } = parseQuery('"new graphs"', NOW);
    const hits = index.search(query, 10);
    expect(hits.map((hit) => [hit.id, hit.isUnverified])).toEqual([
      [id('New Graphs'), undefined],
      [id('Graphs of Time'), true],
    ]);
    const texts = papers.map(makeDocument).filter((paper) => hasPhrases(query, paper));
    expect(texts.map((paper) => paper.title)).toEqual(['New Graphs', 'Graphs of Time']);
    expect(texts.every((paper) => hasPhrases(parseQuery('"graphs new"', NOW).query, paper))).toBe(
      false,
    );
  });
});

describe('follows what happens to the library', () => {
  test('a paper put twice is found once, with its newest text', () => {
    const index = indexOf({ id: 'x:1' as PaperKey, title: 'First Draft' });
    index.put([makeDocument({ id: 'x:1' as PaperKey, title: 'Final Version' })], 2);
    expect(index.size).toBe(1);
    expect(find(index, 'final version')).toEqual(['x:1']);
    expect(find(index, 'draft')).toEqual([]);
    expect(find(index, '')).toEqual(['x:1']);
  });

  test('of one paper given twice in one put the later counts', () => {
    const index = indexOf(
      { id: 'x:1' as PaperKey, title: 'First Draft' },
      { id: 'x:1' as PaperKey, title: 'Final Version' },
    );
    expect(index.size).toBe(1);
    expect(find(index, 'draft')).toEqual([]);
  });

  test('a removed paper is not found again, before or after a merge', () => {
    const documents = generateDocuments(300);
    const index = openSearchIndex(new Map());
    for (let i = 0; i < 300; i += 20) index.put(documents.slice(i, i + 20), i);
    const gone = documents[7] as SearchDocument;
    index.remove([gone.id], 999);
    while (index.mergeStep());
    expect(index.size).toBe(299);
    expect(index.rev).toBe(999);
    expect(find(index, `title:"${gone.title}"`)).toEqual([]);
    expect(find(index, '', 1000)).toHaveLength(299);
  });

  test('a paper removed or put again while a merge is under way stays so after it', () => {
    const documents = generateDocuments(280);
    const index = openSearchIndex(new Map());
    for (let i = 0; i < 280; i += 70) index.put(documents.slice(i, i + 70), i);
    expect(index.mergeStep()).toBe(true);
    const [gone, changed] = [documents[5], documents[100]] as [SearchDocument, SearchDocument];
    index.remove([gone.id], 2000);
    index.put([{ ...changed, title: 'Unheard-of Zebras' }], 2001);
    while (index.mergeStep());
    expect(index.size).toBe(279);
    expect(find(index, '', 2000)).not.toContain(gone.id);
    expect(find(index, 'zebras')).toEqual([changed.id]);
  });
});

describe('lives in segments', () => {
  const queries = ['audio network', 'quantun', 'is:read', 'cat:cs.LG learn', 'year:2015', 'neur'];
  const answers = (index: SearchIndex) => queries.map((text) => find(index, text));

  test('reopened from its segments it answers the same', () => {
    const store = new SegmentStore();
    const index = openSearchIndex(store.segments);
    const documents = generateDocuments(200);
    for (let i = 0; i < 200; i += 25) {
      index.put(documents.slice(i, i + 25), i + 25);
      index.remove([(documents[i] as SearchDocument).id], i + 26);
      store.apply(index.flush());
    }
    const again = openSearchIndex(store.segments);
    expect(again.rev).toBe(index.rev);
    expect(again.size).toBe(192);
    expect(answers(again)).toEqual(answers(index));
    expect(again.flush()).toEqual({ put: new Map(), remove: [] });
  });

  test('a merge stopped between slices loses nothing', () => {
    const store = new SegmentStore();
    const index = openSearchIndex(store.segments);
    const documents = generateDocuments(280);
    for (let i = 0; i < 280; i += 70) index.put(documents.slice(i, i + 70), i);
    store.apply(index.flush());
    const before = find(index, '', 2000);
    let slices = 0;
    for (; index.mergeStep(); slices++) {
      store.apply(index.flush());
      const reopened = openSearchIndex(store.segments);
      expect(reopened.size).toBe(280);
      expect(find(reopened, '', 2000)).toEqual(before);
    }
    expect(slices).toBeGreaterThan(2);
    store.apply(index.flush());
    expect([...store.segments.keys()]).toHaveLength(3); // manifest, head, body
    expect(find(openSearchIndex(store.segments), '', 2000)).toEqual(before);
  });

  test('one save writes no large buffer and leaves the large ones alone', () => {
    const store = new SegmentStore();
    const index = openSearchIndex(store.segments);
    index.put(generateDocuments(2000), 1);
    store.apply(index.flush());
    for (let i = 0; i < 40; i++) {
      index.put([makeDocument({ title: `Saved Number ${i}` })], 2 + i);
      const change = index.flush();
      for (const buffer of change.put.values()) expect(buffer.byteLength).toBeLessThan(100_000);
      store.apply(change);
    }
    expect(store.segments.size).toBeLessThan(20);
    expect(find(openSearchIndex(store.segments), 'saved number 17')[0]).toBe(id('Saved Number 17'));
  });

  test.each([
    ['its manifest is gone', (name: string) => name.endsWith('manifest'), null],
    ['a head is gone', (name: string) => name.endsWith('head'), null],
    ['a body is gone', (name: string) => name.endsWith('body'), null],
    [
      'a head is cut short',
      (name: string) => name.endsWith('head'),
      (b: ArrayBuffer) => b.slice(0, 200),
    ],
    [
      'a body is cut short',
      (name: string) => name.endsWith('body'),
      (b: ArrayBuffer) => b.slice(0, 64),
    ],
    ['its format is of another version', (name: string) => name.endsWith('head'), raiseVersion],
    [
      'its manifest is no JSON',
      (name: string) => name.endsWith('manifest'),
      () => new ArrayBuffer(9),
    ],
  ])('opens empty where %s, and takes the remains away', (_, isMeant, damage) => {
    const store = new SegmentStore();
    const index = openSearchIndex(store.segments);
    index.put(generateDocuments(20), 5);
    store.apply(index.flush());
    for (const [name, buffer] of store.segments) {
      if (!isMeant(name)) continue;
      if (damage) store.segments.set(name, damage(buffer));
      else store.segments.delete(name);
    }
    const opened = openSearchIndex(store.segments);
    expect([opened.size, opened.rev]).toEqual([0, 0]);
    opened.put([makeDocument({ title: 'Anew' })], 1);
    store.apply(opened.flush());
    expect(find(openSearchIndex(store.segments), '')).toEqual([id('Anew')]);
    expect(store.segments.size).toBe(3);
  });

  test('becomes one segment where there is time for it, and finds the same', () => {
    const documents = generateDocuments(900);
    const index = openSearchIndex(new Map());
    for (let i = 0; i < 900; i += 150) index.put(documents.slice(i, i + 150), i + 1);
    const before = find(index, 'network', 100);
    while (index.mergeStep(true));
    expect(find(index, 'network', 100)).toEqual(before);
    const names = [...index.flush().put.keys()];
    expect(names.filter((name) => name.endsWith('.head'))).toHaveLength(1);
    index.put(documents.slice(0, 10), 1000);
    expect(index.mergeStep(true)).toBe(false);
  });

  test('leaves the segments of other indexes alone', () => {
    const store = new SegmentStore();
    store.segments.set('related.manifest', new ArrayBuffer(8));
    const index = openSearchIndex(store.segments);
    index.put([makeDocument()], 1);
    store.apply(index.flush());
    expect(store.segments.has('related.manifest')).toBe(true);
  });
});

function raiseVersion(buffer: ArrayBuffer): ArrayBuffer {
  const copy = buffer.slice(0);
  const header = new Uint32Array(copy);
  header[1] = 999;
  return copy;
}
