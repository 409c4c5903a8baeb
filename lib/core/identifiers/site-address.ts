import { decodeOnce } from './decode';
import { trimTail } from './doi';

/** An http(s) address taken apart for the rules. */
export interface SiteAddress {
  /** Lower case, Punycode, without `www.` and a final dot. User and port are nobody's identity. */
  readonly host: string;
  /** Percent-decoded once, one leading slash, no empty segments, no trailing slash or punctuation. */
  readonly path: string;
  /** A query parameter's value, decoded, its name in any case; '' where there is none. */
  param(name: string): string;
}

/** Longer addresses are not read. */
const MAX_ADDRESS_LENGTH = 4_000;
/** Zero-width marks and soft hyphens that copying leaves in text. */
const INVISIBLE = /[\u00ad\u200b-\u200f\u2060\ufeff]/g;
/** Servers put a visitor's number behind the path. */
const SESSION = /;jsessionid=.*$/i;
const WITHOUT_SCHEME = /^(?:\/\/)?(?=[\w-]+(?:\.[\w-]+)*\.[a-z]{2,}(?::\d+)?\/)/i;

/** Null for what is no http(s) address. Never throws. */
export function toSiteAddress(address: string | URL): SiteAddress | null {
  const url = toHttpUrl(String(address));
  if (!url) return null;
  return {
    host: url.hostname.replace(/\.$/, '').replace(/^www\d?\./, ''),
    path: `/${trimTail(cleanPath(url.pathname)).replace(/^\//, '')}`,
    param: (name) => findParam(url.searchParams, name),
  };
}

function cleanPath(path: string): string {
  return decodeOnce(path)
    .replace(SESSION, '')
    .replace(/\/{2,}/g, '/');
}

function toHttpUrl(address: string): URL | null {
  if (address.length > MAX_ADDRESS_LENGTH) return null;
  const text = address.trim().replace(INVISIBLE, '').replace(WITHOUT_SCHEME, 'https://');
  const url = URL.canParse(text) ? new URL(text) : null;
  return url && /^https?:$/.test(url.protocol) ? url : null;
}

function findParam(params: URLSearchParams, name: string): string {
  for (const [key, value] of params) if (key.toLowerCase() === name) return value.trim();
  return '';
}
