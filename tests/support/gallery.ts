import { join } from 'node:path';
import { type Browser, chromium, type Page } from 'playwright';
import { build, type PreviewServer, preview } from 'vite';

/** The gallery as built, in a real Chromium. */
export interface Gallery {
  readonly page: Page;
  readonly sceneIds: readonly string[];
  /** `look` is the rest of the scene's address: `theme=dark&lang=zh&dir=rtl`. */
  open(scene: string, look?: string): Promise<void>;
  close(): Promise<void>;
}

const CONFIG = join(import.meta.dirname, '../../scripts/gallery/vite.config.ts');

export async function openGallery(): Promise<Gallery> {
  await build({ configFile: CONFIG, logLevel: 'warn' });
  const server = await preview({ configFile: CONFIG, preview: { host: '127.0.0.1', port: 0 } });
  const browser = await launch();
  const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
  await page.goto(addressOf(server));
  return {
    page,
    sceneIds: await readSceneIds(page),
    async open(scene, look = '') {
      await page.evaluate(showInPage, `?scene=${scene}&${look}`);
    },
    async close() {
      await browser.close();
      await server.close();
    },
  };
}

async function readSceneIds(page: Page): Promise<string[]> {
  const links = page.locator('.index li a:first-child');
  await links.first().waitFor();
  const all = await links.evaluateAll((found) => found.map((a) => a.getAttribute('href') ?? ''));
  return all.map((address) => new URLSearchParams(address).get('scene') ?? '');
}

/** Goes to an address of the gallery without loading the gallery anew. Runs in its page. */
async function showInPage(address: string): Promise<void> {
  history.pushState(null, '', address);
  dispatchEvent(new PopStateEvent('popstate'));
  // Effects run once the scene was painted, and may draw again.
  for (let frame = 0; frame < 2; frame += 1)
    await new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
  if (!document.querySelector('#gallery > *')) throw new Error(`nothing is drawn at ${address}`);
}

function launch(): Promise<Browser> {
  return chromium.launch({
    executablePath: process.env.PAPERKIN_CHROMIUM ?? '',
    args: ['--no-sandbox', '--disable-gpu'],
  });
}

function addressOf(server: PreviewServer): string {
  const [address] = server.resolvedUrls?.local ?? [];
  if (address === undefined) throw new Error('the gallery is served at no address');
  return address;
}
