import type { Author, PaperCandidate, PaperKey } from '../../lib/core/paper';
import { pick, type Random, randomInt, seededRandom } from './random';
import { inventName, Vocabulary } from './vocabulary';

/**
 * Invented papers for tests and benches: every figure of Paperkin at 1,000, 10,000 and 100,000
 * records is taken over these. Lengths follow arXiv: titles of 5 to 12 words, 1 to 9 authors,
 * abstracts of 350 to 2,400 characters (1,300 on average). Some titles carry TeX, some names accents.
 */

const SENTENCES = [
  'We study the _ of _ _ in the _ of _ and show that _ _ is _ under _ _.',
  'Recent work on _ has shown that _ and _ can be _ by the _ of a _ _.',
  'However, the _ _ that these _ need is not available for most _.',
  'In this paper we propose _, a _ _ for _ that _ the _ of each _ with respect to its _.',
  'Our _ is based on _ and does not need any _ or _ _.',
  'We prove that the _ _ converges to a _ with a rate of _ for all _ _ and _.',
  'Experiments on _, _ and _ show that our _ outperforms _ by a wide _.',
  'To the best of our knowledge this is the first _ of _ that _ both _ and _.',
  'While _ have been used for _ _, they fail when the _ is _ or the _ _ is small.',
  'It is known that _ _ are _, but the role of _ in _ has been an open question.',
  'The results are in good agreement with _ and suggest a new _ for _ _.',
  'As an application, we compute the _ of _ and the _ _ between _ and _.',
  'We also release _, a dataset of _ _ with _ and _, to support further _.',
  'Code and models are available to the community for _ and _.',
  'Such _ make it possible to _ a _ of _ at a fraction of the _.',
  'Each _ is _ into a _ _, which is then _ by a _ that was trained on _.',
  'By contrast, _ achieves an accuracy of 91.4 on _ and of 73.2 on _.',
  'From these we derive a _ for the _ of _, valid at any _.',
].map((sentence) => sentence.split('_'));
const LINKS = ['for', 'with', 'via', 'of', 'in', 'from', 'under', 'and', 'using', 'towards'];
const TITLE_TEX = ['$\\beta$', '$\\alpha$', '$L_1$', '$\\mathcal{N}=4$', '$O(n)$'];
const ACCENTS: Readonly<Record<string, string>> = {
  a: 'á',
  e: 'é',
  i: 'í',
  o: 'ö',
  u: 'ü',
  n: 'ñ',
};
const VENUES = ['NeurIPS', 'ICML', 'ICLR', 'CVPR', 'ACL', 'Physical Review Letters', 'Nature'];
const CATEGORIES = [
  'cs.LG',
  'cs.CL',
  'cs.CV',
  'stat.ML',
  'hep-th',
  'quant-ph',
  'math.OC',
  'astro-ph.GA',
];

interface World {
  readonly vocabulary: Vocabulary;
  readonly topics: readonly (readonly string[])[];
  readonly givenNames: readonly string[];
  readonly familyNames: readonly string[];
}

/**
 * `count` different papers. The same seed gives the same papers, and a longer run begins with those
 * of a shorter one; `from` leaves out as many at the start.
 */
export function generatePapers(count: number, seed = 1, from = 0): PaperCandidate[] {
  const world = worlds.get(seed) ?? inventWorld(seed);
  worlds.set(seed, world);
  return Array.from({ length: count }, (_, i) => generatePaper(world, seed, from + i));
}

/** Inventing one takes a third of a second. */
const worlds = new Map<number, World>();

function inventWorld(seed: number): World {
  const random = seededRandom(seed * 7919 + 1);
  const vocabulary = new Vocabulary(random, 150_000);
  return {
    vocabulary,
    topics: Array.from({ length: 2000 }, () => vocabulary.drawTopic(random, 40)),
    givenNames: inventNames(random, 400),
    familyNames: inventNames(random, 8000),
  };
}

function inventNames(random: Random, count: number): string[] {
  const names = new Set<string>();
  while (names.size < count) names.add(accented(random, capitalised(inventName(random))));
  return [...names];
}

function generatePaper(world: World, seed: number, index: number): PaperCandidate {
  const random = seededRandom((seed * 1_000_003 + index * 2_654_435_761) | 0);
  const topic = pick(random, world.topics);
  const year = 2010 + randomInt(random, 16);
  const month = String(1 + randomInt(random, 12)).padStart(2, '0');
  // Six digits, which arXiv never gives, keep a million papers apart without meeting a real one.
  const number = `${String(year % 100)}${month}.${String(index).padStart(6, '0')}`;
  const key = `arxiv:${number}` as PaperKey;
  const authors = generateAuthors(random, world);
  return {
    key,
    ids: [key],
    source: 'arxiv-list',
    title: generateTitle(random, world, topic),
    authors,
    authorCount: authors.length,
    abstract: generateAbstract(random, world, topic),
    date: `${year}-${month}-${String(1 + randomInt(random, 28)).padStart(2, '0')}`,
    ...(random() < 0.4 ? { venue: pick(random, VENUES) } : {}),
    type: 'preprint',
    urls: [`https://arxiv.org/abs/${number}`],
    categories: [pick(random, CATEGORIES)],
    version: 1 + randomInt(random, 3),
  };
}

function generateTitle(random: Random, world: World, topic: readonly string[]): string {
  const length = 4 + randomInt(random, 7);
  const words: string[] = [];
  for (let i = 0; i < length; i++) {
    words.push(capitalised(subjectWord(random, world, topic, 0.55)));
    if (i < length - 1 && random() < 0.3) words.push(pick(random, LINKS));
  }
  if (random() < 0.03) words[0] = `${pick(random, TITLE_TEX)}-${words[0]}`;
  return words.join(' ');
}

function generateAuthors(random: Random, world: World): Author[] {
  const count = 1 + Math.floor(random() * random() * 9);
  return Array.from({ length: count }, () => {
    const given = pick(random, world.givenNames);
    const rank = Math.floor(random() * random() * world.familyNames.length);
    const family = world.familyNames[rank] ?? '';
    return { name: `${given} ${family}`, given, family };
  });
}

function generateAbstract(random: Random, world: World, topic: readonly string[]): string {
  const spread = random() + random() + random() - 1.5;
  const target = Math.max(350, Math.min(2400, 1300 + spread * 800));
  const pieces: string[] = [];
  for (let length = 0; length < target; length++) {
    const parts = pick(random, SENTENCES);
    const sentence = parts.map((part, i) =>
      i === 0 ? part : subjectWord(random, world, topic, 0.42) + part,
    );
    pieces.push(sentence.join(''));
    length += pieces.at(-1)?.length ?? 0;
  }
  return pieces.join(' ');
}

/** A word of the topic, its first words most often, or any word by its frequency. */
function subjectWord(
  random: Random,
  world: World,
  topic: readonly string[],
  topicShare: number,
): string {
  if (random() >= topicShare) return world.vocabulary.draw(random);
  return topic[Math.floor(random() * random() * topic.length)] ?? '';
}

function capitalised(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}

function accented(random: Random, name: string): string {
  if (random() >= 0.1) return name;
  return name.replace(/[aeioun]/, (letter) => ACCENTS[letter] ?? letter);
}
