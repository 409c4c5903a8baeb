/** Why two papers are related, computed from the score's own parts, the weightiest first. */
export interface Reason {
  /** Shared words and word pairs as the query paper writes them ("sparse autoencoders"). */
  readonly terms: readonly string[];
  readonly authors: readonly string[];
  /** A category both stand in, where it added to the score. */
  readonly category?: string;
  /** True where one paper's text names the other's identifier. */
  readonly cites?: boolean;
}
