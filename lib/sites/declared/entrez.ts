import { TEXT_LIMITS } from '../../core/clean-text';
import { toAuthors } from '../candidate';
import { readText } from '../page-text';
import { type Declaration, toDeclaredKey, withoutNulls } from './declaration';
import { firstOf, type MetaMap } from './meta-map';

/** PubMed before 2020: one record by its number in a meta tag, its facts in the page only. */
export function readEntrez(doc: Document, metas: MetaMap): Declaration | null {
  const id = toDeclaredKey(firstOf(metas, 'ncbi_uidlist'), 'pmid');
  const record = doc.querySelector('dd.abstract, .rprt.abstract');
  if (!id || !record || firstOf(metas, 'ncbi_db') !== 'pubmed') return null;
  const names = [...record.querySelectorAll('.authors a, .auths a')];
  return {
    ids: withoutNulls([id]),
    isPaper: true,
    facts: {
      title: readText(record.querySelector('h1, h2')),
      authors: toAuthors(names.map((name) => readText(name))),
      abstract: readText(record.querySelector('p.abstract, .abstr p'), TEXT_LIMITS.abstract),
    },
  };
}
