import { GREEK_NAMES } from './greek-names';
import { inScript, parseRichText, SUBSCRIPTS, SUPERSCRIPTS, withoutTags, zip } from './rich-text';

/**
 * Titles and abstracts as people read them in one line: no tags, formulas in plain characters
 * (`$\beta$-VAE` is β-VAE, `$\mathcal{O}(n^2)$` is 𝒪(n²)). What has no character keeps its TeX.
 */
export function toReadableText(text: string): string {
  if (!/[$<]/.test(text)) return text;
  return withoutTags(parseRichText(text))
    .map((part) => (part.kind === 'math' ? readFormula(part.text.slice(1, -1)) : part.text))
    .join('');
}

/** The formula in plain characters, its dollars left out. Total. */
export function readFormula(tex: string): string {
  return new FormulaReader(tex).read();
}

/** In formulas letters are raised and lowered, too. */
const RAISED = new Map([
  ...SUPERSCRIPTS,
  ...zip('abcdefghjklmoprstuvwxyzT*', 'ᵃᵇᶜᵈᵉᶠᵍʰʲᵏˡᵐᵒᵖʳˢᵗᵘᵛʷˣʸᶻᵀ*'),
]);
const LOWERED = new Map([...SUBSCRIPTS, ...zip('aehijklmnoprstuvx', 'ₐₑₕᵢⱼₖₗₘₙₒₚᵣₛₜᵤᵥₓ')]);

const SYMBOLS: ReadonlyMap<string, string> = new Map([
  ...Object.entries(GREEK_NAMES).map(([letter, name]): [string, string] => [name, letter]),
  ...pairs(
    'varepsilon ε vartheta ϑ varphi φ varrho ϱ varsigma ς varpi ϖ Gamma Γ Delta Δ Theta Θ Lambda Λ ' +
      'Xi Ξ Pi Π Sigma Σ Upsilon Υ Phi Φ Psi Ψ Omega Ω ell ℓ hbar ℏ imath ı jmath ȷ Re ℜ Im ℑ ' +
      'aleph ℵ wp ℘ partial ∂ nabla ∇ infty ∞ emptyset ∅ varnothing ∅ forall ∀ exists ∃ nexists ∄ ' +
      'neg ¬ lnot ¬ land ∧ wedge ∧ lor ∨ vee ∨ in ∈ notin ∉ ni ∋ subset ⊂ subseteq ⊆ supset ⊃ ' +
      'supseteq ⊇ cup ∪ cap ∩ setminus ∖ times × cdot · cdots ⋯ ldots … dots … ast ∗ star ⋆ circ ∘ ' +
      'bullet • div ÷ pm ± mp ∓ oplus ⊕ otimes ⊗ odot ⊙ le ≤ leq ≤ leqslant ≤ ge ≥ geq ≥ ' +
      'geqslant ≥ ll ≪ gg ≫ ne ≠ neq ≠ equiv ≡ approx ≈ simeq ≃ cong ≅ sim ∼ propto ∝ lesssim ≲ ' +
      'gtrsim ≳ prec ≺ succ ≻ perp ⊥ bot ⊥ top ⊤ parallel ∥ mid | vert | Vert ‖ | ‖ to → ' +
      'rightarrow → longrightarrow → leftarrow ← gets ← leftrightarrow ↔ Rightarrow ⇒ implies ⇒ ' +
      'Leftarrow ⇐ Leftrightarrow ⇔ iff ⇔ mapsto ↦ uparrow ↑ downarrow ↓ hookrightarrow ↪ sum ∑ ' +
      'prod ∏ int ∫ oint ∮ sqrt √ angle ∠ triangle △ square □ Box □ langle ⟨ rangle ⟩ lfloor ⌊ ' +
      'rfloor ⌋ lceil ⌈ rceil ⌉ prime ′ dagger † ddagger ‡ checkmark ✓ sharp ♯ flat ♭ degree ° ' +
      'lbrace { rbrace } colon : backslash \\',
  ),
  // Spaces of any width are one space; what only sizes or parts is nothing.
  ...['quad', 'qquad', 'space', ',', ';', ':', ' ', '\\', '>'].map(as(' ')),
  ...['!', 'left', 'right', 'big', 'Big', 'bigl', 'bigr', 'Bigl', 'Bigr', 'limits', 'nolimits']
    .concat('displaystyle', 'textstyle', 'rm', 'bf', 'it', 'cal', 'nonumber')
    .map(as('')),
]);

