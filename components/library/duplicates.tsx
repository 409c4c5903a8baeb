import type { FieldPreview } from '../../lib/core/merge-preview';
import type { PaperKey } from '../../lib/core/paper';
import type { MessageName, Translator } from '../../lib/i18n/translate';
import type { PaperDetail } from './library-view';

interface DuplicatesProps {
  t: Translator;
  paper: PaperDetail;
  onMerge: (key: PaperKey, other: PaperKey) => void;
  onNotSame: (key: PaperKey, other: PaperKey) => void;
}

const FIELD_TEXTS: Partial<Record<FieldPreview['field'], MessageName>> = {
  ids: 'identifiers',
  title: 'paperTitle',
  authors: 'factAuthors',
  date: 'factPublished',
  venue: 'venue',
  abstract: 'abstract',
  status: 'status',
  tags: 'tags',
  lists: 'lists',
  note: 'note',
  citationKey: 'citationKey',
};

/** Records that may be of the same paper: what would be kept of which, to merge or to part. */
export function Duplicates({ t, paper, onMerge, onNotSame }: DuplicatesProps) {
  if (paper.duplicates.length === 0) return null;
  return (
    <section class="duplicates" aria-label={t('possibleDuplicates')}>
      <h3>{t('possibleDuplicates')}</h3>
      {paper.duplicates.map(({ paper: other, differences }) => (
        <div key={other.key}>
          <p dir="auto">{other.title}</p>
          <table>
            <thead>
              <tr>
                <th scope="col">{t('field')}</th>
                <th scope="col">{t('kept')}</th>
                <th scope="col">{t('otherRecord')}</th>
              </tr>
            </thead>
            <tbody>
              {differences.map(({ field, kept, other: replaced }) => (
                <tr key={field}>
                  <th scope="row">{fieldText(t, field)}</th>
                  <td dir="auto">{kept}</td>
                  <td dir="auto">{replaced}</td>
                </tr>
              ))}
            </tbody>
          </table>
          <div class="duplicates-foot">
            <button type="button" class="button" onClick={() => onNotSame(paper.key, other.key)}>
              {t('notSame')}
            </button>
            <button
              type="button"
              class="button button-primary"
              onClick={() => onMerge(paper.key, other.key)}
            >
              {t('merge')}
            </button>
          </div>
        </div>
      ))}
    </section>
  );
}

/** Facts without words of their own go by their name in the files. */
function fieldText(t: Translator, field: FieldPreview['field']): string {
  const text = FIELD_TEXTS[field];
  return text === undefined ? field : t(text);
}
