import { ACCENT_TO_MARK, COMMAND_TO_LETTER } from '../core/latex-accents';

/** What becomes of a command's argument. */
export type Wrap = (argument: string) => string;

/** Commands that stand for a character or a few; most of them from the LaTeX base and textcomp. */
export const SYMBOLS: ReadonlyMap<string, string> = new Map([
  ...COMMAND_TO_LETTER,
  ...pairs(
    'textasciitilde ~ textasciicircum ^ textbackslash \\ textless < textgreater > textbar | ' +
      'textquotesingle \' textquotedbl " textquoteleft ‘ textquoteright ’ textquotedblleft “ ' +
      'textquotedblright ” lq ‘ rq ’ textendash – textemdash — textellipsis … ldots … dots … ' +
      'textdollar $ textunderscore _ textbraceleft { textbraceright } lbrace { rbrace } ' +
      'textbullet • textdegree ° textregistered ® texttrademark ™ textcopyright © copyright © ' +
      'textsterling £ pounds £ texteuro € euro € EUR € textyen ¥ textcent ¢ textsection § S § ' +
      'textparagraph ¶ P ¶ textdagger † dag † textdaggerdbl ‡ ddag ‡ textmu µ textpm ± ' +
      'texttimes × textdiv ÷ textonehalf ½ textonequarter ¼ textthreequarters ¾ ' +
      'textonesuperior ¹ texttwosuperior ² textthreesuperior ³ textordfeminine ª ' +
      'textordmasculine º textquestiondown ¿ textexclamdown ¡ textperiodcentered · ' +
      'guillemotleft « guillemotright » flqq « frqq » guilsinglleft ‹ guilsinglright › flq ‹ frq › ' +
      'quotedblbase „ quotesinglbase ‚ glqq „ grqq “ glq ‚ grq ‘ textnumero № slash / ' +
      'textnonbreakinghyphen ‑ textasteriskcentered ∗ textrightarrow → textleftarrow ← ' +
      'textinterrobang ‽ textohm Ω textpeso ₱ textwon ₩ textasciiacute ´ textasciigrave ` ' +
      'textasciimacron ¯ textasciidieresis ¨ TeX TeX LaTeX LaTeX LaTeXe LaTeX2e BibTeX BibTeX ' +
      'DJ Đ dj đ',
  ),
  // An aliased `nobreakspace` and its like are plain spaces here.
  ...['space', 'nobreakspace', 'thinspace', 'enspace', 'quad', 'qquad', 'newline'].map(
    (name): [string, string] => [name, ' '],
  ),
]);

/** Control symbols: one character after the backslash. */
export const CONTROL_SYMBOLS: ReadonlyMap<string, string> = new Map([
  ...[...'&%$#_{}'].map((character): [string, string] => [character, character]),
  ...[...' ,;:\\\n\t'].map((character): [string, string] => [character, ' ']),
  ...[...'!/-@'].map((character): [string, string] => [character, '']),
]);

/** Commands of one argument that mark it up, and those that only change its looks. */
export const WRAPS: ReadonlyMap<string, Wrap> = new Map([
  ...commands('textit emph textsl mkbibemph mkbibitalic', tag('i')),
  ...commands('textbf mkbibbold', tag('b')),
  ...commands('textsubscript mkbibsubscript', tag('sub')),
  ...commands('textsuperscript mkbibsuperscript', tag('sup')),
  ...commands('enquote mkbibquote', (text) => `“${text}”`),
  ...commands(
    'textrm textsf texttt textsc textup textmd textnormal text mbox hbox underline uline ul ' +
      'url path nolinkurl natexlab lowercase MakeLowercase BibSpecial mathrm',
    (text) => text,
  ),
  ...commands('uppercase MakeUppercase', (text) => text.toUpperCase()),
  ...commands('noopsort href textcolor color SortNoop label', () => ''),
  ...commands('ensuremath', (text) => (text === '' ? '' : `$${text}$`)),
  ...[...ACCENT_TO_MARK].map(([name, mark]): [string, Wrap] => [name, accent(name, mark)]),
  ['G', accent('G', '\u030f')],
  ['U', accent('U', '\u030e')],
  ['f', accent('f', '\u0311')],
  ['t', accent('t', '\u0361')],
]);

/** Switches that hold to the end of their group. */
export const SWITCHES: ReadonlyMap<string, Wrap> = new Map([
  ...commands('it itshape em sl slshape', tag('i')),
  ...commands('bf bfseries', tag('b')),
  ...commands(
    'rm rmfamily sf sffamily tt ttfamily sc scshape upshape mdseries normalfont relax ' +
      'small footnotesize scriptsize normalsize large protect null',
    (text) => text,
  ),
]);

function tag(name: string): Wrap {
  return (text) => `<${name}>${text}</${name}>`;
}

/** Puts the mark on the first letter; with nothing to stand on, the accent is its own character. */
function accent(name: string, mark: string): Wrap {
  return (text) => {
    const [, letter = '', marks = ''] = /^(\P{M})(\p{M}{0,20})/u.exec(text) ?? [];
    if (letter === '' || letter === ' ') return /^[a-zA-Z]$/.test(name) ? text : name + text;
    const base = letter === 'ı' ? 'i' : letter === 'ȷ' ? 'j' : letter;
    return (base + marks + mark).normalize('NFC') + text.slice(letter.length + marks.length);
  };
}

function pairs(words: string): [string, string][] {
  const list = words.split(' ');
  return list.flatMap((name, at) => (at % 2 === 0 ? [[name, list[at + 1] ?? '']] : []));
}

function commands(names: string, wrap: Wrap): [string, Wrap][] {
  return names.split(' ').map((name) => [name, wrap]);
}
