import { titleWords } from '../title-words';
import { remembering } from './remembering';

const RUN = 4;
/** Shorter abstracts say too little. */
const MIN_RUNS = 20;

/**
 * The share of the shorter abstract's runs of four words that stand in the other one, too; null
 * where an abstract is missing or short.
 */
export function sharedShingles(a = '', b = ''): number | null {
  const [x, y] = [runsOf(a), runsOf(b)].sort((m, n) => m.size - n.size);
  if (!x || !y || x.size < MIN_RUNS) return null;
  let shared = 0;
  for (const run of x) if (y.has(run)) shared += 1;
  return shared / x.size;
}

const runsOf = remembering(50, (abstract): ReadonlySet<string> => {
  // Cut like a title, at a thousand characters: enough to tell.
  const words = titleWords(abstract);
  return new Set(words.slice(RUN - 1).map((_, i) => words.slice(i, i + RUN).join(' ')));
});
