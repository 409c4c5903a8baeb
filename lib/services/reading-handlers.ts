import type { LookupIndex } from '../lookup/lookup-index';
import type { PageRow } from '../messages/payloads';
import type { Handlers } from '../messages/server';
import type { SearchIndex } from '../search/search-index';
import type { PaperReader } from '../store/stored-reader';
import type { LiveIndex } from './live-index';
import { lookAtPage, type PageLook, standingsIn } from './look-at-page';
import { toFoundPaper } from './paper-views';
import { searchLibrary } from './search-library';
import { readSettings } from './settings';

/** What is asked of a background as it wakes, and answered without anything that writes. */
export type ReadingMessage = 'page.look' | 'library.counts' | 'library.search' | 'settings.get';

export interface ReadingOptions {
  readonly reader: PaperReader;
  readonly lookupIndex: LiveIndex<LookupIndex>;
  readonly searchIndex: LiveIndex<SearchIndex>;
  readonly now: () => number;
  /** Told of each page that was looked at, and of the tab it stands in where it is not our own. */
  readonly onLook: (look: PageLook, rows: readonly PageRow[], tabId: number | undefined) => void;
}

export function createReadingHandlers(options: ReadingOptions): Pick<Handlers, ReadingMessage> {
  const { reader, lookupIndex, searchIndex, now, onLook } = options;
  return {
    'page.look': async (look, { sender, isOwnPage }) => {
      const [lookup, settings] = await Promise.all([
        lookupIndex.currentIfClose(),
        readSettings(reader),
      ]);
      const known = lookup ?? (await standingsIn(reader, look));
      const rows = lookAtPage(known, look, now());
      onLook(look, rows, isOwnPage ? undefined : sender.tab?.id);
      const isTold = ({ state }: PageRow, i: number) =>
        i < look.candidates.length || state !== 'new';
      return { rows: rows.filter(isTold), settings };
    },
    'library.counts': async () => {
      const [counts, queued] = await Promise.all([reader.counts(), reader.queueLength()]);
      return { ...counts, queued };
    },
    'library.search': async (request) => {
      const { index, isWhole } = await searchIndex.atHand();
      const sources = { index, reader, nowMs: now() };
      const { papers, total, query, problems } = await searchLibrary(request, sources);
      return { rows: papers.map((found) => toFoundPaper(found, query)), total, problems, isWhole };
    },
    'settings.get': () => readSettings(reader),
  };
}
