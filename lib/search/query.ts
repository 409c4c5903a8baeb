import { eachWord, foldText, isUnspaced, toWords } from './fold';
import { isOr, type Piece, readPieces } from './query-pieces';
import { parseAdded, parseYears } from './query-ranges';
import { countEdits } from './typo';

/** Fields that a word can be asked for in. */
export const QUERY_FIELDS = ['title', 'author', 'venue'] as const;
export type QueryField = (typeof QUERY_FIELDS)[number];

/** Marks that papers carry as a whole (`SearchDocument.facets`). */
export const QUERY_FACETS = ['tag', 'list', 'cat', 'is', 'has'] as const;
export type QueryFacet = (typeof QUERY_FACETS)[number];

const CLOSED_VALUES: Readonly<Partial<Record<QueryFacet, readonly string[]>>> = {
  is: ['unread', 'reading', 'read', 'starred', 'seen', 'saved'],
  has: ['note', 'code', 'pdf'],
};

/**
 * One part of a query. A word or phrase is folded (fold.ts). A word without a field is wished for:
 * papers with more of the wished words come first. Everything else is required.
 */
export type Clause =
  | WordClause
  | { readonly kind: 'phrase'; readonly words: readonly string[]; readonly field?: QueryField }
  | { readonly kind: 'facet'; readonly facet: QueryFacet; readonly value: string }
  /** Both ends included. */
  | { readonly kind: 'years'; readonly from: number; readonly to: number }
  /** UTC milliseconds, `toMs` excluded. */
  | { readonly kind: 'added'; readonly fromMs: number; readonly toMs: number }
  | { readonly kind: 'either'; readonly clauses: readonly Clause[] }
  | { readonly kind: 'not'; readonly clause: Clause };

export interface WordClause {
  readonly kind: 'word';
  readonly word: string;
  readonly field?: QueryField;
  /** It is being typed: words that begin with it are meant too. */
  readonly isOpen: boolean;
  /** Papers without it are not meant, though no field is named (`requireWords`). */
  readonly isRequired?: true;
}

/** What the box asks for: all of the clauses. */
export interface SearchQuery {
  readonly clauses: readonly Clause[];
}

export type QueryProblemCode =
  | 'unclosed-quote'
  | 'empty-value' // `tag:` with nothing after it
  | 'unknown-value' // `is:purple`
  | 'unknown-operator' // `autor:` where `author:` is meant
  | 'bad-year' // `year:soon`
  | 'bad-time' // `added:<7x`
  | 'reversed-range' // `year:2023..2020`, read as 2020..2023
  | 'dangling-or' // `or` with nothing on one side
  | 'dangling-minus'
  | 'too-long';

/** What could not be read, and where; the rest of the query counts. */
export interface QueryProblem {
  readonly code: QueryProblemCode;
  /** Where it stands in the box's text, in UTF-16 units. */
  readonly from: number;
  readonly to: number;
  readonly text: string;
  /** What could stand there instead: the values of `is:`, the operator that was nearly written. */
  readonly known?: readonly string[];
}

export interface ParsedQuery {
  readonly query: SearchQuery;
  readonly problems: readonly QueryProblem[];
}

const MAX_LENGTH = 1000;
/** People paste the version along; the index knows the number only. */
const ARXIV_VERSION = /\b(\d{4}\.\d{4,5})v\d{1,3}\b/g;

/** The same query, with all of its words required that were only wished for. */
export function requireWords({ clauses }: SearchQuery): SearchQuery {
  return {
    clauses: clauses.map((clause) =>
      clause.kind === 'word' ? { ...clause, isRequired: true } : clause,
    ),
  };
}

/** Reads the one box of search. Never throws. `nowMs` is what `added:<7d` counts from. */
export function parseQuery(text: string, nowMs: number): ParsedQuery {
  return new QueryParser(text, nowMs).parse();
}

class QueryParser {
  private readonly problems: QueryProblem[] = [];
  private readonly clauses: Clause[] = [];
  private readonly text: string;

  constructor(
    private readonly whole: string,
    private readonly nowMs: number,
  ) {
    this.text = whole.slice(0, MAX_LENGTH);
  }

  parse(): ParsedQuery {
    if (this.whole.length > MAX_LENGTH) this.report('too-long', MAX_LENGTH, this.whole.length);
    /** Operands of the `or` being read; the last of them may be joined by the next. */
    let operands: Clause[][] = [];
    let orAt: Piece | null = null;
    const close = () => {
      this.clauses.push(...joinOperands(operands));
      operands = [];
    };
    for (const piece of readPieces(this.text)) {
      if (piece.isUnclosed) this.report('unclosed-quote', piece.from, piece.to);
      if (isOr(piece)) {
        if (operands.length === 0 || orAt) this.report('dangling-or', piece.from, piece.to);
        else orAt = piece;
        continue;
      }
      const clauses = this.readPiece(piece);
      if (clauses.length === 0) continue;
      if (!orAt) close();
      operands.push(clauses);
      orAt = null;
    }
    if (orAt) this.report('dangling-or', orAt.from, orAt.to);
    close();
    return { query: { clauses: this.clauses }, problems: this.problems };
  }

  private readPiece(piece: Piece): Clause[] {
    if (piece.isNegated && piece.operator === '' && toWords(piece.value).length === 0) {
      this.report('dangling-minus', piece.from, piece.to);
      return [];
    }
    const clauses = this.readOperator(piece);
    if (!piece.isNegated) return clauses;
    return clauses.length === 0 ? [] : [{ kind: 'not', clause: negated(clauses) }];
  }

