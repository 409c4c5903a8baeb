import type { PaperKey } from '../core/paper';
import type { SegmentChange } from '../core/segments';
import { type Background, NO_BACKGROUND } from './background';
import { Block, type BlockRow } from './block';
import { badgeThreshold, isCloseItself, querySigns, type Signs, toScore } from './calibration';
import { CandidateFinder } from './candidates';
import { COMBINATION, type Combination } from './combination';
import { featuresOf } from './features';
import { PaperRows, type RowPlace } from './paper-rows';
import {
  type Interest,
  learnProfile,
  type Profile,
  type Rankable,
  type RankedPaper,
  rankByProfile,
} from './profile';
import { Rarity } from './rarity';
import { Explainer } from './reasons';
import type {
  CloseHit,
  RelatedDocument,
  RelatedHit,
  RelatedIndex,
  SomePaper,
} from './related-index';
import { type ScoredRow, Scorer } from './scorer';
import { paperVector } from './signals/vectors';
import { TermWeights } from './term-weights';
import { WeighedRows } from './weighed-rows';

export interface RelatedOptions {
  /** What is known of language beforehand; without it small libraries are judged less well. */
  readonly background?: Background;
  /** Other numbers than the learnt ones, for benches that ask what each signal is worth. */
  readonly combination?: Combination;
}

/** Measured: 160 terms chosen so lose a hundredth of nDCG; chosen by rarity alone, half of it. */
const UNLISTED_WORTH = 0.15;
const WORTH_SATURATION = 2.4;
/** Terms looked at in the query paper. */
const MAX_QUERY_TERMS = 400;
/** Rows scored in full for one paper, then once more with feedback. */
const CANDIDATES = 180;
/**
 * Rows that tell whether any comes near, and what the rest may still add to the odds of the best. Of
 * 2,600 badges on 12,000 rows feedback added at most a quarter; one had its row beyond these.
 */
const LIKELIEST = 60;
const MOST_ADDED = 1.35;
/** A score is at most so many times what its row shares, nearly: of 11,000 badges none was lost so. */
const MOST_GAINED = 1.2;

/** A row and its score in [0, 1]. */
interface Ranked {
  readonly hit: ScoredRow;
  readonly signs: Signs;
  readonly score: number;
  readonly isClose: boolean;
}

/** Opens an index from its segments; an empty map, or one of another format, opens an empty one. */
export function openRelatedIndex(
  segments: ReadonlyMap<string, ArrayBuffer>,
  options: RelatedOptions = {},
): BlockRelatedIndex {
  return new BlockRelatedIndex(segments, options);
}

export class BlockRelatedIndex implements RelatedIndex {
  private readonly background: Background;
  private readonly combination: Combination;
  private readonly rows: PaperRows;
  private readonly finder = new CandidateFinder();
  private readonly tables = { text: new TermWeights(), feedback: new TermWeights() };
  private latestRarity: { readonly at: number; readonly of: Rarity } | undefined;

  constructor(segments: ReadonlyMap<string, ArrayBuffer>, options: RelatedOptions) {
    this.background = options.background ?? NO_BACKGROUND;
    this.combination = options.combination ?? COMBINATION;
    const { vectors, checksum } = this.background;
    this.rows = PaperRows.open(segments, vectors.dimensions, checksum, this.worth);
  }

  get rev(): number {
    return this.rows.rev;
  }

  get size(): number {
    return this.rows.size;
  }

  put(documents: readonly RelatedDocument[], rev: number): void {
    this.rows.put(documents.map((document) => this.toRow(document)));
    this.rows.rev = rev;
  }

  remove(ids: readonly PaperKey[], rev: number): void {
    for (const id of ids) this.rows.remove(id);
    this.rows.rev = rev;
  }

  flush(): SegmentChange {
    return this.rows.flush();
  }

  mergeStep(): boolean {
    return this.rows.mergeStep();
  }

  related(document: RelatedDocument, limit: number, least = 0): RelatedHit[] {
    const scorer = this.scorerFor(document);
    const ranked = this.ranked(document.id, scorer, limit, least);
    if (ranked.length === 0) return []; // the query paper's words are read for hits alone
    const explainer = new Explainer(document, scorer);
    return ranked.map((one) => ({ ...toCloseHit(one), reason: explainer.explain(one.hit) }));
  }

  closest(document: RelatedDocument, limit: number, least = 0): CloseHit[] {
    return this.ranked(document.id, this.scorerFor(document), limit, least).map(toCloseHit);
  }

  profile(interests: readonly Interest[]): Profile {
    const marked = interests.flatMap(({ paper, weight }) => {
      const at = this.placeOf(paper);
      return at ? [{ ...at, weight }] : [];
    });
    return learnProfile(marked, this.weighed(), this.rows.dimensions, this.combination);
  }

  place(document: RelatedDocument): Rankable {
    return { block: Block.build([this.toRow(document)], this.rows.dimensions), row: 0 };
  }

  rank(profile: Profile, papers: readonly SomePaper[]): RankedPaper[] {
    const places = papers.map((paper) => this.placeOf(paper)).filter((place) => place !== null);
    return rankByProfile(profile, places, this.weighed(), this.combination);
  }

  /** What the scores of the closest papers are made from, for learning their coefficients. */
  signs(document: RelatedDocument, limit: number): { id: PaperKey; signs: Signs }[] {
    const ranked = this.ranked(document.id, this.scorerFor(document), limit);
    return ranked.map(({ hit, signs }) => ({ id: hit.block.id(hit.row), signs }));
  }

  badgeThreshold(): number {
    return badgeThreshold(this.rows.size);
  }

