import { browser } from '@wxt-dev/browser';
import { parsePaperAddress } from '../../lib/core/identifiers';
import type { PaperCandidate } from '../../lib/core/paper';
import type { TabReading } from '../../lib/messages/payloads';
import type { PageDescription, TabMessage } from '../../lib/messages/tab-messages';

/** The check at the door (lib/messages/validate.ts), which the first script holds. */
export type ParseCandidates = (candidates: unknown) => PaperCandidate[];

/**
 * The papers of a tab: from our own script where one runs there, else by reading the page once,
 * which the user's click allowed, else from the address alone (PDF viewers let no script in, or
 * show it an empty page).
 */
export async function readTab(tabId: number, parse: ParseCandidates): Promise<TabReading> {
  const { url = '', title = '' } = await browser.tabs.get(tabId);
  const read = (await askContentScript(tabId)) ?? (await injectReader(tabId));
  const { kind, candidates } = read && !isViewer(read) ? read : readAddress(url);
  return { url, title, kind, candidates: parse(candidates) };
}

/** Chromium wraps a PDF into a page, in which our script of an allowed site runs and finds nothing. */
function isViewer({ kind, candidates }: PageDescription): boolean {
  return kind === 'pdf' && candidates.length === 0;
}

/** For a page of which only the address is known: kept under its identifier, without a title. */
export function candidateOfAddress(url: string): PaperCandidate | null {
  const address = parsePaperAddress(url);
  if (!address) return null;
  const { key } = address;
  return { key, ids: [key], source: 'address', title: '', authors: [], urls: [url] };
}

function readAddress(url: string): PageDescription {
  const candidate = candidateOfAddress(url);
  return candidate ? { kind: 'paper', candidates: [candidate] } : { kind: null, candidates: [] };
}

async function askContentScript(tabId: number): Promise<PageDescription | null> {
  const message: TabMessage = { type: 'tab.describe' };
  try {
    return (
      ((await browser.tabs.sendMessage(tabId, message)) as PageDescription | undefined) ?? null
    );
  } catch {
    // No script of ours runs in that tab, so nobody answers. The other ways are still open.
    return null;
  }
}

async function injectReader(tabId: number): Promise<PageDescription | null> {
  try {
    const [injected] = await browser.scripting.executeScript({
      target: { tabId },
      files: ['/read-page.js'],
    });
    const candidates = (injected?.result as PaperCandidate[] | undefined) ?? [];
    const kind = candidates.length > 1 ? 'list' : 'paper';
    return candidates.length > 0 ? { kind, candidates } : null;
  } catch {
    // A browser page, a PDF viewer or a tab without leave: the address may still name the paper.
    return null;
  }
}
