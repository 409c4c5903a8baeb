/** Parameters that change how a page came about, not what it shows. */
const NOISE = /^(?:utm_\w+|fbclid|gclid|ref|source)$/;

/**
 * One name for one page, whatever the link that led there: host, path and the parameters that
 * matter, sorted, without fragment and trailing slash. The text itself if it is no address.
 */
export function pageAddress(address: string): string {
  if (!URL.canParse(address)) return address;
  const url = new URL(address);
  const kept = [...url.searchParams].filter(([name]) => !NOISE.test(name)).sort();
  const query = new URLSearchParams(kept).toString();
  const path = url.pathname.replace(/\/$/, '');
  return url.host + path + (query && `?${query}`);
}