  private scorerFor(document: RelatedDocument): Scorer {
    const features = featuresOf(document, MAX_QUERY_TERMS, this.worth);
    const { rows, background, combination, tables } = this;
    return new Scorer(features, rows, background, this.rarity(), combination, tables);
  }

  /** The best rows with their scores, `least` and up, and what those are made from; best first. */
  private ranked(ownId: PaperKey, scorer: Scorer, limit: number, least = 0): Ranked[] {
    const own = this.rows.locate(ownId);
    this.finder.ask(this.rows, scorer.probes, own ? 1 : 0);
    if (least > 0 && !this.finder.isSmall && this.isFar(scorer, own, least)) return [];
    const wanted = Math.max(CANDIDATES, limit);
    const scored = this.scored(scorer, own, wanted).slice(0, wanted);
    const hits = scorer.addFeedback(scored).sort(byScore);
    return this.judge(hits, scorer, limit).filter(({ score }) => score >= least);
  }

  /** Most rows of a listing come nowhere near a badge, which a few of their candidates tell. */
  private isFar(scorer: Scorer, own: RowPlace | null, least: number): boolean {
    const [best] = this.judge(this.likeliest(scorer, own), scorer, 1);
    return best !== undefined && MOST_ADDED * oddsOf(best.score) < oddsOf(least);
  }

  /**
   * The rows that tell how near the best comes, best first: from the one that shares most down,
   * until none of those left is likely to be one of the few that the best hit is judged by.
   */
  private likeliest(scorer: Scorer, own: RowPlace | null): ScoredRow[] {
    const hits: ScoredRow[] = [];
    for (const number of this.finder.likeliest(LIKELIEST)) {
      const most = MOST_GAINED * this.finder.shareOf(number);
      if (most < (hits[this.combination.supportHits - 1]?.score ?? 0)) break;
      const hit = this.scoredRow(scorer, own, number);
      if (!hit) continue;
      hits.push(hit);
      hits.sort(byScore);
    }
    return hits;
  }

  /** @param hits best first */
  private judge(hits: readonly ScoredRow[], scorer: Scorer, limit: number): Ranked[] {
    const support = this.support(hits);
    const shared = querySigns(hits, scorer.month, this.rows.size);
    return hits.slice(0, limit).map((hit, i) => {
      const raw = scorer.evidence * (hit.score + support * closeness(hit, hits[0]));
      const signs = { ...shared, closeness: Math.log(raw) };
      const isClose = i === 0 || isCloseItself(scorer.evidence * hit.score);
      return { hit, signs, score: toScore(signs), isClose };
    });
  }

  /** What the best hits together say for each of them. */
  private support(ranked: readonly ScoredRow[]): number {
    const { supportHits, supportWeight } = this.combination;
    const sum = ranked.slice(0, supportHits).reduce((total, { score }) => total + score, 0);
    return (supportWeight * sum) / supportHits;
  }

  /** About `wanted` of the rows that the finder was asked for, best first. */
  private scored(scorer: Scorer, own: RowPlace | null, wanted: number): ScoredRow[] {
    const hits: ScoredRow[] = [];
    for (const number of this.finder.best(wanted)) {
      const hit = this.scoredRow(scorer, own, number);
      if (hit) hits.push(hit);
    }
    return hits.sort(byScore);
  }

  /** Null for a dead row, the query paper's own, and one that shares nothing. */
  private scoredRow(scorer: Scorer, own: RowPlace | null, number: number): ScoredRow | null {
    const { block, base, dead } = this.rows.blockOf(number);
    const row = number - base;
    if (dead[row] === 1 || (own?.held.block === block && own.row === row)) return null;
    const score = scorer.score(block, row);
    return score > 0 ? { block, row, score } : null;
  }

  /** What a term is likely to add to a score: pairs that nobody else writes are left out first. */
  private readonly worth = (hash: number, count: number): number => {
    const { documents, documentCount } = this.background;
    const listed = documentCount(hash);
    const rarity = Math.log(1 + documents / Math.max(1, listed));
    return (count / (count + WORTH_SATURATION)) * rarity * (listed > 0 ? 1 : UNLISTED_WORTH);
  };

  private weighed(): WeighedRows {
    return new WeighedRows(this.rarity(), this.rows.counts, this.combination);
  }

  /** One for all queries between two changes: most terms are asked about again and again. */
  private rarity(): Rarity {
    const { counts } = this.rows;
    if (this.latestRarity?.at !== counts.changes) {
      const of = new Rarity(this.background, counts, this.combination);
      this.latestRarity = { at: counts.changes, of };
    }
    return this.latestRarity.of;
  }

  private placeOf(paper: SomePaper): Rankable | null {
    if (typeof paper !== 'string') return 'block' in paper ? paper : this.place(paper);
    const at = this.rows.locate(paper);
    return at && { block: at.held.block, row: at.row };
  }

  private toRow(document: RelatedDocument): BlockRow {
    const features = featuresOf(document, this.rows.termLimit, this.worth);
    return { id: document.id, ...features, vector: paperVector(features.terms, this.background) };
  }
}

function toCloseHit({ hit, score, isClose }: Ranked): CloseHit {
  return { id: hit.block.id(hit.row), score, isClose };
}

/** How far a hit shares in what the best say: wholly when its score is at least a quarter of the best. */
function closeness(hit: ScoredRow, best: ScoredRow | undefined): number {
  return best ? Math.min(1, (4 * hit.score) / best.score) : 0;
}

function oddsOf(probability: number): number {
  return probability / (1 - probability);
}

function byScore(a: ScoredRow, b: ScoredRow): number {
  return b.score - a.score;
}
