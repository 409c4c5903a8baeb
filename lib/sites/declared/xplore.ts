import { TEXT_LIMITS } from '../../core/clean-text';
import { toAuthors } from '../candidate';
import { cleanMarkup } from '../meta-tags';
import { parseDate } from '../page-date';
import { type Declaration, toDeclaredKey, withoutNulls } from './declaration';
import { joinPages } from './highwire';

type Json = Readonly<Record<string, unknown>>;

/** IEEE Xplore has no meta tags: its paper stands as one line of JSON in a script. */
const ASSIGNMENT = /\.document\.metadata\s*=\s*(\{.*\});?\s*$/m;
const MAX_TEXT = 2_000_000;

export function readXploreMetadata(doc: Document): Declaration | null {
  for (const script of doc.querySelectorAll('script:not([src])')) {
    const text = script.textContent ?? '';
    if (text.length > MAX_TEXT || !text.includes('.document.metadata')) continue;
    const paper = parseJson(ASSIGNMENT.exec(text)?.[1] ?? '');
    if (paper) return toDeclaration(paper);
  }
  return null;
}

function parseJson(text: string): Json | null {
  try {
    return JSON.parse(text) as Json;
  } catch {
    return null; // Xplore changed its script; the address still names the paper
  }
}

function toDeclaration(paper: Json): Declaration {
  const authors = Array.isArray(paper.authors) ? (paper.authors as Json[]) : [];
  return {
    ids: withoutNulls([
      toDeclaredKey(toLine(paper.doi)),
      toDeclaredKey(toLine(paper.articleNumber), 'ieee'),
    ]),
    isPaper: true,
    facts: {
      title: toLine(paper.title) || toLine(paper.displayDocTitle),
      authors: toAuthors(authors.map((author) => toLine(author.name))),
      abstract: cleanMarkup(String(paper.abstract ?? ''), TEXT_LIMITS.abstract),
      date: parseDate(toLine(paper.publicationDate) || toLine(paper.publicationYear)),
      venue: toLine(paper.publicationTitle),
      volume: toLine(paper.volume),
      number: toLine(paper.issue),
      pages: joinPages(toLine(paper.startPage), toLine(paper.endPage)),
      publisher: toLine(paper.publisher),
      type:
        paper.isConference === true
          ? 'conference-paper'
          : paper.isJournal === true
            ? 'journal-article'
            : undefined,
    },
  };
}

function toLine(value: unknown): string {
  const text = typeof value === 'number' ? String(value) : value;
  return typeof text === 'string' ? cleanMarkup(text, TEXT_LIMITS.title) : '';
}
