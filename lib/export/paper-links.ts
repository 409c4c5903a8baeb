import { parseIdentifier, parsePaperAddress } from '../core/identifiers';
import { isPaperKey } from '../core/identifiers/schemes';
import { findPaperLinks } from '../core/paper-links';

/** Identifiers and addresses of a paper, as files name them. */

/** Sites that show papers of others: fit to find a paper again, not to cite it. */
const SHOWS_PAPERS_OF_OTHERS =
  /^https?:\/\/(?:www\.)?(?:huggingface\.co|alphaxiv\.org|papers\.cool|scirate\.com|semanticscholar\.org|scholar\.google\.[a-z.]+|dblp\.org|paperswithcode\.com)\//i;
const WEB_ADDRESS = /^https?:\/\/[^\s<>"{}|\\^`]+$/i;
const PDF_ADDRESS =
  /\.pdf(?:[?#].*)?$|^https?:\/\/(?:www\.)?(?:arxiv\.org\/pdf\/|openreview\.net\/pdf)/i;

/** The keys of these identifiers and of the papers that the addresses name, each once, in order. */
export function paperKeys(ids: readonly string[], urls: readonly string[]): string[] {
  const named = ids.filter(Boolean).map((id) => parseIdentifier(id)?.key ?? id);
  const shown = urls.flatMap((url) => parsePaperAddress(url)?.key ?? []);
  return [...new Set([...named, ...shown])];
}

/** The address to cite: the best page that pages gave, else one made of an identifier. */
export function findPageUrl(urls: readonly string[], keys: readonly string[]): string | undefined {
  const pages = urls.filter((url) => !PDF_ADDRESS.test(url));
  const own = pages.find((url) => !SHOWS_PAPERS_OF_OTHERS.test(url));
  return own ?? findPaperLinks(keys.filter(isPaperKey), '')[0]?.url ?? pages[0] ?? urls[0];
}

export function findPdfUrl(
  urls: readonly string[],
  arxivId: string | undefined,
): string | undefined {
  const known = urls.find((url) => PDF_ADDRESS.test(url));
  return known ?? (arxivId && `https://arxiv.org/pdf/${arxivId}`);
}

/** The http(s) addresses among these, with what no address may hold percent-encoded. */
export function webAddresses(urls: readonly string[]): string[] {
  return urls
    .map((url) => url.toWellFormed().trim())
    .map((url) => url.replace(/[\s<>"{}|\\^`\p{Cc}]/gu, encodeURIComponent))
    .filter((url) => WEB_ADDRESS.test(url));
}
