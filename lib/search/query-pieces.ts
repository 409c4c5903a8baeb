/** The text between two blanks, quotes kept together. */
export interface Piece {
  readonly from: number;
  readonly to: number;
  readonly isNegated: boolean;
  /** In lower case; '' where there is none. */
  readonly operator: string;
  readonly value: string;
  readonly isQuoted: boolean;
  readonly isUnclosed: boolean;
  /** Nothing follows it, not even a blank. */
  readonly isLast: boolean;
}

/** `-`, then `name:`, then a quoted text or anything up to a blank. Linear: no two parts overlap. */
const PIECE = /(-?)(?:([A-Za-z]{1,20}):)?(?:"([^"]*)("?)|(\S*))/y;

/** The pieces of a query, in order. */
export function* readPieces(text: string): Generator<Piece> {
  for (let at = 0; at < text.length; ) {
    if (/\s/.test(text.charAt(at))) {
      at++;
      continue;
    }
    PIECE.lastIndex = at;
    const [all = '', minus = '', name = '', quoted, quote, bare = ''] = PIECE.exec(text) ?? [];
    const to = at + all.length;
    yield {
      from: at,
      to,
      isNegated: minus !== '',
      operator: name.toLowerCase(),
      value: quoted ?? bare,
      // An open quote is read as plain words, so that results follow the typing.
      isQuoted: quoted !== undefined && quote !== '',
      isUnclosed: quoted !== undefined && quote === '',
      isLast: to === text.length,
    };
    at = to;
  }
}

export function isOr(piece: Piece): boolean {
  return !piece.isNegated && !piece.isQuoted && piece.operator === '' && /^or$/i.test(piece.value);
}
