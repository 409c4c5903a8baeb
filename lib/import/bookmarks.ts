import { parsePaperAddress } from '../core/identifiers';
import { toMoment } from './dates';
import { decodeEntities } from './html-entities';
import { LineCounter } from './line-counter';
import { toExchangePaper } from './paper-draft';
import type { ReadItem } from './read-item';

const TAG = /<(\/?)(h3|dl|a)\b([^<>]*)>/gi;
const ATTRIBUTE = /([a-z_]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/gi;
const MAX_TITLE = 4_000;
const MAX_DESCRIPTION = 20_000;
/** Folders that browsers bring along say nothing about a paper. */
const BROWSER_FOLDER = /personal_toolbar_folder|unfiled_bookmarks_folder/i;
/** What sites put around the title of a paper in that of their page. */
const SITE_PREFIX =
  /^(?:\[[\w.\-/]{5,25}\]\s*|\((?:pdf|\d+)\)\s*|\[pdf\]\s*|paper page - |\(\d+\) )/i;
const SITE_SUFFIX =
  / [|\-–·] (?:openreview|acl anthology|arxiv(?:\.org)?|alphaxiv|hugging face|papers with code|semantic scholar|pubmed|nature|sciencedirect|springerlink|ieee .{0,40}|proceedings of .{0,60})$/i;

/**
 * Bookmarks as browsers export them (NETSCAPE-Bookmark-file-1). Each link that names a paper is a
 * record; its folder becomes a list, its TAGS tags, its ADD_DATE the date added. Other links are
 * nothing to report: most bookmarks are of other things.
 */
export function* readBookmarks(text: string): Generator<ReadItem> {
  const lines = new LineCounter(text);
  const folders: string[] = [];
  let nextFolder = '';
  TAG.lastIndex = 0;
  for (let match = TAG.exec(text); match; match = nextTag(text, match)) {
    const [whole, slash, name = '', attributes = ''] = match;
    const tag = name.toLowerCase();
    const end = match.index + whole.length;
    if (tag === 'dl' && slash) folders.pop();
    else if (tag === 'dl') {
      folders.push(nextFolder);
      nextFolder = '';
    } else if (tag === 'h3' && !slash) {
      nextFolder = BROWSER_FOLDER.test(attributes) ? '' : innerText(text, end, '</h3');
    } else if (tag === 'a' && !slash) {
      const title = innerText(text, end, '</a');
      const note = descriptionBehind(text, end);
      const record = toRecord(readAttributes(attributes), title, folders.at(-1) ?? '', note);
      if (record) yield { record: { paper: record, line: lines.lineAt(match.index) } };
    }
    yield { position: end };
  }
}

/** Sets the position anew: between two items of one reader another one may have run. */
function nextTag(text: string, last: RegExpExecArray): RegExpExecArray | null {
  TAG.lastIndex = last.index + last[0].length;
  return TAG.exec(text);
}

function toRecord(
  attributes: ReadonlyMap<string, string>,
  title: string,
  folder: string,
  note: string,
): ReturnType<typeof toExchangePaper> {
  const href = attributes.get('href') ?? '';
  if (!parsePaperAddress(href)) return null;
  return toExchangePaper({
    title: toPaperTitle(title),
    idTexts: [href],
    urls: [href],
    tags: (attributes.get('tags') ?? '').split(','),
    lists: [folder],
    note,
    addedAt: toMoment(attributes.get('add_date') ?? ''),
  });
}

function readAttributes(text: string): ReadonlyMap<string, string> {
  const attributes = new Map<string, string>();
  for (const [, name = '', double, single] of text.matchAll(ATTRIBUTE)) {
    attributes.set(name.toLowerCase(), decodeEntities(double ?? single ?? ''));
  }
  return attributes;
}

function innerText(text: string, start: number, close: string): string {
  const content = text.slice(start, start + MAX_TITLE);
  const end = content.toLowerCase().indexOf(close);
  return end < 0 ? '' : decodeEntities(content.slice(0, end).replace(/<[^<>]*>/g, '')).trim();
}

/** What stands in the `<DD>` behind a link. */
function descriptionBehind(text: string, start: number): string {
  const next = text.slice(start, start + MAX_DESCRIPTION);
  const close = next.search(/<\/a>/i);
  const description = close < 0 ? '' : (/^\s*<dd>([^<]*)/i.exec(next.slice(close + 4))?.[1] ?? '');
  return decodeEntities(description).trim();
}

/** '' where the bookmark is named by its address or its file. */
function toPaperTitle(text: string): string {
  const title = text.replace(/\s+/g, ' ').replace(SITE_PREFIX, '').replace(SITE_SUFFIX, '').trim();
  const isName = /^(?:https?:\/\/|www\.)|^\S+\.(?:pdf|html?)$|^\d{4}\.\d{4,5}(?:v\d+)?$/i.test(
    title,
  );
  return isName ? '' : title;
}
