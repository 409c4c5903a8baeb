import type { PaperCandidate, PaperKey } from '../core/paper';
import type { PageKind } from '../sites/site-adapter';

/** What the background and the extension's pages say to the script in a page. */
export type TabMessage =
  | { readonly type: 'tab.describe' }
  /** Papers changed; `keys` are all their keys. */
  | { readonly type: 'papers.changed'; readonly keys: readonly PaperKey[] }
  /** A change of many papers is under way; to pages of ours alone. */
  | {
      readonly type: 'papers.changing';
      readonly opId: string;
      readonly done: number;
      readonly total: number;
    }
  /** The permission for a site was taken back: its script takes its controls away. */
  | { readonly type: 'site.turnedOff'; readonly origin: string };

const TYPES: ReadonlySet<unknown> = new Set<TabMessage['type']>([
  'tab.describe',
  'papers.changed',
  'papers.changing',
  'site.turnedOff',
]);

/** The answer to `tab.describe`. */
export interface PageDescription {
  readonly kind: PageKind;
  readonly candidates: readonly PaperCandidate[];
}

/** A message of ours, or null. They come from the extension itself, so the type says all. */
export function toTabMessage(message: unknown): TabMessage | null {
  const type = typeof message === 'object' && message !== null && 'type' in message && message.type;
  return TYPES.has(type) ? (message as TabMessage) : null;
}
