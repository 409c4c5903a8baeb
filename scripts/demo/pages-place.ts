import { readPageIndex, readSavedPage, type SavedPage } from '../pages/page-index';
import { type Html, html } from './html';
import type { Place } from './place';

const INDEX_ADDRESS = 'https://page.invalid/';

export interface PagesPlace extends Place {
  readonly pages: readonly SavedPage[];
}

/**
 * A folder of saved pages, each at its own address, and a page of links to begin with. Where
 * several have one address, the first is served.
 */
export function pagesPlace(dir: string): PagesPlace {
  const pages = readPageIndex(dir);
  const byAddress = new Map<string, SavedPage>();
  for (const page of pages) {
    const { host, pathname, search } = new URL(page.address);
    const key = host + pathname + search; // the browser may ask for https where http was saved
    if (!byAddress.has(key)) byAddress.set(key, page);
  }
  return {
    pages: [...byAddress.values()],
    firstAddresses: [INDEX_ADDRESS],
    source: ({ href, host, pathname, search }) => {
      if (href === INDEX_ADDRESS) return { body: indexPage(pages).text };
      const page = byAddress.get(host + pathname + search);
      return page ? readSavedPage(dir, page) : null;
    },
  };
}

function indexPage(pages: readonly SavedPage[]): Html {
  const links = pages.map(
    ({ address, file, kind }) =>
      html`<li><a href="${address}">${file}</a> (${kind}) ${address}</li>`,
  );
  return html`<!doctype html><meta charset="utf-8"><title>Saved pages</title><h1>Saved pages</h1><ul>${links}</ul>`;
}
