import type { DBCore } from 'dexie';
import type { PaperkinDatabase } from '../../lib/store/database';

/** Makes the k-th request of a database fail, be it to read or to write, as a full disk does. */
export interface FaultPlan {
  /** Counts down; the request that meets 0 fails. Infinity for none. */
  remaining: number;
  hasFired: boolean;
}

/** Call before the database is first used. */
export function injectFaults(db: PaperkinDatabase): FaultPlan {
  const plan: FaultPlan = { remaining: Number.POSITIVE_INFINITY, hasFired: false };
  db.use({
    stack: 'dbcore',
    name: 'faults',
    create: (core: DBCore): DBCore => ({
      ...core,
      table: (name) => {
        const table = core.table(name);
        const orFail =
          <Request, Answer>(ask: (request: Request) => Promise<Answer>) =>
          (request: Request) => {
            if (plan.remaining-- !== 0) return ask(request);
            plan.hasFired = true;
            return Promise.reject(new DOMException('disk full', 'QuotaExceededError'));
          };
        return {
          ...table,
          mutate: orFail(table.mutate),
          get: orFail(table.get),
          getMany: orFail(table.getMany),
          query: orFail(table.query),
          openCursor: orFail(table.openCursor),
          count: orFail(table.count),
        };
      },
    }),
  });
  return plan;
}
