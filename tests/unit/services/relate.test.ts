import { beforeEach, describe, expect, it } from 'vitest';
import type { PaperCandidate, PaperKey } from '../../../lib/core/paper';
import type { Recency } from '../../../lib/core/recency';
import { DEFAULT_SETTINGS } from '../../../lib/core/settings';
import { openRelatedIndex } from '../../../lib/related/block-related-index';
import { dismissPapers } from '../../../lib/services/dismiss-papers';
import { editLibrary } from '../../../lib/services/edit-library';
import { missedPapers } from '../../../lib/services/missed-papers';
import { rankPapers } from '../../../lib/services/rank-papers';
import { recordPage } from '../../../lib/services/record-page';
import { countRelated, relatedForCard, relatedToPaper } from '../../../lib/services/relate';
import { savePapers } from '../../../lib/services/save-papers';
import { toRelatedDocument } from '../../../lib/services/to-related-document';
import { testLibrary } from '../../support/database';
import { key, makeCandidate } from '../../support/papers';

function paper(id: string, title: string, date = '2031'): PaperCandidate {
  return makeCandidate({ key: key(`arxiv:3101.${id}`), title, abstract: title, date });
}

const SAVED = [
  paper('00001', 'Melt ponds on Arctic sea ice'),
  paper('00002', 'Albedo of Arctic sea ice and melt ponds'),
  paper('00003', 'Waggle dances of honey bees'),
  paper('00004', 'Waggle dances and the honey of bees'),
];
const ICE = paper('00011', 'Arctic sea ice and its melt ponds', '2020');
const ICE_TOO = paper('00016', 'Melt ponds of Arctic sea ice');
const BEES = paper('00012', 'Honey bees and their waggle dances', '2031');
const OPERA = paper('00013', 'Opera houses of the nineteenth century');

async function openLibrary() {
  const library = testLibrary();
  const { writer, repository, clock } = library;
  await savePapers(writer, { opId: 'operation-1', candidates: SAVED });
  const saved = openRelatedIndex(new Map());
  const all = openRelatedIndex(new Map());
  for (const index of [saved, all]) index.put(SAVED.map(toDocument), 1);
  const pause = async () => undefined;
  const options = { repository, saved, nowMs: clock.now, pause };
  return {
    ...library,
    options,
    see: async (papers: readonly PaperCandidate[]) => {
      await recordPage(
        writer,
        { url: 'https://arxiv.org/list/cs.LG/new', candidates: papers },
        { settings: DEFAULT_SETTINGS, isPaperPage: false },
      );
      all.put(papers.map(toDocument), 1);
    },
    dismiss: (ids: readonly PaperKey[]) => dismissPapers(writer, { opId: 'operation-2', ids }),
    toPaper: (candidate: PaperCandidate, recency: Recency = 'any') =>
      relatedToPaper(candidate, 10, {
        repository,
        all,
        recency,
        nowMs: Date.parse('2031-06-01'),
      }),
  };
}

function toDocument(candidate: PaperCandidate) {
  return toRelatedDocument(candidate.key, candidate.ids, candidate);
}

describe('relating papers to the library', () => {
  let library: Awaited<ReturnType<typeof openLibrary>>;
  beforeEach(async () => {
    library = await openLibrary();
  });

  it('counts the saved papers that a row is close to, and leaves out rows close to none', async () => {
    const counts = await countRelated([ICE, OPERA], library.options);
    expect(counts).toEqual([{ key: ICE.key, count: 2 }]);
  });

  it('counts and shows no paper that is near only because others are close', async () => {
    const { options } = library;
    const whales = paper('00005', 'Whales of the Arctic');
    const more = paper('00006', 'Sea ice and melt ponds');
    await savePapers(library.writer, { opId: 'operation-2', candidates: [whales, more] });
    options.saved.put([whales, more].map(toDocument), 2);
    expect(await countRelated([ICE], options)).toEqual([{ key: ICE.key, count: 3 }]);
    const { related, relatedCount } = await relatedForCard(ICE, 10, options);
    expect(relatedCount).toBe(3);
    expect(related.map((one) => one.key)).not.toContain(whales.key);
    const near = options.saved.closest(toDocument(ICE), 10, options.saved.badgeThreshold());
    expect(near.map(({ id }) => id)).toContain(whales.key);
  });

  it('finds saved and seen papers for an open one, and nothing that was dismissed', async () => {
    await library.see([ICE, OPERA]);
    const open = paper('00021', 'Sea ice of the Arctic: melt ponds');
    const ids = async () => (await library.toPaper(open)).map((found) => [found.key, found.state]);
    expect(await ids()).toContainEqual([ICE.key, 'seen']);
    expect(await ids()).toContainEqual([SAVED[0]?.key, 'saved']);
    await library.dismiss([ICE.key]);
    expect((await ids()).map(([id]) => id)).not.toContain(ICE.key);
  });

  it('puts new papers first as far as the reader wishes', async () => {
    const young = paper('00014', 'Melt ponds of sea ice', '2031-05');
    await library.see([ICE, young]);
    const open = paper('00021', 'Arctic sea ice and its melt ponds in summer');
    const order = async (recency: Recency) =>
      (await library.toPaper(open, recency))
        .map((found) => found.key)
        .filter((id) => id === ICE.key || id === young.key);
    expect(await order('any')).toEqual([ICE.key, young.key]);
    expect(await order('year')).toEqual([young.key, ICE.key]);
  });

  it('suggests what was seen and is close to the library, with the reason', async () => {
    await library.see([OPERA, BEES]);
    const missed = await missedPapers(10, 'any', library.options);
    expect(missed.map(({ key }) => key)).toEqual([BEES.key]);
    expect(missed[0]?.reason.terms.length).toBeGreaterThan(0);
  });

  it('learns from a star and from a dismissal what comes first', async () => {
    const { writer, options } = library;
    const first = async () => {
      const ranked = await rankPapers([ICE_TOO, BEES, OPERA], options);
      return [...ranked].sort((a, b) => b.score - a.score)[0]?.key;
    };
    const bees = SAVED.slice(2).map((one) => one.key);
    await editLibrary(writer, { opId: 'operation-3', ids: bees, edit: { starred: true } });
    expect(await first()).toBe(BEES.key);
    await library.see([paper('00015', 'More waggle dances of honey bees')]);
    await library.dismiss([key('arxiv:3101.00015')]);
    await editLibrary(writer, { opId: 'operation-4', ids: bees, edit: { starred: false } });
    expect(await first()).toBe(ICE_TOO.key);
  });

  it('ranks nothing while nothing is saved', async () => {
    const empty = testLibrary();
    const saved = openRelatedIndex(new Map());
    const options = { ...library.options, repository: empty.repository, saved };
    expect(await rankPapers([ICE], options)).toEqual([]);
    expect(await missedPapers(10, 'any', options)).toEqual([]);
  });
});
