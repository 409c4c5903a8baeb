import { join } from 'node:path';
import { type Browser, chromium, type Page } from 'playwright';
import { build, type PreviewServer, preview } from 'vite';

/** The gallery as built, in a real Chromium. */
export interface Gallery {
  readonly page: Page;
  sceneIds(): Promise<string[]>;
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
  const base = addressOf(server);
  return {
    page,
    async sceneIds() {
      await page.goto(base);
      const links = page.locator('.index li a:first-child');
      await links.first().waitFor();
      const all = await links.evaluateAll((found) =>
        found.map((a) => a.getAttribute('href') ?? ''),
      );
      return all.map((address) => new URLSearchParams(address).get('scene') ?? '');
    },
    async open(scene, look = '') {
      await page.goto(`${base}?scene=${scene}&${look}`);
      await page.locator('#gallery > *').first().waitFor();
    },
    async close() {
      await browser.close();
      await server.close();
    },
  };
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
