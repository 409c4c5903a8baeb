import { describe, expect, it } from 'vitest';
import type { ExchangePaper } from '../../../lib/core/exchange';
import { readBibtex } from '../../../lib/import/bibtex';

function readAll(text: string): { papers: ExchangePaper[]; problems: string[] } {
  const items = [...readBibtex(text)];
  return {
    papers: items.flatMap((item) => ('record' in item ? [item.record.paper] : [])),
    problems: items.flatMap((item) => ('problem' in item ? [item.problem.message] : [])),
  };
}

function read(text: string): ExchangePaper {
  const { papers, problems } = readAll(text);
  expect(problems).toEqual([]);
  const [paper] = papers;
  if (!paper) throw new Error('no paper read');
  return paper;
}

const names = (paper: ExchangePaper): string[] => paper.authors.map(({ name }) => name);

describe('entries as they are copied from', () => {
  it('Google Scholar', () => {
    const paper = read(`@article{example2031toy,
  title={Toy models dream},
  author={Example, Ada and Beispiel, Bo},
  journal={arXiv preprint arXiv:3101.00042},
  year={2031}
}`);
    expect(paper).toMatchObject({
      id: 'arxiv:3101.00042',
      title: 'Toy models dream',
      type: 'preprint',
      date: '2031',
      citationKey: 'example2031toy',
    });
    expect(paper.venue).toBeUndefined();
  });

  it('arXiv', () => {
    const paper = read(`@misc{example2031toymodelsdream,
      title={Toy Models Dream},
      author={Ada Example and Bo van der Beispiel},
      year={2031},
      eprint={3101.00042},
      archivePrefix={arXiv},
      primaryClass={cs.LG},
      url={https://arxiv.org/abs/3101.00042},
}`);
    expect(paper).toMatchObject({ ids: ['arxiv:3101.00042'], categories: ['cs.LG'] });
    expect(paper.authors[1]).toMatchObject({ particle: 'van der', family: 'Beispiel' });
  });

  it('DBLP, whose timestamp is not the user’s', () => {
    const paper = read(`@article{DBLP:journals/corr/abs-3101-00042,
  author       = {Ada Example and
                  Bo Beispiel},
  title        = {Toy Models Dream},
  journal      = {CoRR},
  volume       = {abs/3101.00042},
  year         = {2031},
  url          = {https://doi.org/10.48550/arXiv.3101.00042},
  doi          = {10.48550/ARXIV.3101.00042},
  eprinttype    = {arXiv},
  eprint       = {3101.00042},
  timestamp    = {Mon, 13 Jan 2031 16:48:37 +0200},
  biburl       = {https://dblp.org/rec/journals/corr/abs-3101-00042.bib},
  bibsource    = {dblp computer science bibliography, https://dblp.org}
}`);
    expect(paper.ids).toEqual(['arxiv:3101.00042']);
    expect(paper).toMatchObject({ citationKey: 'DBLP:journals/corr/abs-3101-00042' });
    expect(names(paper)).toEqual(['Ada Example', 'Bo Beispiel']);
    expect([paper.venue, paper.volume, paper.addedAt]).toEqual([undefined, undefined, undefined]);
  });

  it('Semantic Scholar', () => {
    const paper = read(`@article{Example2031ToyMD,
  title={Toy Models Dream},
  author={Ada Example and Bo Beispiel},
  journal={ArXiv},
  year={2031},
  volume={abs/3101.00042},
  url={https://api.semanticscholar.org/CorpusID:13756489}
}`);
    expect(paper.ids).toEqual(['arxiv:3101.00042', 'corpusid:13756489']);
  });

  it('the ACL Anthology', () => {
    const paper = read(`@inproceedings{example-etal-2031-toy,
    title = "{T}oy: Models that Dream",
    author = "Example, Ada  and
      Beispiel, Bo",
    editor = "Editor, Eve",
    booktitle = "Proceedings of the 1st Conference on Sheep",
    month = jun,
    year = "2031",
    address = "Somewhere",
    publisher = "Association for Sheep",
    url = "https://aclanthology.org/N19-1423/",
    doi = "10.18653/v1/N19-1423",
    pages = "4171--4186"
}`);
    expect(paper).toMatchObject({
      id: 'acl:N19-1423',
      title: 'Toy: Models that Dream',
      venue: 'Proceedings of the 1st Conference on Sheep',
      date: '2031-06',
      pages: '4171-4186',
      type: 'conference-paper',
    });
    expect(names(paper)).toEqual(['Ada Example', 'Bo Beispiel']);
  });

  it('OpenReview', () => {
    const paper = read(`@inproceedings{
example2031toy,
title={Toy Models Dream},
author={Ada Example},
booktitle={Submitted to Sheep 2031},
year={2031},
url={https://openreview.net/forum?id=AbCdEf123_},
note={under review}
}`);
    expect(paper).toMatchObject({
      id: 'openreview:AbCdEf123_',
      citationKey: 'example2031toy',
      comments: 'under review',
    });
  });

  it('INSPIRE', () => {
    const paper = read(`@article{Example:2031abc,
    author = "Example, Ada and others",
    collaboration = "SHEEP",
    title = "{Observation of a toy with \\textbf{mass} $m_t \\approx 5$ GeV}",
    eprint = "hep-ex/0102003",
    archivePrefix = "arXiv",
    primaryClass = "hep-ex",
    reportNumber = "SHEEP-31-01",
    doi = "10.1000/j.toy.2031.01.020",
    journal = "Phys. Toys B",
    volume = "716",
    pages = "1--29",
    year = "2031"
}`);
    expect(paper).toMatchObject({
      ids: ['arxiv:hep-ex/0102003', 'doi:10.1000/j.toy.2031.01.020'],
      title: 'Observation of a toy with <b>mass</b> $m_t \\approx 5$ GeV',
      organization: 'SHEEP',
      venue: 'Phys. Toys B',
      citationKey: 'Example:2031abc',
      type: 'journal-article',
    });
    expect(paper.authorCount).toBe(2);
  });

  it('ADS, with its braces and journal macros', () => {
    const paper = read(`@ARTICLE{2031ApJ...900..123M,
       author = {{M{\\"u}ller}, J. and {van der Beispiel}, Bo A.},
        title = "{A Toy at z \\raisebox{-0.5ex}\\textasciitilde 5}",
      journal = {\\apj},
     keywords = {Toys, 1234, Sheep, Astrophysics - Toys},
         year = 2031,
        month = jul,
       volume = {900},
          eid = {123},
        pages = {123},
          doi = {10.1000/1538-4357/abcd},
archivePrefix = {arXiv},
       eprint = {3101.00042},
 primaryClass = {astro-ph.GA},
       adsurl = {https://ui.adsabs.harvard.edu/abs/2031ApJ...900..123M},
      adsnote = {Provided by the SAO/NASA Astrophysics Data System}
}`);
    expect(paper.ids).toEqual([
      'arxiv:3101.00042',
      'doi:10.1000/1538-4357/abcd',
      'bibcode:2031ApJ...900..123M',
    ]);
    expect(paper.venue).toBe('The Astrophysical Journal');
    expect(paper.authors[0]).toMatchObject({ family: 'Müller', given: 'J.' });
    expect(paper.authors[1]).toMatchObject({ family: 'van der Beispiel', given: 'Bo A.' });
    expect(paper.tags).toEqual(['Toys', '1234', 'Sheep', 'Astrophysics - Toys']);
  });

  it('Zotero', () => {
    const paper = read(`
@misc{example_toy_2031,
	title = {Toy {Models} {Dream} of {\\textless}b{\\textgreater} \\& {MNIST}},
	url = {http://arxiv.org/abs/3101.00042},
	doi = {10.48550/arXiv.3101.00042},
	abstract = {First line.
Second, with 50\\% and a\\_b.},
	language = {en},
	urldate = {2031-02-03},
	publisher = {arXiv},
	author = {Example, Ada and Beispiel, Bo},
	month = jan,
	year = {2031},
	note = {arXiv:3101.00042 [cs]},
	keywords = {Computer Science - Machine Learning, toys, to read},
	annote = {Comment: 12 pages},
	file = {Full Text PDF:C\\:\\\\Users\\\\ada\\\\Zotero\\\\storage\\\\X.pdf:application/pdf},
}`);
    expect(paper).toMatchObject({
      ids: ['arxiv:3101.00042'],
      title: 'Toy Models Dream of <b> & MNIST',
      abstract: 'First line. Second, with 50% and a_b.',
      date: '2031-01',
      type: 'preprint',
      tags: ['Computer Science - Machine Learning', 'toys', 'to read'],
      note: 'Comment: 12 pages',
    });
    expect([paper.comments, paper.publisher]).toEqual([undefined, undefined]);
  });

  it('Better BibTeX for BibLaTeX', () => {
    const paper = read(`@online{exampleToyModelsDream2031,
  title = {Toy {{Models Dream}} of {\\mkbibemph{Sheep}}},
  author = {family=Beispiel, given=Bo, prefix=van der, useprefix=true and Example, Ada},
  date = {2031-01-02},
  eprint = {3101.00042},
  eprinttype = {arXiv},
  eprintclass = {cs},
  pubstate = {prepublished},
  keywords = {toys}
}`);
    expect(paper).toMatchObject({
      id: 'arxiv:3101.00042',
      title: 'Toy Models Dream of <i>Sheep</i>',
      date: '2031-01-02',
      type: 'preprint',
      categories: ['cs'],
    });
    expect(paper.authors[0]).toMatchObject({
      family: 'Beispiel',
      given: 'Bo',
      particle: 'van der',
    });
  });

  it('JabRef, with groups, read state, dates and comments', () => {
    const { papers, problems } = readAll(`% Encoding: UTF-8

@Article{Example2031,
  author           = {Ada Example},
  date             = {2031-01},
  journaltitle     = {Journal of Toys},
  title            = {Toy Models},
  doi              = {10.1000/toys.1},
  groups           = {Sheep, To read\\, soon},
  comment          = {My own thought.},
  readstatus       = {skimmed},
  relevance        = {relevant},
  creationdate     = {2031-01-05T10:20:30},
}

@Comment{jabref-meta: databaseType:biblatex;}

@Comment{jabref-meta: groupstree:
0 AllEntriesGroup:;
1 ExplicitGroup:Old group\\;0\\;Example2031\\;Other2030\\;;
}
`);
    expect(problems).toEqual([]);
    expect(papers).toMatchObject([
      {
        venue: 'Journal of Toys',
        status: 'reading',
        starred: true,
        note: 'My own thought.',
        addedAt: '2031-01-05T10:20:30.000Z',
      },
    ]);
    expect(papers[0]?.lists).toContain('Sheep');
    expect(papers[0]?.lists).toContain('Old group');
  });

  it('BibDesk, with its static groups', () => {
    const { papers } =
      readAll(`@article{key1, title={Toy}, Date-Added = {2031-01-05 10:20:30 +0100},
  Read = {1}, Bdsk-Url-1 = {https://doi.org/10.1000/toys.1}}
@comment{BibDesk Static Groups{
<?xml version="1.0" encoding="UTF-8"?>
<plist version="1.0"><array><dict>
<key>group name</key><string>Sheep</string>
<key>keys</key><string>key1,key2</string>
</dict></array></plist>
}}`);
    expect(papers).toMatchObject([
      {
        id: 'doi:10.1000/toys.1',
        lists: ['Sheep'],
        status: 'read',
        addedAt: '2031-01-05T09:20:30.000Z',
      },
    ]);
  });

  it('Mendeley', () => {
    const paper = read(`@article{Example2031,
abstract = {We dream.},
archivePrefix = {arXiv},
arxivId = {3101.00042},
author = {Example, Ada and Beispiel, Bo},
eprint = {3101.00042},
file = {:C$\\backslash$:/Users/ada/Example - 2031 - Toy.pdf:pdf},
issn = {1234-5678},
keywords = {toys,sheep},
mendeley-groups = {Sheep},
mendeley-tags = {mine},
month = {jan},
title = {{Toy Models \\& Dreams}},
url = {http://arxiv.org/abs/3101.00042},
year = {2031}
}`);
    expect(paper).toMatchObject({
      id: 'arxiv:3101.00042',
      title: 'Toy Models & Dreams',
      tags: ['toys', 'sheep', 'mine'],
      lists: ['Sheep'],
      date: '2031-01',
    });
  });

  it('people who name the arXiv id in a note, theirs or that of another paper', () => {
    const idOf = (note: string): unknown => read(`@misc{a, title={T}, note={${note}}}`).id;
    expect(idOf('arXiv:3101.00042')).toBe('arxiv:3101.00042');
    expect(idOf('Preprint, arXiv:hep-th/0102003v2')).toBe('arxiv:hep-th/0102003');
    expect(idOf('Comment on arXiv:3101.00042')).toBeUndefined();
    expect(idOf('See also arXiv:3101.00042')).toBeUndefined();
  });

  it('people whose fields name two arXiv papers: the most explicit one is meant', () => {
    const paper = read(
      '@misc{a, title={T}, eprint={3101.00042}, archiveprefix={arXiv}, url={https://arxiv.org/abs/3101.00099v3}, doi={10.1000/toys.1}}',
    );
    expect(paper.ids).toEqual(['arxiv:3101.00042', 'doi:10.1000/toys.1']);
    expect(paper.version).toBeUndefined();
  });

  it('publishers that escape the DOI', () => {
    const paper = read(
      '@incollection{x, title={Toy}, doi={10.1007/978-3-319-24574-4\\_28}, url={\\url{https://doi.org/10.1007/978-3-319-24574-4_28}}}',
    );
    expect(paper).toMatchObject({ ids: ['doi:10.1007/978-3-319-24574-4_28'], type: 'chapter' });
  });

  it('web pages that leave entities and double braces', () => {
    const paper = read(
      '@article{x, title={{Toys &amp; Sheep &lt; Models}}, author={{Example, Ada and Beispiel, Bo}}}',
    );
    expect(paper.title).toBe('Toys & Sheep < Models');
    expect(names(paper)).toEqual(['Ada Example', 'Bo Beispiel']);
  });
});

