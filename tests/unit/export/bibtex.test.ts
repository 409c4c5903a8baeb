import { describe, expect, it } from 'vitest';
import type { ExchangePaper } from '../../../lib/core/exchange';
import { toBiblatex } from '../../../lib/export/biblatex';
import { toBibtex } from '../../../lib/export/bibtex';
import { authorsOf, exchangePaper } from '../../support/exchange-papers';

const preprint = exchangePaper({
  id: 'arxiv:3101.00042',
  ids: ['arxiv:3101.00042'],
  title: 'Toy Models Dream of MNIST',
  authors: authorsOf('Ada Example; Bo van der Beispiel; The Sheep Collaboration'),
  date: '2031-01-02',
  categories: ['cs.LG', 'stat.ML'],
  version: 2,
  urls: ['https://huggingface.co/papers/3101.00042'],
});

const article = exchangePaper({
  id: 'doi:10.1000/a_b',
  ids: ['doi:10.1000/a_b', 'arxiv:3101.00043', 'pmid:123'],
  title: 'Roots of R&D',
  authors: authorsOf('de la Cruz, Jr., Juan'),
  type: 'journal-article',
  venue: 'Journal of Trees & Roots',
  volume: '3',
  number: '2',
  pages: '5998–6008',
  publisher: 'Wood Press',
  date: '2030-12',
  tags: ['to read', 'a, b'],
  keywords: ['trees'],
  abstract: 'We study $x$ at 95%.',
  note: 'Line 1\n\nLine 2',
});

const paperInProceedings = exchangePaper({
  ids: ['arxiv:3101.00044'],
  venue: 'Advances in Sheep 43',
  type: 'conference-paper',
  pages: '1-9',
  publisher: 'Wood Press',
  date: '2031',
});

