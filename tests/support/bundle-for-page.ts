import { build } from 'esbuild';

/** A script of tests/support as one text, to be run in a page of the extension. */
export async function bundleForPage(entryPoint: string): Promise<string> {
  const result = await build({
    entryPoints: [entryPoint],
    bundle: true,
    write: false,
    format: 'iife',
    logLevel: 'error',
  });
  return result.outputFiles[0]?.text ?? '';
}
