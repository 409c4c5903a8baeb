import { build } from 'esbuild';
import type { Page } from 'playwright';
import type { Chromium } from '../../../tests/support/chromium';
import type { InPageBench } from './in-page';

/** A page of an extension with the functions of in-page.ts in it. */
export async function openBenchPage(browser: Chromium): Promise<Page> {
  const page = await browser.openExtensionPage('manifest.json');
  await page.evaluate(await bundle());
  return page;
}

type Answer<Name extends keyof InPageBench> = Awaited<ReturnType<InPageBench[Name]>>;

/** Calls one of those functions. */
export function call<Name extends keyof InPageBench>(
  page: Page,
  name: Name,
  argument: Parameters<InPageBench[Name]>[0],
): Promise<Answer<Name>> {
  return page.evaluate(
    ([which, given]) => {
      const { paperkinBench } = globalThis as unknown as {
        paperkinBench: Record<string, (one: unknown) => Promise<unknown>>;
      };
      return paperkinBench[which as string]?.(given);
    },
    [name, argument] as const,
  ) as Promise<Answer<Name>>;
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
