import { build } from 'esbuild';
import type { InPageBench } from './in-page';

/** A page that code can be run in: Playwright's, or one of UnwatchedChromium. */
export interface BenchPage {
  evaluate(code: string): Promise<unknown>;
}

/** A page of an extension with the functions of in-page.ts in it. */
export async function openBenchPage<Page extends BenchPage>(browser: {
  openExtensionPage(path: string): Promise<Page>;
}): Promise<Page> {
  const page = await browser.openExtensionPage('manifest.json');
  await page.evaluate(await bundle());
  return page;
}

type Answer<Name extends keyof InPageBench> = Awaited<ReturnType<InPageBench[Name]>>;

/** Calls one of those functions. */
export function call<Name extends keyof InPageBench>(
  page: BenchPage,
  name: Name,
  argument: Parameters<InPageBench[Name]>[0],
): Promise<Answer<Name>> {
  const given = JSON.stringify(argument) ?? 'undefined';
  return page.evaluate(`paperkinBench.${name}(${given})`) as Promise<Answer<Name>>;
}

let bundled: Promise<string> | null = null;

function bundle(): Promise<string> {
  bundled ??= build({
    entryPoints: ['scripts/bench/browser/in-page.ts'],
    bundle: true,
    write: false,
    format: 'iife',
    minify: true,
    logLevel: 'error',
  }).then((result) => result.outputFiles[0]?.text ?? '');
  return bundled;
}