/** Letters of other alphabets: where they begin in Unicode, and those that stood there before. */
const ALPHABETS: Readonly<Record<string, Alphabet>> = {
  mathcal: alphabet(0x1d49c, 0x1d4b6, 'BℬEℰFℱHℋIℐLℒMℳRℛeℯgℊoℴ'),
  mathscr: alphabet(0x1d49c, 0x1d4b6, 'BℬEℰFℱHℋIℐLℒMℳRℛeℯgℊoℴ'),
  mathbb: alphabet(0x1d538, 0x1d552, 'CℂHℍNℕPℙQℚRℝZℤ'),
  mathfrak: alphabet(0x1d504, 0x1d51e, 'CℭHℌIℑRℜZℨ'),
};

/** Accents, as the mark that follows the letter. */
const ACCENTS: Readonly<Record<string, string>> = {
  hat: '\u0302',
  widehat: '\u0302',
  tilde: '\u0303',
  widetilde: '\u0303',
  bar: '\u0304',
  overline: '\u0304',
  dot: '\u0307',
  ddot: '\u0308',
  vec: '\u20d7',
};

/** Commands whose argument reads as it is. */
const DRESS = /^(?:text[a-z]*|math(?:rm|bf|it|sf|tt|normal)|mbox|hbox|operatorname|boldsymbol|bm)$/;

interface Alphabet {
  readonly capitals: number;
  readonly smalls: number;
  readonly exceptions: ReadonlyMap<string, string>;
}

/** Names that are set as words (`\log`), and no letter of a formula. */
const FUNCTION =
  /^(?:arg|cos|cosh|cot|deg|det|dim|exp|gcd|hom|inf|ker|lim|ln|log|max|min|Pr|sin|sinh|sup|tan|tanh) ?$/;

/** Nothing that a title holds nests deeper; beyond it the TeX stays as it is. */
const MAX_DEPTH = 20;

class FormulaReader {
  #at = 0;

  constructor(
    private readonly tex: string,
    private readonly depth = 0,
  ) {}

  read(): string {
    if (this.depth > MAX_DEPTH) return this.tex;
    let text = '';
    while (this.#at < this.tex.length) {
      const next = this.#next();
      // A function's name stands apart from the letter before it: n log n.
      text += FUNCTION.test(next) && /[\p{L}\p{N}]$/u.test(text) ? ` ${next}` : next;
    }
    return text.replace(/\s+/g, ' ').trim();
  }

