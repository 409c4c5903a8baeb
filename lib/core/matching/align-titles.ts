import { expandsTo } from './acronyms';
import { formDistance, type WordForm, wordForm } from './near-words';

/** Which words of two titles are the same words. */
export interface Alignment {
  /** Letters of the first title's words that have a partner in the second. */
  readonly letters: number;
  /** How many words found a partner, those cut apart or run together counted once. */
  readonly words: number;
  /** Letters by which the partners differ. */
  readonly edits: number;
  /** Words that stand in another place. */
  readonly moved: number;
  /** Places, from 0, of the words without a partner. */
  readonly left: readonly number[];
  readonly right: readonly number[];
}

/** What to do at one pair of places: how many words of each title to take. */
interface Step {
  readonly score: number;
  readonly takeA: number;
  readonly takeB: number;
  readonly edits: number;
}

/** One word against one, or against up to so many that a scanner or a typist cut apart. */
const MAX_PIECES = 12;

/** Words in order first (as in a longest common subsequence), then words that were moved. */
export function alignTitles(a: readonly string[], b: readonly string[]): Alignment {
  const [x, y] = [a.map(wordForm), b.map(wordForm)];
  const steps = bestSteps(x, y);
  const left: number[] = [];
  const right: number[] = [];
  let [letters, words, edits, moved] = [0, 0, 0, 0];
  for (let i = 0, j = 0; i < a.length || j < b.length; ) {
    const step = steps[i * (b.length + 1) + j] as Step;
    if (step.takeA > 0 && step.takeB > 0) {
      for (const word of a.slice(i, i + step.takeA)) letters += wordWeight(word);
      words += 1;
      edits += step.edits;
    } else if (step.takeA > 0) left.push(i);
    else right.push(j);
    i += step.takeA;
    j += step.takeB;
  }
  for (const i of [...left]) {
    const form = x[i] as WordForm;
    const j = right.find((place) => formDistance(form, y[place] as WordForm) !== null);
    if (j === undefined) continue;
    left.splice(left.indexOf(i), 1);
    right.splice(right.indexOf(j), 1);
    letters += wordWeight(form.word);
    words += 1;
    moved += 1;
    edits += formDistance(form, y[j] as WordForm) ?? 0;
  }
  const found = takeAcronyms(a, left, b, right) + takeAcronyms(b, right, a, left);
  return { letters: letters + found, words: words + Number(found > 0), edits, moved, left, right };
}

/** Takes out words that are an acronym in one title and written out in the other; how many letters. */
function takeAcronyms(
  a: readonly string[],
  short: number[],
  b: readonly string[],
  long: number[],
): number {
  let letters = 0;
  for (const i of [...short]) {
    const places = expandsTo(a[i] ?? '', b, long);
    if (!places) continue;
    short.splice(short.indexOf(i), 1);
    for (const place of places) {
      long.splice(long.indexOf(place), 1);
      letters += wordWeight(b[place] ?? '');
    }
  }
  return letters;
}

/** Letters of a word; a Han or Kana character says as much as a few Latin letters. */
export function wordWeight(word: string): number {
  return word.length === 1 && CHARACTER.test(word) ? 3 : word.length;
}

const CHARACTER = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u;

/** The best way on from every pair of places, filled from the end: `steps[i * (b.length + 1) + j]`. */
function bestSteps(a: readonly WordForm[], b: readonly WordForm[]): Step[] {
  const width = b.length + 1;
  const steps: Step[] = new Array((a.length + 1) * width);
  const scoreAt = (i: number, j: number) => steps[i * width + j]?.score ?? 0;
  for (let i = a.length; i >= 0; i--) {
    for (let j = b.length; j >= 0; j--) {
      let best: Step = { score: 0, takeA: 0, takeB: 0, edits: 0 };
      if (i < a.length) best = { score: scoreAt(i + 1, j), takeA: 1, takeB: 0, edits: 0 };
      if (j < b.length && (i === a.length || scoreAt(i, j + 1) > best.score)) {
        best = { score: scoreAt(i, j + 1), takeA: 0, takeB: 1, edits: 0 };
      }
      for (const step of pairings(a, i, b, j)) {
        const score = step.score + scoreAt(i + step.takeA, j + step.takeB);
        if (score > best.score) best = { ...step, score };
      }
      steps[i * width + j] = best;
    }
  }
  return steps;
}

function pairings(a: readonly WordForm[], i: number, b: readonly WordForm[], j: number): Step[] {
  const [x, y] = [a[i], b[j]];
  if (x === undefined || y === undefined) return [];
  const edits = formDistance(x, y);
  if (edits === 0) return [stepOf(x, 1, 1, 0)];
  const steps = shiftedBreak(a, i, b, j);
  if (edits !== null) steps.push(stepOf(x, 1, 1, edits));
  if (x.word[0] !== y.word[0]) return steps;
  const cutB = piecesOf(x, b, j);
  const cutA = piecesOf(y, a, i);
  if (cutB) steps.push(stepOf(x, 1, cutB.count, cutB.edits));
  if (cutA) steps.push(stepOf(y, cutA.count, 1, cutA.edits));
  return steps;
}

function stepOf({ word }: WordForm, takeA: number, takeB: number, edits: number): Step {
  return { score: word.length + 1 - edits, takeA, takeB, edits };
}

/** How many words from `start` on, run together, are `whole`, give or take two letters. */
function piecesOf(
  whole: WordForm,
  words: readonly WordForm[],
  start: number,
): { count: number; edits: number } | null {
  const { length } = whole.word;
  let joined = words[start]?.word ?? '';
  if (length < 4 || joined.length >= length) return null;
  for (let count = 2; count <= MAX_PIECES; count++) {
    const next = words[start + count - 1];
    if (next === undefined || joined.length > length) return null;
    joined += next.word;
    const edits = joined.length < length - 3 ? null : formDistance(wordForm(joined), whole);
    if (edits !== null && edits <= 2) return { count, edits };
  }
  return null;
}

/** Two words against two that are the same letters, broken at another place: `motionvia x`. */
function shiftedBreak(
  a: readonly WordForm[],
  i: number,
  b: readonly WordForm[],
  j: number,
): Step[] {
  const [x1, x2, y1, y2] = [a[i], a[i + 1], b[j], b[j + 1]];
  if (!x1 || !x2 || !y1 || !y2) return [];
  // At most one end is misprinted.
  if (x1.word[0] !== y1.word[0] && x2.word.at(-1) !== y2.word.at(-1)) return [];
  const [m, n] = [x1.word.length + x2.word.length, y1.word.length + y2.word.length];
  if (Math.abs(m - n) > 2) return [];
  const [x, y] = [x1.word + x2.word, y1.word + y2.word];
  if (x === y) return [stepOf(wordForm(x), 2, 2, 0)];
  if (m < 8) return [];
  const joined = wordForm(x);
  const edits = formDistance(joined, wordForm(y));
  return edits === null || edits > 2 ? [] : [stepOf(joined, 2, 2, edits + 1)];
}
