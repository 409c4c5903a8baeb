import type { ExchangePaper } from '../../lib/core/exchange';
import type { ImportJudgement } from '../../lib/messages/payloads';

/** A record as it is imported: with the identifier of the stored paper that its preview found. */
export function judged(record: ExchangePaper, { sameAs }: ImportJudgement): ExchangePaper {
  return sameAs ? { ...record, ids: [...(record.ids ?? []), sameAs] } : record;
}
