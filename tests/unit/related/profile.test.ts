import { describe, expect, it } from 'vitest';
import type { PaperKey } from '../../../lib/core/paper';
import { openRelatedIndex } from '../../../lib/related/block-related-index';
import { type Interest, interestWeight } from '../../../lib/related/profile';
import { makeDocument, TEN_PAPERS } from '../../support/related-documents';

const saved = openRelatedIndex(new Map());
saved.put(TEN_PAPERS, 1);

const seen = openRelatedIndex(new Map());
const FEED = [
  ['ice', 'Sea ice and melt ponds in a warmer Arctic', 'Olaf Berg'],
  ['bees', 'The waggle dance of honey bees and its errors', 'New Person'],
  ['models', 'Sparse features of language models', 'Mo Reed'],
  ['opera', 'Opera houses of the nineteenth century', 'Old Person'],
] as const;
seen.put(
  FEED.map(([id, title, author]) => makeDocument({ id: `arxiv:${id}`, title, authors: [author] })),
  1,
);

const FEED_IDS = FEED.map(([id]) => `arxiv:${id}` as PaperKey);
const ICE = ['2901.00005', '2901.00006', '2901.00007'].map((id) => liked(id));

function liked(id: string, weight = 1): Interest {
  return { paper: `arxiv:${id}` as PaperKey, weight };
}

function order(interests: readonly Interest[]): string[] {
  return seen.rank(saved.profile(interests), FEED_IDS).map(({ id }) => id.slice('arxiv:'.length));
}

describe('a feed in the order of what someone reads', () => {
  it('begins with the subject of the saved papers', () => {
    expect(order(ICE)[0]).toBe('ice');
    expect(order([liked('2901.00008'), liked('2901.00009')])[0]).toBe('bees');
  });

  it('puts the subject of a dismissed paper behind those nothing is known of', () => {
    const feed = order([...ICE, liked('2901.00008', interestWeight({ dismissed: true }))]);
    expect(feed.indexOf('opera')).toBeLessThan(feed.indexOf('bees'));
  });

  it('lets a star count for more than a save', () => {
    const star = interestWeight({ status: 'unread', starred: true });
    expect(order([liked('2901.00001'), liked('2901.00008', star)])[0]).toBe('bees');
    expect(order([liked('2901.00001', star), liked('2901.00008')])[0]).toBe('models');
  });

  it('brings up a known author', () => {
    const feed = order([liked('2901.00003')]);
    expect(feed[0]).toBe('models');
  });

  it('holds each paper once, those not in the index left out', () => {
    const ranked = seen.rank(saved.profile(ICE), [...FEED_IDS, 'arxiv:unknown' as PaperKey]);
    expect(ranked.map(({ id }) => id).sort()).toEqual([...FEED_IDS].sort());
    expect(ranked.every(({ score }) => score >= 0 && score <= 1)).toBe(true);
  });

  it('ranks papers that no index holds, and learns from them', () => {
    const opera = makeDocument({ title: 'Opera and its singers' });
    const [first, second] = FEED.map(([id, title]) => makeDocument({ id: `arxiv:${id}`, title }));
    const papers = [opera, ...[first, second].filter((paper) => paper !== undefined)];
    const best = (interests: readonly Interest[]) =>
      saved.rank(saved.profile(interests), papers)[0];
    expect(best(ICE)?.id).toBe('arxiv:ice');
    expect(best([{ paper: makeDocument({ title: 'Singers' }), weight: 1 }])?.id).toBe(opera.id);
  });

  it('lets interests move on: what was published later counts for more', () => {
    const paper = (title: string, date: string): Interest => ({
      paper: makeDocument({ title, date }),
      weight: 1,
    });
    const feed = (interests: readonly Interest[]) =>
      seen.rank(saved.profile(interests), FEED_IDS).map(({ id }) => id)[0];
    expect(feed([paper('Sea ice', '2030'), paper('Honey bees', '2020')])).toBe('arxiv:ice');
    expect(feed([paper('Sea ice', '2020'), paper('Honey bees', '2030')])).toBe('arxiv:bees');
  });

  it('is no order of numbers for an empty library, yet loses nothing', () => {
    expect(order([]).sort()).toEqual(['bees', 'ice', 'models', 'opera']);
  });
});
