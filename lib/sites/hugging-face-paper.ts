import { TEXT_LIMITS } from '../core/clean-text';
import { type ArxivId, arxivKey } from '../core/identifiers/arxiv-id';
import { type GatheredFacts, makeCandidate, toAuthors } from './candidate';
import { readProps } from './hugging-face-props';
import { readText } from './page-text';
import type { Sighting } from './site-adapter';

/** A paper's own page: exactly one paper, however many others its comments and lists name. */
export function readPaperPage(doc: Document, arxivId: ArxivId): Sighting[] {
  const { id } = arxivId;
  const heading = doc.querySelector('main h1') ?? doc.querySelector('h1');
  if (!heading) return [];
  // After a change of page without a load the props are those of the page before.
  const known = readProps(doc).get(id) ?? readShown(heading);
  const key = arxivKey(arxivId);
  const candidate = makeCandidate('hugging-face', key, [], {
    ...known,
    title: readText(heading),
    urls: [`https://huggingface.co/papers/${id}`, `https://arxiv.org/abs/${id}`],
    type: 'preprint',
  });
  return [{ key, candidate, anchor: heading, place: 'inside' }];
}

function readShown(heading: Element): GatheredFacts {
  const main = heading.closest('main') ?? heading.ownerDocument;
  const names = [...main.querySelectorAll('.author')].map((author) => readAuthor(author));
  return { authors: toAuthors(names), abstract: readAbstract(main) };
}

/** Names that belong to an account are buttons. */
function readAuthor(author: Element): string {
  const name = author.querySelector('button, a') ?? author;
  return readText(name, TEXT_LIMITS.authorName);
}

/** Under "Abstract" a summary made by a machine comes first, the authors' own text last. */
function readAbstract(main: ParentNode): string {
  for (const heading of main.querySelectorAll('h2')) {
    if (readText(heading) === 'Abstract') {
      return readText(findParagraphs(heading).at(-1), TEXT_LIMITS.abstract);
    }
  }
  return '';
}

/** The paragraphs between a heading and the next one. */
function findParagraphs(heading: Element): Element[] {
  const paragraphs: Element[] = [];
  for (let next = heading.nextElementSibling; next; next = next.nextElementSibling) {
    if (next.matches('h1, h2, section') || next.querySelector('h1, h2')) break;
    paragraphs.push(...(next.localName === 'p' ? [next] : next.querySelectorAll('p')));
  }
  return paragraphs;
}
