import type { MessageName, Translator } from '../../lib/i18n/translate';
import type { QueryProblem, QueryProblemCode } from '../../lib/search/query';

const TEXTS: Readonly<Record<QueryProblemCode, MessageName>> = {
  'unclosed-quote': 'queryUnclosedQuote',
  'empty-value': 'queryEmptyValue',
  'unknown-value': 'queryUnknownValue',
  'unknown-operator': 'queryUnknownOperator',
  'bad-range': 'queryBadRange',
  'reversed-range': 'queryReversedRange',
  'dangling-or': 'queryDanglingOr',
  'dangling-minus': 'queryDanglingMinus',
  'too-long': 'queryTooLong',
};

/** What of a query was not understood, in the reader's language. */
export function queryProblemText(t: Translator, { code, text }: QueryProblem): string {
  return t(TEXTS[code], text);
}
