import { cleanLine, TEXT_LIMITS } from '../core/clean-text';

/** Tags that publishers leave in the text of their meta tags; anything else between `<>` is text. */
const FORMATTING =
  /<\/?(?:i|b|u|em|strong|sub|sup|sc|span|italic|bold|small|p|br|div|jats:\w+|mml:\w+|inline-formula|tex-math)(?:\s[^<>]{0,200})?\/?>/gi;
const ENTITY = /&(?:amp|lt|gt|quot|apos|nbsp|#(\d{1,7})|#x([0-9a-f]{1,6}));/gi;
const NAMED: Readonly<Record<string, string>> = {
  '&amp;': '&',
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&apos;': "'",
  '&nbsp;': ' ',
};

/** The first meta tag of that name (or property) with any text, as one clean line; '' for none. */
export function readMeta(doc: Document, name: string, max: number = TEXT_LIMITS.title): string {
  return readMetas(doc, name, max)[0] ?? '';
}

/** All meta tags of that name or property, in page order, empty ones left out. Case is ignored. */
export function readMetas(doc: Document, name: string, max: number = TEXT_LIMITS.title): string[] {
  const found: string[] = [];
  for (const meta of doc.querySelectorAll(`meta[name="${name}" i], meta[property="${name}" i]`)) {
    const text = cleanMarkup(meta.getAttribute('content') ?? '', max);
    if (text !== '') found.push(text);
  }
  return found;
}

/** Text that may hold markup and entities encoded a second time, as one clean plain line. */
export function cleanMarkup(text: string, max: number): string {
  const plain = text
    .slice(0, max * 4)
    .replace(ENTITY, decodeEntity)
    .replace(FORMATTING, '');
  return cleanLine(plain, max);
}

function decodeEntity(entity: string, decimal?: string, hex?: string): string {
  const code = decimal ? Number(decimal) : hex ? Number.parseInt(hex, 16) : 0;
  if (code === 0) return NAMED[entity.toLowerCase()] ?? entity;
  return code <= 0x10ffff ? String.fromCodePoint(code) : entity;
}