describe('entries that lean on others', () => {
  it('inherit from a later crossref, as biblatex names the fields', () => {
    const { papers } = readAll(`
@inproceedings{toy, title={Toy}, author={Ada Example}, crossref={PROC31}, pages={1--2}}
@proceedings{proc31, title={Proceedings of Sheep}, editor={Eve Editor}, year={2031}, publisher={Pasture}}`);
    expect(papers[0]).toMatchObject({
      title: 'Toy',
      venue: 'Proceedings of Sheep',
      date: '2031',
      publisher: 'Pasture',
    });
    expect(papers[1]).toMatchObject({ title: 'Proceedings of Sheep', type: 'book' });
  });

  it('inherit from parents of parents, and come out of circles', () => {
    const { papers } = readAll(`@inbook{a, title={A}, crossref={b}}
@book{b, title={B}, crossref={c}}
@mvbook{c, title={C}, publisher={P}, year={2031}, crossref={a}}`);
    expect(papers[0]).toMatchObject({ title: 'A', venue: 'B', publisher: 'P', date: '2031' });
    expect(papers).toHaveLength(3);
  });

  it('take fields from xdata, which is no paper', () => {
    const { papers, problems } = readAll(
      '@xdata{j, journaltitle={Journal of Toys}}\n@article{a, title={Toy}, xdata={j}}',
    );
    expect([papers.length, papers[0]?.venue, problems]).toEqual([1, 'Journal of Toys', []]);
  });

  it('put in strings, whatever their case, also strings of strings', () => {
    const paper = read(
      '@STRING(Joy = "Journal of ") @string{toys = {Toys}} @string{full = joy # toys}\n@article{a, title={T}, journal = FULL # { (new)}}',
    );
    expect(paper.venue).toBe('Journal of Toys (new)');
  });

  it('keep the name of a string that is not defined', () => {
    expect(read('@article{a, title={T}, journal = jtoys}').venue).toBe('jtoys');
  });
});

