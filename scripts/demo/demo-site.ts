import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { PageSource, ServedPage } from '../../tests/support/served-pages';
import * as arxiv from './arxiv-pages';
import { DEMO_DAY, demoPapers, findDemoPapers } from './demo-papers';
import type { Html } from './html';
import * as huggingFace from './hugging-face-pages';
import { drawThumbnail } from './thumbnail';

export const FEED_ADDRESS = `https://huggingface.co/papers/date/${DEMO_DAY}`;
export const LIST_ADDRESS = 'https://arxiv.org/list/cs.LG/new';

/** The demo: Daily Papers and arXiv pages with invented papers, at addresses of the real form. */
export const demoSite: PageSource = (url) => {
  const style = STYLES[url.href];
  if (style) return { body: readFileSync(join('scripts', 'demo', style)), contentType: 'text/css' };
  if (url.hostname === 'cdn-thumbnails.huggingface.co') return thumbnail(url);
  if (url.hostname === 'huggingface.co') return asPage(huggingFacePage(url));
  if (url.hostname === 'arxiv.org') return asPage(arxivPage(url));
  return null;
};

const STYLES: Readonly<Record<string, string>> = {
  [huggingFace.STYLE_ADDRESS]: 'hugging-face.css',
  [arxiv.STYLE_ADDRESS]: 'arxiv.css',
};

function huggingFacePage(url: URL): Html | null {
  const query = url.searchParams.get('q');
  if (url.pathname === '/papers' && query) {
    return huggingFace.searchPage(query, findDemoPapers(query));
  }
  switch (url.pathname) {
    case '/papers':
    case `/papers/date/${DEMO_DAY}`:
      return huggingFace.dayPage();
    case '/papers/week/2031-W03':
      return huggingFace.weekPage();
    case '/papers/trending':
      return huggingFace.trendingPage();
    default: {
      const paper = demoPapers.find((each) => url.pathname === `/papers/${each.id}`);
      return paper ? huggingFace.paperPage(paper) : null;
    }
  }
}

function arxivPage(url: URL): Html | null {
  switch (url.pathname) {
    case '/list/cs.LG/new':
      return arxiv.newPage();
    case '/list/cs.LG/recent':
      return arxiv.recentPage();
    case '/search/': {
      const query = url.searchParams.get('query') ?? '';
      return arxiv.searchPage(query, findDemoPapers(query));
    }
    default: {
      const paper = demoPapers.find((each) => url.pathname === `/abs/${each.id}`);
      return paper ? arxiv.abstractPage(paper) : null;
    }
  }
}

function thumbnail(url: URL): ServedPage | null {
  const id = /\/papers\/([\d.]+)\.png$/.exec(url.pathname)?.[1];
  const picture = id ? drawThumbnail(id) : null;
  return picture ? { body: picture, contentType: 'image/svg+xml' } : null;
}

function asPage(page: Html | null): ServedPage | null {
  return page ? { body: page.text } : null;
}
