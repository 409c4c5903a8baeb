/**
 * Makes the background of relatedness (lib/related/background.ts) from titles and abstracts:
 *
 *   npm run train:related -- --data FILE_OR_FOLDER [--data …] [--out FILE]
 *
 * The data are papers, one JSON object a line (scripts/related/corpus.ts). The same papers give
 * the same bytes. What was used for the asset in the repository stands in assets/related/README.md.
 */
import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { openBackground, writeBackground } from '../lib/related/background';
import { readCorpus } from './related/corpus';
import { commonest, countTerms, ranked } from './related/count-terms';
import { generalTerms } from './related/general-terms';
import { learnVectors } from './related/learn-vectors';

/** Words with a vector, and numbers in each: 68 bytes a word. */
const VOCABULARY = 12_000;
const DIMENSIONS = 64;

const { values } = parseArgs({
  allowNegative: true,
  options: {
    data: { type: 'string', multiple: true },
    vectors: { type: 'boolean', default: true },
    out: { type: 'string', default: 'assets/related/background.bin' },
  },
});
if (!values.data) throw new Error('--data FILE_OR_FOLDER is missing');

const papers = readCorpus(values.data);
const counts = countTerms(papers);
const vocabulary = ranked(counts.words)
  .filter(([word, count]) => count >= 5 && !/^\p{N}+$/u.test(word))
  .slice(0, VOCABULARY);
const vectors = values.vectors
  ? learnVectors(papers, vocabulary, DIMENSIONS)
  : { words: [], mean: [] };
const authors = commonest(counts.authors, 8_000, 4);
const terms = new Map([
  ...commonest(counts.pairs, 60_000, 4),
  ...commonest(counts.words, 24_000, 3),
]);
const parts = { ...vectors, documents: papers.length, counts: new Map([...authors, ...terms]) };
const unmarked = openBackground(writeBackground({ ...parts, general: new Set() }));
const general = generalTerms(papers, terms.keys(), unmarked);
const asset = writeBackground({ ...parts, general });
writeFileSync(values.out, new Uint8Array(asset));
console.log(`${papers.length} papers, ${asset.byteLength} bytes in ${values.out}`);
