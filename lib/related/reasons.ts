import type { Reason } from '../core/reason';
import { authorKey, NAME } from './features';
import type { RelatedDocument } from './related-index';
import type { ScoredRow, Scorer } from './scorer';
import { pairHash, termHash } from './term-hash';
import { type Token, tokenise } from './tokens';

const MAX_PHRASES = 4;
const MAX_WORDS_IN_PHRASE = 4;
/** A phrase must carry this share of the text score to be worth a reader's eye. */
const MIN_SHARE = 0.06;
const PUNCTUATION_AROUND = /^[\p{P}\p{S}]+(?=[\p{L}\p{N}$])|(?<=[\p{L}\p{N}$)])[\p{P}]+$/gu;

/** A run of words of the query paper that the other paper has, too. */
interface Phrase {
  readonly text: string;
  readonly terms: readonly string[];
  readonly worth: number;
}

/** Explains hits of one query paper from the parts of their scores. */
export class Explainer {
  private readonly fields: readonly { text: string; tokens: readonly Token[] }[];

  constructor(
    private readonly document: RelatedDocument,
    private readonly scorer: Scorer,
  ) {
    this.fields = [document.title, document.abstract ?? ''].map((text) => ({
      text,
      tokens: tokenise(text),
    }));
  }

  explain(hit: ScoredRow): Reason {
    const { parts } = hit;
    const category = parts.categories > 0 ? this.sharedCategory(hit) : undefined;
    return {
      terms: this.sharedPhrases(hit),
      authors: parts.authors > 0 ? this.sharedAuthors(hit) : [],
      ...(category !== undefined && { category }),
      ...(parts.citation > 0 && { cites: true }),
    };
  }

  private sharedPhrases({ block, row, parts }: ScoredRow): string[] {
    const worths = this.scorer.text.contributions(block, row);
    const least = parts.text * MIN_SHARE;
    const phrases = this.fields
      .flatMap((field) => phrasesOf(field.text, field.tokens, worths))
      .filter((phrase) => phrase.worth >= least)
      .sort((a, b) => b.worth - a.worth);
    return withoutRepeats(phrases).map((phrase) => phrase.text);
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

/** The longest runs of adjacent shared terms, each with what its words and pairs were worth. */
function phrasesOf(
  text: string,
  tokens: readonly Token[],
  worths: ReadonlyMap<number, number>,
): Phrase[] {
  const phrases: Phrase[] = [];
  for (let from = 0; from < tokens.length; ) {
    let to = from;
    let worth = wordWorth(tokens[from], worths);
    while (to + 1 < tokens.length && to + 1 - from < MAX_WORDS_IN_PHRASE) {
      const [last, next] = [tokens[to], tokens[to + 1]];
      const pair = last && next && !next.breaks && worths.get(pairHash(last.term, next.term));
      if (!pair) break;
      worth += pair + wordWorth(next, worths);
      to++;
    }
    const [first, last] = [tokens[from], tokens[to]];
    if (worth > 0 && first && last) {
      phrases.push({
        text: text
          .slice(first.start, last.end)
          .replace(/\s+/g, ' ')
          .replace(PUNCTUATION_AROUND, ''),
        terms: tokens.slice(from, to + 1).map((token) => token.term),
        worth,
      });
    }
    from = to + 1;
  }
  return phrases;
}

function wordWorth(token: Token | undefined, worths: ReadonlyMap<number, number>): number {
  return token ? (worths.get(termHash(token.term)) ?? 0) : 0;
}

/** The best phrases, none of which says only what those before it said. */
function withoutRepeats(phrases: readonly Phrase[]): Phrase[] {
  const said = new Set<string>();
  const kept: Phrase[] = [];
  for (const phrase of phrases) {
    if (kept.length === MAX_PHRASES) break;
    if (phrase.terms.every((term) => said.has(term))) continue;
    for (const term of phrase.terms) said.add(term);
    kept.push(phrase);
  }
  return kept;
}
