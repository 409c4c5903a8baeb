import type { Page } from 'playwright';

const WIDTH = 160;
const HEIGHT = 100;
/** Shades (of 255) by which a cell may differ: other fonts smear text a little differently. */
const TOLERATED_SHADES = 28;

/** The page as it looks from afar: a grey PNG of 160 × 100, in which text is only a texture. */
export async function takeThumbnail(page: Page): Promise<Buffer> {
  const picture = await page.screenshot({ animations: 'disabled', caret: 'hide' });
  const small = await page.evaluate(
    async ({ source, width, height }) => {
      const bitmap = await createImageBitmap(await (await fetch(source)).blob());
      const canvas = new OffscreenCanvas(width, height);
      const context = canvas.getContext('2d');
      if (!context) throw new Error('no canvas to draw on');
      context.filter = 'grayscale(1)';
      context.imageSmoothingQuality = 'high';
      context.drawImage(bitmap, 0, 0, width, height);
      const bytes = new Uint8Array(await (await canvas.convertToBlob()).arrayBuffer());
      return Array.from(bytes);
    },
    { source: dataAddress(picture), width: WIDTH, height: HEIGHT },
  );
  return Buffer.from(small);
}

/** The share of cells, in [0, 1], that differ by more than fonts explain. */
export async function difference(page: Page, a: Buffer, b: Buffer): Promise<number> {
  return page.evaluate(
    async ({ sources, width, height, tolerated }) => {
      const shades = async (source: string) => {
        const bitmap = await createImageBitmap(await (await fetch(source)).blob());
        const context = new OffscreenCanvas(width, height).getContext('2d');
        if (!context) throw new Error('no canvas to draw on');
        context.drawImage(bitmap, 0, 0);
        return context.getImageData(0, 0, width, height).data;
      };
      const [one, other] = await Promise.all(sources.map(shades));
      if (!one || !other) throw new Error('two pictures are needed');
      let differing = 0;
      for (let at = 0; at < one.length; at += 4)
        if (Math.abs((one[at] ?? 0) - (other[at] ?? 0)) > tolerated) differing += 1;
      return differing / (width * height);
    },
    {
      sources: [dataAddress(a), dataAddress(b)],
      width: WIDTH,
      height: HEIGHT,
      tolerated: TOLERATED_SHADES,
    },
  );
}

function dataAddress(png: Buffer): string {
  return `data:image/png;base64,${png.toString('base64')}`;
}
