import { expect, it } from 'vitest';
import { readMedline } from '../../../lib/import/medline';
import { readPapers } from '../../support/read-papers';

const RECORD = `PMID- 26017442
OWN - NLM
DP  - 2031 May 28
TI  - Toy learning: models that dream of sheep in a long
      title.
PG  - 436-44
LID - 10.1000/nature14539 [doi]
AB  - We dream.
      Then we wake.
FAU - van der Beispiel, Bo
AU  - van der Beispiel B
FAU - Example, Ada J
AU  - Example AJ
CN  - The Sheep Group
PT  - Journal Article
TA  - J Toys
JT  - Journal of toys
VI  - 521
IP  - 7553
MH  - *Toys
OT  - sheep
PMC - PMC4368415
`;

it('reads a record as PubMed saves it', () => {
  const { papers, problems, lines } = readPapers(readMedline, `\n${RECORD}`);
  expect(problems).toEqual([]);
  expect(lines).toEqual([2]);
  expect(papers).toMatchObject([
    {
      ids: ['doi:10.1000/nature14539', 'pmid:26017442', 'pmcid:PMC4368415'],
      title: 'Toy learning: models that dream of sheep in a long title',
      abstract: 'We dream. Then we wake.',
      date: '2031-05-28',
      venue: 'Journal of toys',
      volume: '521',
      number: '7553',
      pages: '436-444',
      type: 'journal-article',
      keywords: ['sheep', 'Toys'],
    },
  ]);
  expect(papers[0]?.authors.map(({ name }) => name)).toEqual([
    'Bo van der Beispiel',
    'Ada J Example',
    'The Sheep Group',
  ]);
});

it('finds a DOI however it is written, and leaves the marks of main subjects away', () => {
  const idsOf = (line: string) => readPapers(readMedline, `PMID- 1\n${line}\n`).papers[0]?.ids;
  expect(idsOf('AID - 10.1000/a [doi]')).toContain('doi:10.1000/a');
  expect(idsOf('AID - doi:10.1000/a')).toContain('doi:10.1000/a');
  expect(idsOf('AID - S0140-6736(16)1 [pii]')).toEqual(['pmid:1']);
  const text = 'PMID- 1\nMH  - Women, Working/*history/psychology\nMH  - *Toys/history\n';
  const [paper] = readPapers(readMedline, text).papers;
  expect(paper?.keywords).toEqual(['Women, Working/history/psychology', 'Toys/history']);
});

it('reads record after record, with an empty line between or none', () => {
  const text = 'PMID- 1\nTI  - A.\nPMID- 2\nTI  - B.\n\nPMID- 3\nTI  - [C].\n';
  expect(readPapers(readMedline, text.replaceAll('\n', '\r\n')).papers).toMatchObject([
    { id: 'pmid:1', title: 'A' },
    { id: 'pmid:2', title: 'B' },
    { id: 'pmid:3', title: '[C]' },
  ]);
});

it('takes names with initials where there are no others', () => {
  const { papers } = readPapers(readMedline, 'PMID- 1\nTI  - T\nAU  - van der Beispiel BJ\n');
  expect(papers[0]?.authors).toEqual([
    { name: 'BJ van der Beispiel', family: 'Beispiel', given: 'BJ', particle: 'van der' },
  ]);
});

it('knows that there are more authors, and reads chapters with their book', () => {
  const { papers } = readPapers(
    readMedline,
    'PMID- 1\nTI  - A chapter\nBTI - The book\nFAU - Example, Ada\nAU  - Example A\nAU  - et al.\nPT  - Book Chapter\nPG  - 12-15\n',
  );
  expect(papers).toMatchObject([
    { title: 'A chapter', venue: 'The book', type: 'chapter', authorCount: 2, pages: '12-15' },
  ]);
  expect(papers[0]?.authors).toHaveLength(1);
});
