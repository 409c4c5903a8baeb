import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { readJsonLines } from '../../related/corpus';
import type { BenchPaper, Contender } from './engine';
import { areaUnderCurve, meanWithInterval, ndcg, quantile, recall } from './metrics';

/** One figure of the table: of one engine at one task. */
export interface Figure {
  readonly engine: string;
  readonly task: string;
  readonly figure: string;
  readonly value: number;
  /** Half of the 95 % interval, where the figure is a mean. */
  readonly half?: number;
  readonly n: number;
}

interface Query {
  readonly id: string;
  readonly title?: string;
  readonly abstract?: string;
  readonly direct: readonly string[];
  readonly cocited: readonly string[];
}

interface Pool {
  readonly id: string;
  /** Papers of the pool with the grades that people gave them. */
  readonly pool: readonly (readonly [string, number])[];
}

export interface Library {
  readonly saved: readonly string[];
  readonly hidden: readonly string[];
  readonly candidates: readonly string[];
}

const RELATED_LIMIT = 30;

/** A folder in the form of the benchmark (its README names the files). */
export class BenchData {
  constructor(private readonly folder: string) {}

  sets(kind: 'queries' | 'libraries'): string[] {
    const ending = `.${kind}.jsonl.gz`;
    return readdirSync(this.folder)
      .filter((name) => name.endsWith(ending) && !name.startsWith('dedupe.'))
      .map((name) => name.slice(0, -ending.length))
      .sort();
  }

  read<T>(set: string, kind: string): T[] {
    const file = join(this.folder, `${set}.${kind}.jsonl.gz`);
    return existsSync(file) ? (readJsonLines(file) as T[]) : [];
  }
}

export async function measureRelated(
  data: BenchData,
  set: string,
  contender: Contender,
): Promise<Figure[]> {
  const papers = data.read<BenchPaper>(set, 'papers');
  const byId = new Map(papers.map((paper) => [paper.id, paper]));
  const queries = data.read<Query | Pool>(set, 'queries').slice(0, contender.sample);
  const engine = contender.create();
  await engine.add(papers);
  const gains: number[] = [];
  const recalls: number[] = [];
  const timesMs: number[] = [];
  for (const query of queries) {
    const paper = byId.get(query.id) ?? toPaper(query);
    const startMs = performance.now();
    const hits = await engine.related(paper, 'pool' in query ? papers.length : RELATED_LIMIT);
    timesMs.push(performance.now() - startMs);
    const ranked = hits.map((hit) => hit.id);
    if ('pool' in query) {
      const grades = new Map(query.pool);
      gains.push(
        ndcg(
          ranked.filter((id) => grades.has(id)),
          grades,
          10,
        ),
      );
    } else {
      gains.push(ndcg(ranked, gainsOf(query), 10));
      recalls.push(recall(ranked, new Set(query.direct), 20));
    }
  }
  const of = figuresOf(contender, `related ${set}`);
  return [
    of.mean('nDCG@10', gains),
    ...(recalls.length > 0 ? [of.mean('recall@20', recalls)] : []),
    of.value('p50 ms', quantile(timesMs, 0.5), timesMs.length),
    of.value('p95 ms', quantile(timesMs, 0.95), timesMs.length),
  ];
}

export async function measureFeed(
  data: BenchData,
  set: string,
  contender: Contender,
): Promise<Figure[]> {
  const libraries = data.read<Library>(set, 'libraries').slice(0, contender.sample);
  const engine = contender.create();
  await engine.add(data.read<BenchPaper>(set, 'papers'));
  const gains: number[] = [];
  const areas: number[] = [];
  const timesMs: number[] = [];
  for (const { saved, hidden, candidates } of libraries) {
    const startMs = performance.now();
    const ranked = await engine.rankForLibrary(saved, candidates);
    timesMs.push(performance.now() - startMs);
    const wanted = new Set(hidden);
    gains.push(
      ndcg(
        ranked.map(({ id }) => id),
        new Map(hidden.map((id) => [id, 1])),
        20,
      ),
    );
    areas.push(areaUnderCurve(ranked.map(({ id, score }) => ({ score, isRight: wanted.has(id) }))));
  }
  const of = figuresOf(contender, `feed ${set}`);
  return [
    of.mean('nDCG@20', gains),
    of.mean('AUC', areas),
    of.value('p50 ms', quantile(timesMs, 0.5), timesMs.length),
  ];
}

function toPaper(query: Query | Pool): BenchPaper {
  const { id, title = '', abstract = '' } = query as Query;
  return { id, title, abstract };
}

function gainsOf({ direct, cocited }: Query): Map<string, number> {
  return new Map([
    ...cocited.map((id): [string, number] => [id, 1]),
    ...direct.map((id): [string, number] => [id, 2]),
  ]);
}

export function figuresOf({ name }: Contender, task: string) {
  return {
    mean(figure: string, values: readonly number[]): Figure {
      const { mean, half } = meanWithInterval(values);
      return { engine: name, task, figure, value: mean, half, n: values.length };
    },
    value(figure: string, value: number, n: number): Figure {
      return { engine: name, task, figure, value, n };
    },
  };
}
