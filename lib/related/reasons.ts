import type { Reason } from '../core/reason';
import { authorKey, NAME } from './features';
import type { Rarity } from './rarity';
import type { RelatedDocument } from './related-index';
import type { ScoredRow, Scorer } from './scorer';
import { pairHash, termHash } from './term-hash';
import { type Token, tokenise } from './tokens';

const MAX_PHRASES = 4;
const MAX_WORDS_IN_PHRASE = 4;
/** A phrase must carry this share of the text score to be worth a reader's eye. */
const MIN_SHARE = 0.06;
/** What would be read as noise outside of a formula. */
const TEX = /\\[-,;!]|[${}]/g;
const PUNCTUATION_AROUND = /^[\p{P}\p{S}]+(?=[\p{L}\p{N}$])|(?<=[\p{L}\p{N}$)])[\p{P}]+$/gu;

/** A run of words of the query paper that the other paper has, too. */
interface Phrase {
  readonly field: Field;
  /** Its first and last token. */
  readonly from: number;
  readonly to: number;
  readonly worth: number;
}

/** The query paper's words in order, hashed once for all hits. */
interface Field {
  readonly text: string;
  readonly tokens: readonly Token[];
  readonly words: readonly number[];
  /** Hash of the pair of this word and the one before; -1 where no phrase runs on. */
  readonly pairs: readonly number[];
}

/** Explains hits of one query paper from the parts of their scores. */
export class Explainer {
  private readonly fields: readonly Field[];

  constructor(
    private readonly document: RelatedDocument,
    private readonly scorer: Scorer,
  ) {
    this.fields = [document.title, document.abstract ?? ''].map(toField);
  }

  explain(hit: ScoredRow): Reason {
    const parts = this.scorer.parts(hit.block, hit.row);
    const phrases = this.sharedPhrases(hit, parts.text);
    const subjects = phrases.filter((phrase) => namesSubject(phrase, this.scorer.rarity));
    const authors = parts.authors > 0 ? this.sharedAuthors(hit) : [];
    const category = parts.categories > 0 ? this.sharedCategory(hit) : undefined;
    const isExplained = subjects.length > 0 || authors.length > 0 || parts.citation > 0;
    return {
      terms: withoutRepeats(isExplained ? subjects : phrases.slice(0, 1)).map(quote),
      authors,
      ...(category !== undefined && { category }),
      ...(parts.citation > 0 && { cites: true }),
    };
  }

  /** Those that carry enough of the score, the weightiest first. */
  private sharedPhrases({ block, row }: ScoredRow, textScore: number): Phrase[] {
    const worths = this.scorer.text.contributions(block, row);
    const least = textScore * MIN_SHARE;
    return this.fields
      .flatMap((field) => phrasesOf(field, worths, this.scorer.rarity))
      .filter((phrase) => phrase.worth >= least && termsOf(phrase).some(hasLetter))
      .sort((a, b) => b.worth - a.worth);
  }

  private sharedAuthors(hit: ScoredRow): string[] {
    const names = new Set(hit.block.row(hit.row).names);
    return this.document.authors.filter((author) =>
      names.has(named(NAME.author, authorKey(author))),
    );
  }

  private sharedCategory(hit: ScoredRow): string | undefined {
    const names = new Set(hit.block.row(hit.row).names);
    return this.document.categories?.find((category) =>
      names.has(named(NAME.category, `#${category}`)),
    );
  }
}

function named(kind: number, text: string): number {
  return ((kind << 24) | termHash(text)) >>> 0;
}

function toField(text: string): Field {
  const tokens = tokenise(text);
  const words = tokens.map(({ term }) => termHash(term));
  const pairs = tokens.map((token, i) => {
    const before = tokens[i - 1];
    if (!before || token.breaks || !areAdjacent(text, before, token)) return -1;
    return pairHash(before.term, token.term);
  });
  return { text, tokens, words, pairs };
}

/**
 * No word stands between but "of": "quality of service" is a phrase, "models for ice" is none. Pairs
 * of Chinese characters overlap.
 */
function areAdjacent(text: string, before: Token, after: Token): boolean {
  const isAfterSpace = after.start === before.end + 1 && text[before.end] === ' '; // nearly always
  return (
    isAfterSpace ||
    before.end > after.start ||
    /^(?:[-/\u2010-\u2015]{1,3}|-of-|\s+(?:of\s+)?)$/.test(text.slice(before.end, after.start))
  );
}

/** The longest runs of adjacent shared terms, each with what its words and pairs were worth. */
function phrasesOf(field: Field, worths: ReadonlyMap<number, number>, rarity: Rarity): Phrase[] {
  const { tokens, words, pairs } = field;
  const worthOf = (hash: number | undefined) => worths.get(hash ?? -1) ?? 0;
  const phrases: Phrase[] = [];
  for (let from = 0; from < tokens.length; ) {
    let to = from;
    let worth = worthOf(words[from]);
    while (to + 1 - from < MAX_WORDS_IN_PHRASE) {
      const joined = worthOf(pairs[to + 1]);
      if (joined === 0 || !isJoined(field, to + 1, rarity)) break;
      to++;
      worth += joined + worthOf(words[to]);
    }
    if (worth > 0) phrases.push({ field, from, to, worth });
    from = to + 1;
  }
  return phrases;
}

/** Whether the word at a place and the one before make one phrase. */
function isJoined({ text, tokens, words, pairs }: Field, at: number, rarity: Rarity): boolean {
  const isCompound = text[tokens[at - 1]?.end ?? 0] === '-'; // whoever joins two words means one thing
  return isCompound || rarity.isPhrase(pairs[at] ?? 0, words[at - 1] ?? 0, words[at] ?? 0);
}

/**
 * Whether a phrase names a subject: its pairs say so, where one of them is known ("mutual
 * information", not "open source"), else one of its words does.
 */
function namesSubject(phrase: Phrase, rarity: Rarity): boolean {
  const { field, from, to } = phrase;
  const pairs = field.pairs.slice(from + 1, to + 1).map((pair) => rarity.namesSubject(pair));
  if (pairs.some((names) => names !== undefined)) return pairs.includes(true);
  return termsOf(phrase).some(
    (term) => hasLetter(term) && rarity.namesSubject(termHash(term)) !== false,
  );
}

function hasLetter(term: string): boolean {
  return /\p{L}/u.test(term);
}

function termsOf({ field, from, to }: Phrase): string[] {
  return field.tokens.slice(from, to + 1).map(({ term }) => term);
}

/** The phrase as the paper writes it. */
function quote({ field, from, to }: Phrase): string {
  const text = field.text.slice(field.tokens[from]?.start, field.tokens[to]?.end);
  const plain = text.replace(TEX, '').replace(/\s+/g, ' ').replace(PUNCTUATION_AROUND, '');
  return plain.includes('(') && !plain.includes(')') ? `${plain})` : plain;
}

/** "reinforcement learning" says "RL", too. */
function initialsOf(terms: readonly string[]): string {
  return terms.map((term) => term.slice(0, 1)).join('');
}

/** The best phrases, none of which says only what those before it said. */
function withoutRepeats(phrases: readonly Phrase[]): Phrase[] {
  const said = new Set<string>();
  const kept: Phrase[] = [];
  for (const phrase of phrases) {
    if (kept.length === MAX_PHRASES) break;
    const terms = termsOf(phrase);
    if (terms.every((term) => said.has(term))) continue;
    for (const term of terms) said.add(term);
    said.add(initialsOf(terms));
    kept.push(phrase);
  }
  return kept;
}
