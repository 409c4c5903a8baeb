import { bracesBalance, parseRichText, withoutTags } from '../core/rich-text';

/**
 * Text as Markdown that shows as that text in CommonMark, GitHub, Obsidian and Logseq: no link, no
 * HTML, no heading, no table cell of its own. Formulas stay formulas.
 */

/** `==`, `%%` and `{{` start Obsidian's highlights and comments and Logseq's macros. */
const SPECIAL = /[\\[\]*_`<|~$]|==|%%|\{\{|&(?=#?\w{1,32};)/g;
/** A tag in Obsidian and Logseq, a heading at the start. */
const HASH = /(^|\s)#/g;
const BLOCK_START = /^(?:[-+>]|\d{1,9}(?=[.)]))/;
/** What a reader that knows no formulas would take for code, a table cell, a link or an entity. */
const UNSAFE_IN_FORMULA = /[`|]|\][([:]|\[\[|!\[|&#?\w{1,32};/;
const TAG_IN_FORMULA = /<(?=[a-z/!?])/gi;

/** A title, a name or an abstract, on one line; its tags are dropped. */
export function escapeMarkdown(text: string): string {
  const parts = withoutTags(parseRichText(text)).map((part) =>
    part.kind === 'math' && isSafeFormula(part.text)
      ? part.text.replace(TAG_IN_FORMULA, '\\lt ')
      : escapeText(part.text),
  );
  return parts.join('').replace(BLOCK_START, escapeBlockStart);
}

/** An http(s) address as it can stand inside `(…)`; '' for any other. */
export function markdownTarget(url: string): string {
  return /^https?:\/\//i.test(url) ? url.replace(/[\s()<>[\]{}|\\^"'`]/g, percentEncoded) : '';
}

function escapeText(text: string): string {
  return text.replace(SPECIAL, (match) => match.replace(/./g, '\\$&')).replace(HASH, '$1\\#');
}

/** `1.` would start a numbered list, `1\.` does not; the others go behind the backslash. */
function escapeBlockStart(mark: string): string {
  return /\d/.test(mark) ? `${mark}\\` : `\\${mark}`;
}

function isSafeFormula(formula: string): boolean {
  const brackets = formula.replace(/[{}]/g, '').replaceAll('[', '{').replaceAll(']', '}');
  return !UNSAFE_IN_FORMULA.test(formula) && bracesBalance(brackets);
}

function percentEncoded(char: string): string {
  const encoded = encodeURIComponent(char);
  return encoded === char ? `%${char.charCodeAt(0).toString(16).toUpperCase()}` : encoded;
}