describe('BibTeX', () => {
  it('writes a preprint as @misc with its eprint', () => {
    expect(toBibtex([preprint])).toBe(`@misc{example2031toy,
  title         = {Toy Models Dream of {MNIST}},
  author        = {Example, Ada and van der Beispiel, Bo and {The Sheep Collaboration}},
  year          = {2031},
  month         = jan,
  eprint        = {3101.00042},
  archivePrefix = {arXiv},
  primaryClass  = {cs.LG},
  doi           = {10.48550/arXiv.3101.00042},
  url           = {https://arxiv.org/abs/3101.00042}
}
`);
  });

  it('writes a published paper as what it is, its eprint attached', () => {
    const options = { abstracts: true, keywords: true, notes: true };
    expect(toBibtex([article, paperInProceedings], options)).toBe(`@article{delacruz2030roots,
  title         = {Roots of R\\&D},
  author        = {de la Cruz, Jr., Juan},
  journal       = {Journal of Trees \\& Roots},
  volume        = {3},
  number        = {2},
  pages         = {5998--6008},
  publisher     = {Wood Press},
  year          = {2030},
  month         = dec,
  doi           = {10.1000/a_b},
  eprint        = {3101.00043},
  archivePrefix = {arXiv},
  pmid          = {123},
  abstract      = {We study $x$ at 95\\%.},
  keywords      = {to read, {a, b}, trees},
  annote        = {Line 1 Line 2}
}

@inproceedings{example2031toy,
  title         = {A Toy},
  author        = {Example, Ada},
  booktitle     = {Advances in Sheep 43},
  pages         = {1--9},
  publisher     = {Wood Press},
  year          = {2031},
  doi           = {10.48550/arXiv.3101.00044},
  eprint        = {3101.00044},
  archivePrefix = {arXiv},
  url           = {https://arxiv.org/abs/3101.00044}
}
`);
  });

  it('leaves abstracts, keywords and notes out unless asked', () => {
    expect(toBibtex([article])).not.toMatch(/abstract|keywords|annote/);
  });

  it('names the version, and leaves the arXiv DOI out, where asked', () => {
    const text = toBibtex([preprint], { arxivVersion: true, arxivDoi: false });
    expect(text).toContain('eprint        = {3101.00042v2}');
    expect(text).not.toContain('doi');
  });

  it('writes theses, reports, books and chapters with their own fields', () => {
    const facts = { organization: 'Sheep University', venue: 'Wool Series', number: '7' };
    const types = ['thesis', 'report', 'book', 'chapter', 'webpage'] as const;
    const text = toBibtex(types.map((type) => exchangePaper({ ...facts, type })));
    expect(text).toMatch(/@phdthesis\{exampletoy,[^@]* school = \{Sheep University\}/);
    expect(text).toMatch(/@techreport\{[^@]* institution = \{Sheep University\},\n {2}number/);
    expect(text).toMatch(/@book\{[^@]* series = \{Wool Series\}/);
    expect(text).toMatch(/@incollection\{[^@]* booktitle = \{Wool Series\}/);
    expect(text).toMatch(/@misc\{[^@]* howpublished = \{Wool Series\}/);
  });

  it('is one empty line for no papers', () => {
    expect(toBibtex([])).toBe('\n');
  });
});

describe('BibLaTeX', () => {
  it('writes a preprint as @online with date and eprinttype', () => {
    expect(toBiblatex([preprint])).toBe(`@online{example2031toy,
  title       = {Toy Models Dream of {MNIST}},
  author      = {Example, Ada and van der Beispiel, Bo and {The Sheep Collaboration}},
  date        = {2031-01-02},
  doi         = {10.48550/arXiv.3101.00042},
  eprint      = {3101.00042},
  eprinttype  = {arxiv},
  eprintclass = {cs.LG},
  url         = {https://arxiv.org/abs/3101.00042}
}
`);
  });

  it('writes a published paper as what it is, its eprint attached', () => {
    expect(toBiblatex([article], { notes: true })).toBe(`@article{delacruz2030roots,
  title        = {Roots of R\\&D},
  author       = {de la Cruz, Jr., Juan},
  journaltitle = {Journal of Trees \\& Roots},
  volume       = {3},
  number       = {2},
  pages        = {5998--6008},
  publisher    = {Wood Press},
  date         = {2030-12},
  doi          = {10.1000/a_b},
  eprint       = {3101.00043},
  eprinttype   = {arxiv},
  pmid         = {123},
  annotation   = {Line 1 Line 2}
}
`);
  });
});

describe('the authors of an entry', () => {
  const cases: [names: ExchangePaper['authors'], field: string][] = [
    [authorsOf('Jörg Müller; Émile Zola'), 'Müller, Jörg and Zola, Émile'],
    [authorsOf('Øyvind Ås'), 'Ås, Øyvind'],
    [authorsOf('Văn Nguyễn'), 'Nguyễn, Văn'],
    [
      authorsOf('Laurens van der Maaten; Ludwig van Beethoven'),
      'van der Maaten, Laurens and van Beethoven, Ludwig',
    ],
    [authorsOf('de la Cruz, Jr., Juan'), 'de la Cruz, Jr., Juan'],
    [authorsOf('Álvarez de Toledo, Pedro'), 'Álvarez de Toledo, Pedro'],
    [authorsOf("d'Alembert, Jean; O'Neil, Cathy"), "d'Alembert, Jean and O'Neil, Cathy"],
    [
      authorsOf('The ATLAS Collaboration; Barnes and Noble, Inc.'),
      '{The ATLAS Collaboration} and {Barnes and Noble, Inc.}',
    ],
    [
      authorsOf('王, 小明; 山田太郎; Kim, Min-Su (김민수)'),
      '王, 小明 and {山田太郎} and Kim, Min-Su (김민수)',
    ],
    [
      authorsOf('Madonna; Jean-Luc de la Fontaine III; DeepSeek-AI'),
      '{Madonna} and de la Fontaine, III, Jean-Luc and {DeepSeek-AI}',
    ],
    [[{ name: 'x', family: 'van Gogh', given: 'Vincent' }], '{van Gogh}, Vincent'],
    [[{ name: 'x', family: 'Oak; Elm', given: 'Ada' }], '{Oak; Elm}, Ada'],
    [[{ name: 'x', family: 'den Berg', given: 'Bo', particle: 'van' }], 'van {den Berg}, Bo'],
    [[{ name: 'x', family: 'Rock and Roll', given: 'Ann' }], '{Rock and Roll}, Ann'],
    [[{ name: 'x', family: 'García Márquez' }], '{García Márquez}'],
    [[{ name: 'x', family: 'Example', given: 'Ada, Bo' }], 'Example, {Ada, Bo}'],
    [[{ name: 'others', literal: 'others' }], '{others}'],
  ];
  it.each(cases)('of %j are written as %s', (authors, field) => {
    expect(toBibtex([exchangePaper({ authors })])).toContain(` author = {${field}}\n`);
  });

  it('are all there, in order, when there are a hundred', () => {
    const names = Array.from({ length: 100 }, (_, n) => `First${n} Lastname${n}`);
    const text = toBibtex([exchangePaper({ authors: authorsOf(names.join('; ')) })]);
    const expected = names.map((_, n) => `Lastname${n}, First${n}`).join(' and ');
    expect(text).toContain(`{${expected}}`);
  });

  it('end in "and others" where the page named only some of them', () => {
    const authors = authorsOf('Ashish Vaswani');
    expect(toBibtex([exchangePaper({ authors, authorCount: 8 })])).toContain(
      '{Vaswani, Ashish and others}',
    );
    expect(toBibtex([exchangePaper({ authors: [], authorCount: 8 })])).not.toContain('others');
  });

  it('are not there where none is known', () => {
    expect(toBibtex([exchangePaper({ authors: [] })])).not.toContain('author');
  });
});

describe('a title', () => {
  const cases: [title: string, field: string][] = [
    ['Straße und Öl', 'Straße und Öl'],
    ['naïve İstanbul ı', 'naïve İstanbul ı'],
    [
      '$\\alpha$-Rényi in $O(n \\log n)$ on $\\mathbb{R}^{d}$: $p < 0.05$',
      '$\\alpha$-Rényi in $O(n \\log n)$ on $\\mathbb{R}^{d}$: $p < 0.05$',
    ],
    [
      '“Why?” – the ‘Predictions’ of "any" Classifier—really',
      '“Why?” – the ‘Predictions’ of "any" Classifier—really',
    ],
    [
      '95% of R&D costs $5 #1 under_score {b} ~ ^ \\ x',
      '95\\% of R\\&D costs \\$5 \\#1 under\\_score \\{b\\} \\textasciitilde{} \\textasciicircum{} \\textbackslash{} x',
    ],
    ['Talking 🦜 and 👩‍🔬', 'Talking 🦜 and 👩‍🔬'],
    [
      '<i>E. coli</i> H<sub>2</sub>O x<sup>2</sup> <i>meta</i>',
      '\\textit{E. coli} H\\textsubscript{2}O x\\textsuperscript{2} \\textit{meta}',
    ],
    ['x < y > z', 'x \\textless{} y \\textgreater{} z'],
    [
      'BERT: Pre-training of Deep Bidirectional Transformers',
      '{BERT}: Pre-training of Deep Bidirectional Transformers',
    ],
    ['from $5 to $10', 'from \\$5 to \\$10'],
    ['u\u0308 a\u00a0b c\u200bd e\u00adf', 'ü a b cd ef'],
  ];
  it.each(cases)('%s is written as %s', (title, field) => {
    expect(toBibtex([exchangePaper({ title })])).toContain(`  title  = {${field}},`);
  });
});

describe('other fields', () => {
  it('have no year where none is known, and keep the arXiv id', () => {
    const text = toBibtex([exchangePaper({ ids: ['arxiv:2401.00001'] })]);
    expect(text).not.toContain('year');
    expect(text).toContain('eprint        = {2401.00001}');
  });

  it('have the arXiv id that an address names', () => {
    const urls = ['https://huggingface.co/papers/3101.00042'];
    const text = toBibtex([exchangePaper({ urls })]);
    expect(text).toContain('eprint        = {3101.00042}');
    expect(text).toContain('url           = {https://arxiv.org/abs/3101.00042}');
  });

  it('have old arXiv ids in full', () => {
    expect(toBibtex([exchangePaper({ ids: ['arxiv:math/0309136'] })])).toContain('{math/0309136}');
  });

  it('name a DOI once', () => {
    const ids = ['doi:10.1000/x'];
    expect(toBibtex([exchangePaper({ ids })])).not.toContain('url');
    const urls = ['https://journal.example/x'];
    expect(toBibtex([exchangePaper({ ids, urls })])).toContain('{https://journal.example/x}');
  });

  it('keep an address as it is', () => {
    const url = 'https://ex.org/a_b?x=1%20&y=~z#f';
    expect(toBibtex([exchangePaper({ urls: [url] })])).toContain(`url    = {${url}}`);
  });

  it('keep month and pages as BibTeX writes them', () => {
    const facts = { venue: 'Sheep', date: '2017-12', pages: '5998-6008' } as const;
    const text = toBibtex([exchangePaper({ ...facts, type: 'conference-paper' })]);
    expect(text).toContain('month     = dec');
    expect(text).toContain('{5998--6008}');
  });

  it('keep the key that a paper has, and tell papers apart that would share one', () => {
    const text = toBibtex([
      exchangePaper({ citationKey: 'müller2020über' }),
      exchangePaper(),
      exchangePaper(),
    ]);
    expect(text.match(/^@misc\{.*,$/gm)).toEqual([
      '@misc{müller2020über,',
      '@misc{exampletoy,',
      '@misc{exampletoya,',
    ]);
  });

  it('write accents as commands in ASCII', () => {
    const paper = exchangePaper({ title: 'Über Öl', authors: authorsOf('Jörg Müller') });
    const text = toBibtex([paper], { ascii: true });
    expect(text).toContain('{{\\"U}ber {\\"O}l}');
    expect(text).toContain('{M{\\"u}ller, J{\\"o}rg}');
  });
});

describe('the type of a paper', () => {
  const cases: [facts: Partial<ExchangePaper>, type: string][] = [
    [{}, 'misc'],
    [{ venue: 'Journal of Trees' }, 'article'],
    [{ venue: 'NeurIPS 2031' }, 'inproceedings'],
    [{ venue: 'Transactions of the ACL' }, 'article'],
    [{ venue: 'Proceedings of the National Academy of Sciences' }, 'article'],
    [{ venue: 'Corrosion Science' }, 'article'],
    [{ venue: 'arXiv.org' }, 'misc'],
    [{ type: 'preprint', venue: 'ICLR 2031' }, 'misc'],
    [{ type: 'preprint', venue: 'Journal of Trees', ids: ['doi:10.1000/x'] }, 'article'],
    [{ type: 'preprint', venue: 'bioRxiv', ids: ['doi:10.1101/x'] }, 'misc'],
    [{ type: 'book', venue: 'NeurIPS' }, 'book'],
  ];
  it.each(cases)('with %j is @%s', (facts, type) => {
    expect(toBibtex([exchangePaper(facts)])).toMatch(new RegExp(`^@${type}\\{`));
  });

  it('comes with the DOI of its publisher rather than of a preprint server', () => {
    const ids = ['doi:10.1101/2031.01.01', 'doi:10.1000/x', 'arxiv:3101.00042'];
    expect(toBibtex([exchangePaper({ ids })])).toContain('{10.1000/x}');
  });
});
