/** Why two papers are related, the weightiest parts first; computed, never guessed. */
export interface Reason {
  readonly terms: readonly string[];
  readonly authors: readonly string[];
  readonly category?: string;
  /** One paper's text names the other. */
  readonly cites?: boolean;
}

/** The closest of the papers that a paper is related to, and how many more there are. */
export interface RelatedSummary {
  readonly closestTitle: string;
  readonly others: number;
  readonly reason: Reason;
}
