import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Findings } from './figure';
import { toCharts, toMarkdown } from './markdown';

/** Where and when a run was made. */
export interface RunFacts {
  readonly date: string;
  readonly machine: string;
  readonly browser: string;
}

/** What a run found so far. */
export interface Report extends Findings {
  /** How long each part that has run took. */
  readonly seconds: Readonly<Record<string, number>>;
  /** Parts that broke, whose figures are missing. */
  readonly failed: readonly string[];
}

export interface ReportPlaces {
  readonly facts: RunFacts;
  /** For the page and its charts. */
  readonly folder: string;
  /** The file for the figures. */
  readonly json: string;
}

/** Writes all that was found so far, over what an earlier call wrote. */
export function writeReport(report: Report, { facts, folder, json }: ReportPlaces): void {
  writeFileSync(json, `${JSON.stringify({ ...facts, ...report }, null, 1)}\n`);
  writeFileSync(join(folder, 'bench.md'), `${toMarkdown(report, facts)}\n`);
  for (const [name, svg] of toCharts(report)) writeFileSync(join(folder, name), svg);
}
