import type { Background } from './background';
import type { Block } from './block';
import type { Probes } from './candidates';
import type { Combination } from './combination';
import type { Features } from './features';
import type { PaperRows } from './paper-rows';
import type { Rarity } from './rarity';
import { AuthorFeedback } from './signals/author-feedback';
import { AuthorSignal } from './signals/authors';
import { CategorySignal } from './signals/categories';
import { CitationSignal } from './signals/citations';
import { CoauthorSignal } from './signals/coauthors';
import { yearsBetween } from './signals/dates';
import { countNorms, TextSignal, weighTerms } from './signals/text';
import { VectorSignal } from './signals/vectors';
import type { CountNorm, TermWeights } from './term-weights';

/** A query paper of this length (features.ts) is trusted half as much as the longest. */
const SILENT_LENGTH = 15;

/** What each signal that a reader can be told of adds to a row's score. */
export interface ScoreParts {
  readonly text: number;
  readonly authors: number;
  readonly categories: number;
  readonly citation: number;
}

/** A row that was scored. */
export interface ScoredRow {
  readonly block: Block;
  readonly row: number;
  readonly score: number;
}

/** What a scorer works in. Kept by who makes one scorer after the other: only the last one may be asked. */
export interface ScorerTables {
  readonly text: TermWeights;
  readonly feedback: TermWeights;
}

/** Scores rows against one paper: all signals, combined as combination.ts says. */
export class Scorer {
  readonly text: TextSignal;
  private readonly authors: AuthorSignal;
  private readonly categories: CategorySignal;
  private readonly citations: CitationSignal;
  private readonly vectors: VectorSignal;
  /** How much the query paper says: about 0.96 for an abstract, 0.75 for a title alone. */
  readonly evidence: number;
  private readonly meanLength: number;
  private readonly norms: CountNorm;

  constructor(
    private readonly features: Features,
    private readonly rows: PaperRows,
    background: Background,
    readonly rarity: Rarity,
    private readonly combination: Combination,
    private readonly tables: ScorerTables,
  ) {
    const { counts } = rows;
    this.meanLength = counts.meanLength;
    this.evidence = features.length / (features.length + SILENT_LENGTH);
    this.norms = countNorms(this.meanLength, combination);
    this.text = new TextSignal(features, rarity, this.meanLength, combination, tables.text);
    this.authors = new AuthorSignal(features, rarity, combination);
    this.categories = new CategorySignal(features, combination);
    this.citations = new CitationSignal(features, combination);
    this.vectors = new VectorSignal(features.terms, background, counts.papers, combination);
  }

  /** Of the query paper (signals/dates.ts); 0 where unknown. */
  get month(): number {
    return this.features.month;
  }

  /** By what the rows worth scoring are found. */
  get probes(): Probes {
    const names = [...this.authors.probes, ...this.citations.probes];
    return { terms: this.text.terms, weights: this.text.weights, names };
  }

  /** All signals together, before feedback. */
  score(block: Block, row: number): number {
    const { text, authors, categories, citation } = this.parts(block, row);
    const likeness = text + authors + this.vectors.score(block, row) + categories;
    return likeness * this.yearFactor(block, row) + citation;
  }

  parts(block: Block, row: number): ScoreParts {
    const text = this.text.score(block, row);
    const authors = this.authors.score(block, row, text);
    const categories = text > 0 ? this.categories.score(block, row) : 0;
    return { text, authors, categories, citation: this.citations.score(block, row) };
  }

  /**
   * Adds to each score what the terms and authors of the closest few find in the row (pseudo-relevance
   * feedback after Rocchio, 1971): papers of one subject share what the query paper happens to lack.
   *
   * It changes the order; the closest few keep the mean score that they had.
   *
   * @param scored all rows, best first
   */
  addFeedback(scored: readonly ScoredRow[]): ScoredRow[] {
    const closest = scored
      .slice(0, this.combination.feedbackPapers)
      .filter(({ score }) => score > 0);
    const weights = this.feedbackWeights(closest);
    const coauthors = this.coauthors();
    const authors = this.authorFeedback(scored);
    const found = scored.map((hit) => {
      const { block, row, score } = hit;
      const people = coauthors.score(block, row) + authors.score(hit);
      const added = weights.scoreRow(block, row, this.norms) + people;
      return score + added * this.yearFactor(block, row);
    });
    const grown = found.slice(0, closest.length).reduce((total, score) => total + score, 0);
    const scale = closest.reduce((total, { score }) => total + score, 0) / (grown || 1);
    return scored.map((hit, i) => ({ ...hit, score: scale * (found[i] ?? 0) }));
  }

  private yearFactor(block: Block, row: number): number {
    const { features, combination } = this;
    return (1 + yearsBetween(features.month, block, row)) ** -combination.yearDecay;
  }

  private coauthors(): CoauthorSignal {
    const own = new Set(this.authors.worth.keys());
    return new CoauthorSignal(own, this.rows, this.rarity, this.combination);
  }

  private authorFeedback(scored: readonly ScoredRow[]): AuthorFeedback {
    const { authorFeedbackWeight, authorRarityPower } = this.combination;
    return new AuthorFeedback(scored, this.rarity, authorFeedbackWeight, authorRarityPower);
  }

  private feedbackWeights(closest: readonly ScoredRow[]): TermWeights {
    const papers = closest.map(({ block, row }) => block.textOf(row));
    const sum = closest.reduce((total, { score }) => total + score, 0);
    const weights = this.tables.feedback;
    weights.clear(papers.reduce((total, { terms }) => total + terms.length, 0));
    for (const [i, text] of papers.entries()) {
      const share = (this.combination.feedbackWeight * (closest[i]?.score ?? 0)) / sum;
      weights.addAll(
        text.terms,
        weighTerms(text, this.rarity, this.meanLength, this.combination),
        share,
      );
    }
    return weights;
  }
}
