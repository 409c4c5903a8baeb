import type { Reason } from '../lib/core/reason';

export type { Reason };

/** The closest of the papers that a paper is related to, and how many more there are. */
export interface RelatedSummary {
  readonly closestTitle: string;
  readonly others: number;
  readonly reason: Reason;
}
