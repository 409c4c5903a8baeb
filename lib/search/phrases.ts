import { toWords } from './fold';
import type { Clause, SearchQuery } from './query';
import type { SearchDocument } from './search-index';

/**
 * Whether a paper has the phrases that the query asks for, and none that it leaves out: what the index
 * cannot tell of abstracts, notes and tags (`SearchHit.isUnverified`). All other clauses count as met.
 */
export function hasPhrases(query: SearchQuery, document: SearchDocument): boolean {
  const texts = foldTexts(document);
  return query.clauses.every((clause) => answer(clause, texts) !== false);
}

/** Each text as its words between blanks, so that a phrase is found by its own words alone. */
interface FoldedTexts {
  readonly title: readonly string[];
  readonly author: readonly string[];
  readonly venue: readonly string[];
  readonly all: readonly string[];
}

/** Null where the clause is not about phrases. */
function answer(clause: Clause, texts: FoldedTexts): boolean | null {
  switch (clause.kind) {
    case 'phrase': {
      const phrase = ` ${clause.words.join(' ')} `;
      return texts[clause.field ?? 'all'].some((text) => text.includes(phrase));
    }
    case 'not': {
      const inner = answer(clause.clause, texts);
      return inner === null ? null : !inner;
    }
    case 'either': {
      const answers = clause.clauses.map((one) => answer(one, texts));
      if (answers.includes(true)) return true;
      return answers.includes(null) ? null : false;
    }
    default:
      return null;
  }
}

function foldTexts(document: SearchDocument): FoldedTexts {
  const fold = (text: string | undefined) => ` ${toWords(text ?? '').join(' ')} `;
  const title = [fold(document.title)];
  const author = document.authors.map(fold);
  const venue = [fold(document.venue)];
  const rest = [document.abstract, document.note, ...(document.tags ?? [])].map(fold);
  return { title, author, venue, all: [...title, ...author, ...venue, ...rest] };
}