describe('slips', () => {
  it.each([
    ['no comma between fields', '@misc{a, title={T}\n year={2031}}'],
    ['a comma too many', '@misc{a,, title={T},, year={2031},,}'],
    ['no key', '@misc{title={T}, year={2031}}'],
    ['an empty key', '@misc{, title={T}, year={2031}}'],
    ['an empty value', '@misc{a, title={T}, doi = , year={2031}}'],
    ['a remark behind a field', '@misc{a, title={T}, % the title\n year={2031}}'],
    ['a doubled field', '@misc{a, title={T}, year={2031}, title={Other}}'],
    ['an escaped brace at the end', '@misc{a, title={T}, year={2031}, file={C:\\dir\\}}'],
    ['an address before it', 'Mail ada@example.org\n@misc{a, title={T}, year={2031}}'],
    ['a space before the brace', '@misc {a, title={T}, year={2031}}'],
    ['only carriage returns', '@misc{a,\r title={T},\r year={2031}\r}\r'],
  ])('are forgiven: %s', (_, text) => {
    expect(read(text)).toMatchObject({ title: 'T', date: '2031' });
  });

  it.each([
    ['its last brace is missing', '@misc{a, title={T}, year={2031}\n\n'],
    ['a brace too many', '@misc{a, title={T}},\n year={2031}\n}\n'],
  ])('are named where the entry could be read all the same: %s', (_, text) => {
    const items = [...readBibtex(`${text}@misc{b, title={Next}}`)];
    const problems = items.flatMap((item) => ('problem' in item ? [item.problem] : []));
    expect(problems).toMatchObject([{ line: 1, code: 'doubtful', isKept: true }]);
    expect(readAll(`${text}@misc{b, title={Next}}`).papers).toMatchObject([
      { title: 'T', date: '2031' },
      { title: 'Next' },
    ]);
  });

  it.each([
    '@article{bad, title = {never closed,\n year = 2031\n',
    '@article{bad, title = "never closed,\n year = 2031}\n',
    '@article{bad title = {T}}\n',
    '@article{bad, title {T}}\n',
    '@article{bad, = {T}}\n',
    '@article{bad, title = [T]}\n',
    '@article{bad',
    '@article{bad, year={2031}}\n',
    '@comment{never closed\n',
    '@string{never = {closed\n',
  ])('cost no other entry: %j', (bad) => {
    const good = (key: string): string => `@misc{${key}, title={Good ${key}}}\n`;
    const { papers } = readAll(`${good('a')}${bad}\n${good('b')}${good('c')}`);
    expect(papers.map(({ title }) => title).filter((title) => title.startsWith('Good'))).toEqual([
      'Good a',
      'Good b',
      'Good c',
    ]);
  });

  it('are not looked for in what is commented out', () => {
    const { papers, problems } = readAll(
      '% @article{old, title = {Old\n%}\n@comment{@misc{x, title={X}}}\n@comment{\n@misc{y,\n title={Y}}\n}\n@misc{a, title={T}}',
    );
    expect([papers.map(({ title }) => title), problems]).toEqual([['T'], []]);
  });

  it('in a name list are forgiven', () => {
    const authors = (field: string): string[] =>
      names(read(`@misc{a, title={T}, author={${field}}}`));
    expect(authors('Example, Ada; Beispiel, Bo')).toEqual(['Ada Example', 'Bo Beispiel']);
    expect(authors('Ada Example AND Bo Beispiel and')).toEqual(['Ada Example', 'Bo Beispiel']);
    expect(authors('Ada Example, Bo Beispiel, Cy Third, Di Fourth')).toHaveLength(4);
    expect(authors('{van} {de Berg}, Jan and Maria {de la Cruz}')).toEqual([
      'Jan van de Berg',
      'Maria de la Cruz',
    ]);
  });
});

