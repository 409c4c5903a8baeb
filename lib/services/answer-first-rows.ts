import type { ListQuery } from '../core/library-query';
import type { Send } from '../messages/client';
import { type FirstRows, readFirstRows } from '../store/first-rows';
import { PlainDatabase } from '../store/plain-database';
import { openExisting } from '../store/stored-reader';
import { toListedPaper } from './paper-views';

const MOST_ROWS = 50;
/** A database that takes longer is in the hands of somebody else, and the background says whose. */
const PATIENCE_MS = 300;

/**
 * Answers what a page of ours asks first, how many papers there are and the newest of them, from
 * the database; the background answers everything else, and that too where the database does not.
 */
export function answerFirstRows(send: Send, indexedDB: IDBFactory): Send {
  const database = new PlainDatabase(() => openExisting(indexedDB));
  let reading: Promise<FirstRows | null> | null = null;
  const read = () => {
    reading ??= withinPatience(readFirstRows(database, MOST_ROWS)).finally(() => {
      reading = null;
    });
    return reading;
  };
  const answer = async (type: string, request: unknown): Promise<unknown> => {
    const isList = type === 'library.list' && isFirstPage(request as ListQuery);
    const first = isList || type === 'library.counts' ? await read() : null;
    if (!first) return send(type as never, request as never);
    const { counts, found } = first;
    if (!isList) return counts;
    const rows = found.slice(0, (request as ListQuery).limit).map(toListedPaper);
    return { rows, total: counts.unread + counts.reading + counts.read };
  };
  return answer as Send;
}

function isFirstPage({ sort, offset, limit, status }: ListQuery): boolean {
  return sort === 'added' && offset === 0 && limit <= MOST_ROWS && !status;
}

/** What goes wrong here goes wrong in the background too, which puts it into words. */
function withinPatience<T>(promise: Promise<T | null>): Promise<T | null> {
  const waiting = new Promise<null>((done) => setTimeout(() => done(null), PATIENCE_MS));
  return Promise.race([promise.catch(() => null), waiting]);
}
