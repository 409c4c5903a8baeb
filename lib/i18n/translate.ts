/** What components ask for words: names from the message files, numbers, dates and plurals. */

type MessageFile = typeof import('../../public/_locales/en/messages.json');
type Name = keyof MessageFile & string;

/** A family of messages `x_one`, `x_other` is asked for as `x` and a count. */
export type PluralName = Name extends infer N ? (N extends `${infer P}_other` ? P : never) : never;
export type MessageName = Exclude<Name, `${string}_one` | `${string}_other`>;

/** `browser.i18n.getMessage`, or its like in tests. Gives '' for a name it does not know. */
export type GetMessage = (name: string, substitutions: string[]) => string;

export interface Translator {
  /** The message with its placeholders filled in the order $1, $2, …; its name if there is none. */
  (name: MessageName, ...values: readonly (string | number)[]): string;
  /** The message for this count ($1, grouped as the language does), further values from $2 on. */
  count(name: PluralName, count: number, ...values: readonly (string | number)[]): string;
  number(value: number): string;
  /** A day as words: "3 March", with the year when it is not that of `nowMs`. */
  day(atMs: number, nowMs?: number): string;
  /** An ISO date to the precision it has: "2031", "January 2031", "5 January 2031". */
  isoDate(date: string): string;
  /** "a, b and c". */
  list(items: readonly string[]): string;
  /** BCP 47 tag of the words given, and which way they run. */
  readonly language: string;
  readonly direction: 'ltr' | 'rtl';
}

/**
 * `locale` is the browser's own (`en-GB`): dates follow it where it is of the language of the
 * message file in use, so that a French browser does not show English words around French months.
 */
export function createTranslator(getMessage: GetMessage, locale: string): Translator {
  // The first message takes a page 7 ms, which must not come on top of reading its rows.
  const language = lazily(() => {
    const fileLanguage = getMessage('languageTag', []) || 'en';
    return isSameLanguage(locale, fileLanguage) ? locale : fileLanguage;
  });
  const plurals = lazily(() => new Intl.PluralRules(language()));
  const numbers = lazily(() => new Intl.NumberFormat(language(), { useGrouping: 'min2' }));
  const lists = lazily(
    () => new Intl.ListFormat(language(), { style: 'long', type: 'conjunction' }),
  );
  const dates = createDates(language);

  const number = (value: number) => (isPlain(value) ? String(value) : numbers().format(value));
  const filled = (name: string, values: readonly (string | number)[]) =>
    getMessage(
      name,
      values.map((value) => (typeof value === 'number' ? number(value) : value)),
    );
  // Each is a call into the browser, and two thousand badges say the same few words.
  const plain = new Map<string, string>();
  const text = (name: string, values: readonly (string | number)[]) => {
    if (values.length > 0) return filled(name, values);
    const known = plain.get(name) ?? filled(name, values);
    plain.set(name, known);
    return known;
  };

  const translator = Object.assign(
    (name: MessageName, ...values: (string | number)[]) => text(name, values) || name,
    {
      count: (name: PluralName, count: number, ...values: readonly (string | number)[]) =>
        text(`${name}_${plurals().select(count)}`, [count, ...values]) ||
        text(`${name}_other`, [count, ...values]) ||
        name,
      number,
      list: (items: readonly string[]) => lists().format(items),
      ...dates,
    },
  );
  return Object.defineProperties(translator, {
    language: { get: language },
    direction: { get: () => directionOf(language()) },
  }) as Translator;
}

/**
 * Up to four digits stand as they are, as the SI writes them: the first NumberFormat takes a page 10
 * to 17 ms, and no listing has more rows.
 */
function isPlain(value: number): boolean {
  return Number.isInteger(value) && value >= 0 && value < 10_000;
}

/** Most pages show few kinds of text, and each formatter takes the browser a millisecond to make. */
function lazily<T>(make: () => T): () => T {
  let made: T | undefined;
  return () => {
    made ??= make();
    return made;
  };
}

const WHOLE_DATE = { day: 'numeric', month: 'long', year: 'numeric' } as const;

function createDates(language: () => string) {
  const formats = {
    day: lazily(() => new Intl.DateTimeFormat(language(), { day: 'numeric', month: 'long' })),
    dayOfYear: lazily(() => new Intl.DateTimeFormat(language(), WHOLE_DATE)),
    isoDay: lazily(() => utcFormat(language(), WHOLE_DATE)),
    isoMonth: lazily(() => utcFormat(language(), { month: 'long', year: 'numeric' })),
    isoYear: lazily(() => utcFormat(language(), { year: 'numeric' })),
  };
  return {
    day: (atMs: number, nowMs?: number) => {
      const sameYear =
        nowMs !== undefined && new Date(atMs).getFullYear() === new Date(nowMs).getFullYear();
      return (sameYear ? formats.day : formats.dayOfYear)().format(atMs);
    },
    isoDate: (date: string) => {
      const atMs = Date.parse(date);
      if (Number.isNaN(atMs)) return date;
      if (date.length <= 4) return formats.isoYear().format(atMs);
      return (date.length <= 7 ? formats.isoMonth : formats.isoDay)().format(atMs);
    },
  };
}

/** ISO dates without a time are UTC; shown in local time they would slip to the day before. */
function utcFormat(language: string, options: Intl.DateTimeFormatOptions) {
  return new Intl.DateTimeFormat(language, { ...options, timeZone: 'UTC' });
}

function isSameLanguage(a: string, b: string): boolean {
  return a.split(/[-_]/)[0] === b.split(/[-_]/)[0] && isLocale(a);
}

function isLocale(tag: string): boolean {
  try {
    return Intl.getCanonicalLocales(tag).length > 0;
  } catch {
    return false; // `@@ui_locale` writes zh_CN, which is no BCP 47 tag
  }
}

const RIGHT_TO_LEFT = new Set(['ar', 'fa', 'he', 'ps', 'ur', 'yi']);

function directionOf(language: string): 'ltr' | 'rtl' {
  return RIGHT_TO_LEFT.has(language.split('-')[0] ?? '') ? 'rtl' : 'ltr';
}