  private readOperator(piece: Piece): Clause[] {
    const { operator, value } = piece;
    if (operator === '') return readWords(piece, undefined);
    const isKnown = [...QUERY_FIELDS, ...QUERY_FACETS, 'year', 'added'].some(
      (name) => name === operator,
    );
    if (!isKnown) return this.readUnknown(piece);
    if (value.trim() === '') {
      this.report('empty-value', piece.from, piece.to, closedValues(operator));
      return [];
    }
    const field = QUERY_FIELDS.find((name) => name === operator);
    if (field) return readWords(piece, field);
    const facet = QUERY_FACETS.find((name) => name === operator);
    if (facet) return this.readFacet(piece, facet);
    return operator === 'year' ? this.readYears(piece) : this.readAdded(piece);
  }

  /** `BERT: a model` and `arxiv:1706.03762` are words; what is nearly an operator is told. */
  private readUnknown(piece: Piece): Clause[] {
    const near = piece.value === '' ? undefined : findOperatorNear(piece.operator);
    if (near) {
      const from = piece.from + (piece.isNegated ? 1 : 0);
      this.report('unknown-operator', from, from + piece.operator.length, [near]);
    }
    const text = `${piece.operator} ${piece.value}`;
    return readWords({ ...piece, operator: '', value: text, isQuoted: false }, undefined);
  }

  private readFacet(piece: Piece, facet: QueryFacet): Clause[] {
    const value = foldText(piece.value).trim();
    const allowed = CLOSED_VALUES[facet];
    if (allowed && !allowed.includes(value)) {
      this.report('unknown-value', piece.from, piece.to, allowed);
      return [];
    }
    return [{ kind: 'facet', facet, value }];
  }

  private readYears(piece: Piece): Clause[] {
    const range = parseYears(piece.value);
    if (!range) {
      this.report('bad-year', piece.from, piece.to);
      return [];
    }
    if (range.isReversed) this.report('reversed-range', piece.from, piece.to);
    return [{ kind: 'years', from: range.from, to: range.to }];
  }

  private readAdded(piece: Piece): Clause[] {
    const range = parseAdded(piece.value, this.nowMs);
    if (!range) {
      this.report('bad-time', piece.from, piece.to);
      return [];
    }
    if (range.isReversed) this.report('reversed-range', piece.from, piece.to);
    return [{ kind: 'added', fromMs: range.from, toMs: range.to }];
  }

  private report(
    code: QueryProblemCode,
    from: number,
    to: number,
    known?: readonly string[],
  ): void {
    const text = this.whole.slice(from, Math.min(to, from + 80));
    this.problems.push({ code, from, to, text, ...(known && { known }) });
  }
}

/**
 * A quoted text is a phrase, one word too: required as it stands. Of an author they are words in any
 * order ("Liu, Yang" is Yang Liu).
 */
function readWords(piece: Piece, field: QueryField | undefined): Clause[] {
  const words = toWords(piece.value.replace(ARXIV_VERSION, '$1'));
  if (words.length === 0) return [];
  const scope = field === undefined ? {} : { field };
  if (piece.isQuoted && field !== 'author') {
    return [{ kind: 'phrase', words: words.filter(isOfPhrase), ...scope }];
  }
  const isOpen = piece.isLast && !piece.isQuoted && endsInWord(piece.value);
  return words.map((word, i) => ({
    kind: 'word',
    word,
    ...scope,
    isOpen: isOpen && i === words.length - 1,
  }));
}

/** The last character alone, which a run of unspaced script ends in, is none of a longer run's words. */
function isOfPhrase(word: string, i: number, words: readonly string[]): boolean {
  const before = words[i - 1] ?? '';
  return !(isUnspaced(word) && before.length > word.length && before.endsWith(word));
}

function endsInWord(text: string): boolean {
  let last = '';
  eachWord(text.slice(-2), (word) => {
    last = word;
  });
  return last !== '' && !/[\s\p{P}]$/u.test(text);
}

/** What must not be there: a paper with all of the words is left out. */
function negated(clauses: readonly Clause[]): Clause {
  const [first, ...rest] = clauses;
  if (first && rest.length === 0) return closed(first);
  const words = clauses.flatMap((clause) => (clause.kind === 'word' ? [clause] : []));
  const field = words[0]?.field;
  return {
    kind: 'phrase',
    words: words.map((clause) => clause.word),
    ...(field === undefined ? {} : { field }),
  };
}

/** Leaving out is exact: `-net` must not hide every paper on networks while it is typed. */
function closed(clause: Clause): Clause {
  return clause.kind === 'word' ? { ...clause, isOpen: false } : clause;
}

function joinOperands(operands: readonly Clause[][]): Clause[] {
  if (operands.length < 2) return operands.flat();
  return [{ kind: 'either', clauses: operands.map(joined) }];
}

function joined(clauses: readonly Clause[]): Clause {
  const [first, ...rest] = clauses;
  return first && rest.length === 0 ? first : negated(clauses);
}

function closedValues(operator: string): readonly string[] | undefined {
  return CLOSED_VALUES[operator as QueryFacet];
}

function findOperatorNear(name: string): string | undefined {
  if (name.length < 3) return undefined;
  const encoder = new TextEncoder();
  const bytes = encoder.encode(name);
  return [...QUERY_FIELDS, ...QUERY_FACETS, 'year', 'added'].find((known) => {
    const other = encoder.encode(known);
    return known.length > 3 && countEdits(bytes, other, 0, other.length, 1, false) === 1;
  });
}
