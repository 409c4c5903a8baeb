import { type ArxivId, parseArxivId } from '../core/identifiers/arxiv-id';
import { readCards } from './hugging-face-cards';
import { readPaperPage } from './hugging-face-paper';
import type { PageKind, Sighting, SiteAdapter, UrlCases } from './site-adapter';

const HOSTS = /^(?:huggingface|hf)\.co$/;
/** Day, week, month, trending, search, and whatever period comes next. */
const FEED = /^\/papers(?:\/(?:date|week|month|trending)(?:\/[\w-]+)?)?\/?$/;
const PAPER = /^\/papers\/(.+?)\/?$/;
const COLLECTION = /^\/collections\/[^/]+\/[^/]+\/?$/;
const ORGANIZATION =
  /^\/(?:organizations\/)?(?!api\/|docs\/|blog\/|learn\/|settings\/|posts\/|organizations\/)[\w.-]+\/papers\/?$/;

/** Hugging Face Papers: the feeds, search, organisations and collections, and paper pages. */
export const huggingFace: SiteAdapter = {
  id: 'hugging-face',
  name: 'Hugging Face',
  matches: [
    'https://huggingface.co/papers*',
    'https://huggingface.co/*/papers*',
    'https://huggingface.co/collections/*',
  ],

  hosts: (url) => HOSTS.test(url.hostname),

  classify(url): PageKind {
    if (!HOSTS.test(url.hostname)) return null;
    if (findPaper(url)) return 'paper';
    const lists = [FEED, COLLECTION, ORGANIZATION];
    return lists.some((shape) => shape.test(url.pathname)) ? 'list' : null;
  },

  read(doc, url): Sighting[] {
    const paper = findPaper(url);
    return paper ? readPaperPage(doc, paper) : readCards(doc, url);
  },
};

function findPaper(url: URL): ArxivId | null {
  const id = PAPER.exec(url.pathname)?.[1] ?? '';
  return parseArxivId(id.replace(/\.md$/, ''));
}

export const urlCases: UrlCases = {
  paper: [
    'https://huggingface.co/papers/2401.00001',
    'https://huggingface.co/papers/2401.00001#community',
    'https://huggingface.co/papers/math/0309136',
  ],
  pdf: [],
  list: [
    'https://huggingface.co/papers',
    'https://huggingface.co/papers?date=2024-08-01',
    'https://huggingface.co/papers?q=attention',
    'https://huggingface.co/papers/date/2026-03-04',
    'https://huggingface.co/papers/week/2026-W10',
    'https://huggingface.co/papers/month/2026-03',
    'https://huggingface.co/papers/trending',
    'https://huggingface.co/some-lab/papers',
    'https://huggingface.co/organizations/some-lab/papers',
    'https://hf.co/papers',
    'https://huggingface.co/collections/some-lab/reading-group-65f0c0ffee',
  ],
  none: [
    'https://huggingface.co/',
    'https://huggingface.co/models',
    'https://huggingface.co/papers/submit',
    'https://huggingface.co/docs/papers',
    'https://huggingface.co/login?next=%2Fpapers%2F2401.00001',
    'https://huggingface.co/datasets/some-lab/papers',
    'https://huggingface.co.evil.example/papers/2401.00001',
  ],
};
