import { pick, type Random, randomInt } from './random';

/**
 * An invented scientific vocabulary with the frequencies of a real one: rank r is drawn with a
 * probability of about 1 / (r + 8)^1.05 (Zipf-Mandelbrot), so that a library of 10,000 papers holds
 * some 50,000 different words and half of them once.
 */

const STEMS =
  'model learn network graph image language data train robust sparse dense policy reward agent vision token prompt kernel tensor vector matrix field gauge quantum lattice string brane cosmic stellar plasma laser photon neutron spectral wave signal noise sample cluster rank hash cache query index logic proof type program compile parse syntax speech audio video motion robot control planning search memory recall bias fair causal latent flow diffuse score energy entropy margin bound convex gradient descent adapt transfer prune quantize distill align infer predict detect segment track retrieve embed encode decode attend fuse mask align warp fold bind cell gene protein neuron cortex tumor drug virus immune clinic patient market trade price auction game voter opinion climate ocean cloud soil crop urban traffic vehicle satellite sensor antenna channel protocol packet cipher privacy trust audit fault repair deploy scale stream batch shard consensus ledger contract oracle'.split(
    ' ',
  );
const PREFIXES =
  'hyper multi meta pseudo sub trans inter auto co semi micro neuro bio geo quasi non super photo electro para'.split(
    ' ',
  );
const SUFFIXES =
  'ization ity ness ment ics oid ian al ive able ation ology former net gram tion ism ant ase ene ous ing ed s er'.split(
    ' ',
  );
const SYLLABLES =
  'ba cor den fi gal hem in jo kal lum mar nex or pel qui ran sol tem ul ver wei xan yt zor chi dra flo gre plas sta tro mi le ra ko shi tan vo be ci'.split(
    ' ',
  );

export class Vocabulary {
  readonly words: readonly string[];
  private readonly cumulative: Float64Array;

  constructor(random: Random, size: number) {
    this.words = inventWords(random, size);
    this.cumulative = new Float64Array(size);
    let sum = 0;
    for (let i = 0; i < size; i++) {
      sum += 1 / (i + 8) ** 1.05;
      this.cumulative[i] = sum;
    }
  }

  /** A word by its frequency. */
  draw(random: Random): string {
    const { cumulative } = this;
    const target = random() * (cumulative[cumulative.length - 1] ?? 0);
    let low = 0;
    let high = cumulative.length - 1;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((cumulative[middle] ?? 0) < target) low = middle + 1;
      else high = middle;
    }
    return this.words[low] ?? '';
  }

  /** A subject of its own: some middling words that its papers use again and again. */
  drawTopic(random: Random, size: number): string[] {
    const reach = Math.min(this.words.length, 30_000);
    return Array.from({ length: size }, () => {
      const rank = Math.min(50, reach >> 1) + Math.floor(random() ** 3 * (reach >> 1));
      return this.words[rank] ?? '';
    });
  }
}

/** A name of two to four syllables, in lower case. */
export function inventName(random: Random): string {
  const count = 2 + randomInt(random, 2) + (random() < 0.2 ? 1 : 0);
  return Array.from({ length: count }, () => pick(random, SYLLABLES)).join('');
}

function inventWords(random: Random, size: number): string[] {
  const words = new Set(STEMS);
  while (words.size < size) words.add(inventWord(random));
  return [...words].slice(0, size);
}

function inventWord(random: Random): string {
  const kind = random();
  const stem = pick(random, STEMS);
  if (kind < 0.25) return pick(random, PREFIXES) + stem;
  if (kind < 0.5) return stem.slice(0, 3 + randomInt(random, stem.length)) + pick(random, SUFFIXES);
  if (kind < 0.62) return `${stem}-${pick(random, STEMS)}`;
  if (kind < 0.75) return pick(random, PREFIXES) + stem + pick(random, SUFFIXES);
  return inventName(random) + (random() < 0.5 ? pick(random, SUFFIXES) : '');
}
