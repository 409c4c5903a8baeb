import type { MessageName, Translator } from '../../lib/i18n/translate';
import type { QueryProblem, QueryProblemCode } from '../../lib/search/query';

const TEXTS: Readonly<Record<QueryProblemCode, MessageName>> = {
  'unclosed-quote': 'queryUnclosedQuote',
  'empty-value': 'queryEmptyValue',
  'unknown-value': 'queryUnknownValue',
  'unknown-operator': 'queryUnknownOperator',
  'bad-year': 'queryBadYear',
  'bad-time': 'queryBadTime',
  'reversed-range': 'queryReversedRange',
  'dangling-or': 'queryDanglingOr',
  'dangling-minus': 'queryDanglingMinus',
  'too-long': 'queryTooLong',
};

/** What of a query was not understood and what could be written, in the reader's language. */
export function queryProblemText(t: Translator, problem: QueryProblem): string {
  const { code, text, known = [] } = problem;
  const name = code === 'empty-value' && known.length > 0 ? 'queryValues' : TEXTS[code];
  const operator = text.slice(0, text.indexOf(':') + 1);
  return t(name, text, known.join(t('separator')), operator);
}