describe('commands', () => {
  it('that read or write files stay text', () => {
    const title = '\\input{/etc/passwd} \\write18{rm -rf /} \\foo{x}{y}[z]';
    expect(read(`@misc{a, title={${title}}}`).title).toBe(title);
  });

  it('of strings cannot grow without end', () => {
    const bombs = Array.from(
      { length: 40 },
      (_, at) => `@string{s${at + 1} = s${at} # s${at} # s${at} # s${at}}`,
    ).join('\n');
    const { papers } = readAll(`@string{s0 = "toy "}\n${bombs}\n@misc{a, title = s40}`);
    expect(papers[0]?.title.length).toBeLessThanOrEqual(1_000);
    const many = `@string{s = "${'x'.repeat(20_000)}"}\n@misc{a, title = {T}, note = ${'s # '.repeat(200_000)} s}`;
    expect(readAll(many).papers).toMatchObject([{ title: 'T' }]);
  });

  it('finds the PMID that older versions of Zotero wrote as a note', () => {
    const text = '@article{a, title={T}, note={{PMID:} 26017442}}';
    const [paper] = readAll(text).papers;
    expect(paper?.ids).toEqual(['pmid:26017442']);
    expect(paper).not.toHaveProperty('comments');
  });

  it('takes no fields from an entry that has no key', () => {
    const text = '@misc{, title={Keyless}, year={1999}}\n@misc{a, title={A}, crossref={b}}';
    expect(readAll(`${text}\n@misc{b, title={B}, year={2031}}`).papers).toMatchObject([
      { title: 'Keyless', date: '1999' },
      { title: 'A', date: '2031' },
      { title: 'B', date: '2031' },
    ]);
  });

  it('reads names that a web page escaped', () => {
    const text = '@misc{a, title={T}, author={M&uuml;ller, J&ouml;rg and Garc&iacute;a, &#201;va}}';
    const [paper] = readAll(text).papers;
    expect(paper?.authors.map(({ name }) => name)).toEqual(['Jörg Müller', 'Éva García']);
  });
});
