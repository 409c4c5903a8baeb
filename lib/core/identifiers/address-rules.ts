import type { Scheme } from './schemes';
import type { SiteAddress } from './site-address';

/**
 * One shape of addresses that name a paper. The value is what the groups of `path` caught, joined
 * by slashes; the scheme then checks and folds it, so a shape may be wider than the identifier.
 */
export interface AddressRule {
  readonly hosts: RegExp;
  readonly scheme: Scheme;
  /** Tried on the decoded path; with `params`, on path, `?` and their values joined by `&`. */
  readonly path: RegExp;
  readonly params?: readonly string[];
  readonly kind: 'paper' | 'pdf';
  /** Makes the value from the groups where joining them does not. */
  readonly join?: (...groups: string[]) => string;
}

export interface AddressMatch {
  readonly scheme: Scheme;
  readonly value: string;
  readonly kind: 'paper' | 'pdf';
}

/** What each fitting rule finds, in the rules' order. */
export function* matchRules(
  rules: readonly AddressRule[],
  address: SiteAddress,
): Generator<AddressMatch> {
  for (const { hosts, path, params, scheme, kind, join } of rules) {
    if (!hosts.test(address.host)) continue;
    const query = params ? `?${params.map((name) => address.param(name)).join('&')}` : '';
    const match = path.exec(address.path + query);
    if (!match) continue;
    const groups = match.slice(1).map((group) => group ?? '');
    yield { scheme, kind, value: join ? join(...groups) : groups.join('/') };
  }
}
