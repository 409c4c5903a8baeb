import { describe, expect, it } from 'vitest';
import { DEFAULT_SETTINGS } from '../../../lib/core/settings';
import { dismissPapers } from '../../../lib/services/dismiss-papers';
import { evictSeen } from '../../../lib/services/evict-seen';
import { lookAtPage, standingsIn } from '../../../lib/services/look-at-page';
import { recordPage } from '../../../lib/services/record-page';
import { savePapers } from '../../../lib/services/save-papers';
import { DAY_MS } from '../../support/clock';
import { openLookup, testLibrary } from '../../support/database';
import { key, makeCandidate } from '../../support/papers';

const FEED = 'https://huggingface.co/papers/date/2031-01-05';
const LISTING = 'https://arxiv.org/list/cs.LG/new';

function visitor() {
  const library = testLibrary();
  const { writer, repository, clock } = library;
  const lookup = openLookup(repository);
  return {
    ...library,
    lookup,
    async visit(
      url: string,
      candidates: ReturnType<typeof makeCandidate>[],
      { isPaperPage = false, settings = DEFAULT_SETTINGS } = {},
    ) {
      lookup.markStale();
      const rows = lookAtPage(await lookup.current(), { url, candidates }, clock.now());
      await recordPage(writer, { url, candidates }, { settings, isPaperPage });
      return rows;
    },
  };
}

describe('looking at a page', () => {
  it('calls a paper new at first, also when the same page is loaded again that day', async () => {
    const { visit } = visitor();
    const paper = makeCandidate();
    expect(await visit(FEED, [paper])).toEqual([{ key: paper.key, state: 'new' }]);
    expect(await visit(`${FEED}?utm_source=mail#top`, [paper])).toMatchObject([{ state: 'new' }]);
  });

  it('calls it seen on another page, with the day it was first seen', async () => {
    const { visit, clock } = visitor();
    const paper = makeCandidate();
    await visit(FEED, [paper]);
    const firstMs = clock.now();
    clock.advance(1000);
    expect(await visit(LISTING, [paper])).toEqual([
      { key: paper.key, state: 'seen', seenAtMs: firstMs },
    ]);
    expect(await visit(FEED, [paper])).toMatchObject([{ state: 'seen' }]);
  });

  it('says the same by the database as by the look-up', async () => {
    const { visit, writer, repository, lookup, clock } = visitor();
    const [saved, seen, fresh] = [makeCandidate(), makeCandidate(), makeCandidate()];
    await visit(FEED, [saved, seen]);
    await savePapers(writer, { opId: 'operation-1', candidates: [saved] });
    clock.advance(DAY_MS);
    const look = { url: LISTING, candidates: [saved, seen], others: [fresh.key, saved.key] };
    lookup.markStale();
    const byLookup = lookAtPage(await lookup.current(), look, clock.now());
    expect(byLookup.map(({ state }) => state)).toEqual(['saved', 'seen', 'new', 'saved']);
    const byDatabase = lookAtPage(await standingsIn(repository, look), look, clock.now());
    expect(byDatabase).toEqual(byLookup);
  });

  it('calls it seen on the same page another day', async () => {
    const { visit, clock } = visitor();
    const paper = makeCandidate();
    await visit(FEED, [paper]);
    clock.advance(DAY_MS);
    expect(await visit(FEED, [paper])).toMatchObject([{ state: 'seen' }]);
  });

  it('calls it seen once it was dismissed, also on the page where it was met that day', async () => {
    const { visit, writer } = visitor();
    const paper = makeCandidate();
    await visit(FEED, [paper]);
    await dismissPapers(writer, { opId: 'operation-1', ids: [paper.key] });
    expect(await visit(FEED, [paper])).toMatchObject([{ state: 'seen' }]);
  });

  it('knows a saved paper under any of its identifiers', async () => {
    const { visit, writer } = visitor();
    const ids = [key('arxiv:3101.00042'), key('doi:10.1000/sheep')];
    const candidate = makeCandidate({ key: key('arxiv:3101.00042'), ids });
    await savePapers(writer, {
      opId: 'operation-1',
      candidates: [candidate],
      edit: { status: 'reading' },
    });
    const other = makeCandidate({ key: key('doi:10.1000/sheep'), ids: [key('doi:10.1000/sheep')] });
    expect(await visit(LISTING, [other])).toEqual([{ key: other.key, state: 'reading' }]);
  });

  it('tells how papers far from the view stand, and does not count them as seen', async () => {
    const { writer, repository, clock, visit } = visitor();
    const [saved, far] = [makeCandidate(), makeCandidate()];
    await savePapers(writer, { opId: 'op-far-rows', candidates: [saved] });
    const look = { url: LISTING, candidates: [], others: [saved.key, far.key] };
    const lookup = await openLookup(repository).current();
    expect(lookAtPage(lookup, look, clock.now())).toEqual([
      { key: saved.key, state: 'saved' },
      { key: far.key, state: 'new' },
    ]);
    await recordPage(writer, look, { settings: DEFAULT_SETTINGS, isPaperPage: false });
    expect(await repository.find([far.key])).toEqual([undefined]);
    expect(await visit(FEED, [far])).toMatchObject([{ state: 'new' }]);
  });

  it('notes when a saved paper was opened', async () => {
    const { visit, writer, repository, clock } = visitor();
    const paper = makeCandidate();
    await savePapers(writer, { opId: 'operation-1', candidates: [paper] });
    clock.advance(DAY_MS);
    await visit('https://arxiv.org/abs/3101.00042', [paper], { isPaperPage: true });
    expect((await repository.find([paper.key]))[0]?.entry?.openedAtMs).toBe(clock.now());
  });

  it('keeps nothing of papers that are not saved when told to keep none', async () => {
    const { visit, writer } = visitor();
    const saved = makeCandidate();
    await savePapers(writer, { opId: 'operation-1', candidates: [saved] });
    const settings = { ...DEFAULT_SETTINGS, seenLimit: 0 };
    await visit(FEED, [saved, makeCandidate()], { settings });
    expect(await writer.db.papers.count()).toBe(1);
  });

  it('does not write a paper again that says nothing new', async () => {
    const { visit, repository } = visitor();
    const paper = makeCandidate();
    await visit(FEED, [paper]);
    const [before] = await repository.find([paper.key]);
    await visit(FEED, [paper]);
    const [after] = await repository.find([paper.key]);
    expect(after?.paper.rev).toBe(before?.paper.rev);
  });
});

describe('forgetting seen papers', () => {
  it('lets the longest unseen go first and never one that is saved', async () => {
    const { visit, writer, repository, clock } = visitor();
    const [saved, old, recent] = [makeCandidate(), makeCandidate(), makeCandidate()];
    await visit(FEED, [saved, old]);
    await savePapers(writer, { opId: 'operation-1', candidates: [saved] });
    clock.advance(DAY_MS);
    await visit(LISTING, [recent]);
    expect(await evictSeen(writer, 1)).toBe(1);
    const found = await repository.find([saved.key, old.key, recent.key]);
    expect(found.map((one) => one !== undefined)).toEqual([true, false, true]);
    expect(await repository.counts()).toMatchObject({ unread: 1, seen: 1 });
  });
});
