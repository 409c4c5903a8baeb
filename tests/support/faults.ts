import type { DBCore } from 'dexie';
import type { PaperkinDatabase } from '../../lib/store/database';

/** Makes the k-th write request of a database fail, as a full disk does. */
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
        return {
          ...table,
          mutate: (request) => {
            if (plan.remaining-- !== 0) return table.mutate(request);
            plan.hasFired = true;
            return Promise.reject(new DOMException('disk full', 'QuotaExceededError'));
          },
        };
      },
    }),
  });
  return plan;
}
