/** Compares what a reader made of our file with what we wrote, both as CSL-JSON items. */

/** Each field as text in which readers may not differ; null where it cannot be compared. */
const FIELDS = {
  title: ({ title }) => (!title || hasFormula(title) ? null : letters(title)),
  family: ({ author }) => author?.filter(isPerson).map(familyOf).join('|') ?? null,
  given: ({ author }) => author?.filter(isPerson).map(givenOf).join('|') ?? null,
  year: ({ issued }) => String(issued?.['date-parts']?.[0]?.[0] ?? '') || null,
  venue: (item) => {
    const venue = item['container-title'] ?? item['collection-title'];
    return venue ? letters(venue) : null;
  },
  doi: ({ DOI }) => DOI?.toLowerCase() ?? null,
  url: ({ URL }) => URL ?? null,
};

/**
 * @returns counts of entries lost, of keys shared and of entries in which a field changed or went
 * missing, and for each such field the first example.
 */
export function compare(expected, items, foldsCase = false) {
  const same = foldsCase
    ? (one, other) => one?.toLowerCase() === other?.toLowerCase()
    : (one, other) => one === other;
  const found = new Map(items.map((item) => [String(item.id), item]));
  const counts = {
    lost: expected.filter(({ id }) => !found.has(id)).length,
    clashed: items.length - found.size,
  };
  const examples = [];
  for (const [field, read] of Object.entries(FIELDS)) {
    if (!items.some((item) => read(item) !== null)) continue; // a reader that shows keys alone
    const changed = expected.filter((item) => {
      const [wanted, other] = [read(item), found.get(item.id)];
      return wanted !== null && other && !same(read(other), wanted);
    });
    counts[field] = changed.length;
    const [first] = changed;
    if (first) examples.push(`${field}: ${read(first)} -> ${read(found.get(first.id))}`);
  }
  return { counts, examples };
}

function familyOf(name) {
  if (name.literal) return letters(name.literal);
  const particle = name['non-dropping-particle'] ?? name['dropping-particle'];
  const words = [particle, name.family, name.suffix].filter(Boolean).join(' ');
  return letters(words).replace("' ", "'"); // some take the d' of d'Alembert for a particle
}

/** Some drop the dots of initials. */
function givenOf({ given }) {
  return letters(given ?? '').replaceAll('.', '');
}

/** Readers without a mark for "and others" make an author of it. */
function isPerson({ literal, family, given }) {
  return (literal ?? family) !== 'others' || Boolean(given);
}

/** Readers set formulas each in their own way. */
function hasFormula(title) {
  return /\$|<span class="math|\\\(/.test(title);
}

/** Without markup, with plain quotes and dashes: what is left must be the same to the letter. */
function letters(text) {
  return text
    .replace(/<\/?(?:i|b|em|strong|sub|sup|span)\b[^>]*>/g, '')
    .normalize('NFKC')
    .replace(/[“”„"‘’`ˋ']/g, "'") // citeproc swaps them
    .replace(/[‐-―]/g, '-')
    .replace(/\s+/g, ' ')
    .trim();
}