  #next(): string {
    const char = this.tex[this.#at] as string;
    if (char === '{') return this.#inner(this.#argument());
    if (char === '\\') return this.#command(this.#commandName());
    this.#at += 1;
    if (char === '^') return script(this.#inner(this.#argument()), RAISED, '^');
    if (char === '_') return script(this.#inner(this.#argument()), LOWERED, '_');
    return { '}': '', '~': ' ', "'": '′', '&': ' ' }[char] ?? char;
  }

  /** Reads `\name` or `\` and one sign; a space after a name only ends it. */
  #commandName(): string {
    const name = /[a-zA-Z]+|[\s\S]?/y;
    name.lastIndex = this.#at + 1;
    const [found = ''] = name.exec(this.tex) ?? [];
    this.#at += 1 + found.length;
    if (/[a-zA-Z]/.test(found)) while (this.tex[this.#at] === ' ') this.#at += 1;
    return found;
  }

  #command(name: string): string {
    if (name === 'frac' || name === 'tfrac' || name === 'dfrac') {
      return `${this.#part()}/${this.#part()}`;
    }
    if (name === 'sqrt') return `√${this.#part()}`;
    if (DRESS.test(name)) return this.#inner(this.#argument());
    const letters = ALPHABETS[name];
    if (letters) return inAlphabet(this.#inner(this.#argument()), letters);
    const accent = ACCENTS[name];
    if (accent) return `${this.#inner(this.#argument())}${accent}`.normalize('NFC');
    const symbol = SYMBOLS.get(name);
    if (symbol !== undefined) {
      // The source's own blank after a relation or an arrow; letters stand together.
      return this.tex[this.#at - 1] === ' ' && !/\p{L}/u.test(symbol) ? `${symbol} ` : symbol;
    }
    // Functions go by their names (`\log`); a sign after a backslash is that sign.
    return name.length > 1 ? this.#spaced(name) : name;
  }

  /** `\log n`: the space that TeX would set. */
  #spaced(name: string): string {
    return /[a-zA-Z0-9\\{]/.test(this.tex[this.#at] ?? '') ? `${name} ` : name;
  }

  /** An argument that stands beside something: in brackets where it is more than one thing. */
  #part(): string {
    const text = this.#inner(this.#argument());
    return /^[\p{L}\p{N}\p{M}′]*$/u.test(text) ? text : `(${text})`;
  }

  /** The source of the group, command or sign that comes next, its braces left out. */
  #argument(): string {
    while (this.tex[this.#at] === ' ') this.#at += 1;
    const start = this.#at;
    const first = this.tex[start];
    if (first === '\\') {
      const name = this.#commandName();
      const takesOne = DRESS.test(name) || name in ALPHABETS || name in ACCENTS;
      if (takesOne) this.#argument();
      return this.tex.slice(start, this.#at);
    }
    if (first !== '{') {
      this.#at += first === undefined ? 0 : 1;
      return this.tex.slice(start, this.#at);
    }
    let depth = 0;
    for (; this.#at < this.tex.length; this.#at += 1) {
      const char = this.tex[this.#at];
      if (char === '\\') this.#at += 1;
      else if (char === '{') depth += 1;
      else if (char === '}' && --depth === 0) break;
    }
    this.#at += 1;
    return this.tex.slice(start + 1, this.#at - 1);
  }

  #inner(tex: string): string {
    return new FormulaReader(tex, this.depth + 1).read();
  }
}

/** Raised or lowered where every character can be; else as TeX has it, in brackets if it is long. */
function script(text: string, letters: ReadonlyMap<string, string>, sign: string): string {
  const placed = inScript(text, letters);
  if (placed !== text || text === '') return placed;
  return [...text].length > 1 ? `${sign}(${text})` : `${sign}${text}`;
}

function inAlphabet(text: string, { capitals, smalls, exceptions }: Alphabet): string {
  return text.replace(/[A-Za-z]/g, (letter) => {
    const code = letter.charCodeAt(0);
    const place = code < 97 ? capitals + code - 65 : smalls + code - 97;
    return exceptions.get(letter) ?? String.fromCodePoint(place);
  });
}

/** `earlier`: each letter that Unicode had already, followed by where it has it. */
function alphabet(capitals: number, smalls: number, earlier: string): Alphabet {
  const signs = [...earlier];
  const exceptions = new Map<string, string>();
  for (let i = 0; i < signs.length; i += 2) exceptions.set(signs[i] ?? '', signs[i + 1] ?? '');
  return { capitals, smalls, exceptions };
}

function as(text: string): (name: string) => [string, string] {
  return (name) => [name, text];
}

function pairs(table: string): [string, string][] {
  const words = table.split(' ');
  return words.flatMap((word, i) => (i % 2 === 0 ? [[word, words[i + 1] ?? '']] : []));
}
