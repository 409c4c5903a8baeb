const NAMED: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
  ndash: '–',
  mdash: '—',
  lsquo: '‘',
  rsquo: '’',
  ldquo: '“',
  rdquo: '”',
  hellip: '…',
  middot: '·',
  bull: '•',
  copy: '©',
  szlig: 'ß',
};
/** Letters with a mark: the letter, then the name of the mark. */
const MARKS: Readonly<Record<string, string>> = {
  grave: '\u0300',
  acute: '\u0301',
  circ: '\u0302',
  tilde: '\u0303',
  uml: '\u0308',
  ring: '\u030a',
  cedil: '\u0327',
  caron: '\u030c',
};
const MARKED = /^([a-z])(grave|acute|circ|tilde|uml|ring|cedil|caron)$/i;
const ENTITY = /&(?:([a-z]{2,8})|#(\d{1,7})|#x([\da-f]{1,6}));/gi;

/** Text of HTML or XML with its entities as characters; unknown ones stay as they are. */
export function decodeEntities(text: string): string {
  return text.replace(ENTITY, (whole, name?: string, decimal?: string, hex?: string) => {
    if (name !== undefined) return named(name) ?? whole;
    const code = decimal !== undefined ? Number(decimal) : Number.parseInt(hex ?? '', 16);
    return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
  });
}

function named(name: string): string | undefined {
  if (Object.hasOwn(NAMED, name)) return NAMED[name];
  const [, letter, mark = ''] = MARKED.exec(name) ?? [];
  return letter && (letter + MARKS[mark]).normalize('NFC');
}

/** A note that another program wrote as HTML; others are Markdown already. */
const HTML_NOTE = /^\s*<(?:p|div|h[1-6]|ul|ol)[\s>]/i;

/** The text of a note, paragraphs apart and points of a list as Markdown has them. */
export function noteText(note: string): string {
  if (!HTML_NOTE.test(note)) return note;
  const plain = note
    .replace(/[\r\n]+/g, ' ')
    .replace(/>; (?=<)/g, '>') // how Zotero joins several in a table
    .replace(/<br[^<>]*>/gi, '\n')
    .replace(/<li[^<>]*>/gi, '- ')
    .replace(/<\/li>/gi, '\n')
    .replace(/<\/(?:p|div|h[1-6]|ul|ol|blockquote)>/gi, '\n\n')
    .replace(/<\/?[a-z][^<>]*>/gi, '');
  const lines = decodeEntities(plain).split('\n');
  return lines
    .map((line) => line.trim())
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}
