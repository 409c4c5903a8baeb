import type { DuplicateView } from '../../components/library/library-view';
import { type FieldPreview, previewMerge } from '../../lib/core/merge-preview';
import type { Author } from '../../lib/core/paper';
import { toReadableText } from '../../lib/core/readable-text';
import type { StoredView } from '../../lib/messages/payloads';
import { t } from '../app/connect';

/** Fields that tell two records apart for a person. */
const SHOWN: readonly FieldPreview['field'][] = [
  'ids',
  'title',
  'authors',
  'date',
  'venue',
  'abstract',
  'status',
  'tags',
  'lists',
  'note',
  'citationKey',
];
const STATUSES = { unread: 'statusUnread', reading: 'statusReading', read: 'statusRead' } as const;
/** An abstract says in its first lines whether it is the same. */
const LONGEST = 240;

/** A record that may be of the same paper, and what would be kept of the two if merged. */
export function toDuplicate(own: StoredView, other: StoredView): DuplicateView {
  const { paper, entry, state } = other;
  const fields = previewMerge(own, other).fields.filter(
    ({ field, differs }) => differs && SHOWN.includes(field),
  );
  return {
    paper: {
      key: paper.id,
      title: toReadableText(paper.title) || paper.id,
      authors: paper.authors,
      state,
      starred: entry?.starred ?? false,
      isQueued: entry?.queueRank !== undefined,
      hasNote: Boolean(entry?.note),
      tags: entry?.tags ?? [],
      relatedCount: 0,
    },
    differences: fields.map(({ field, merged, right }) => ({
      field,
      kept: toText(field, merged),
      other: toText(field, right),
    })),
  };
}

function toText(field: FieldPreview['field'], value: unknown): string {
  if (value === undefined) return '';
  if (field === 'authors') return t.list((value as readonly Author[]).map(({ name }) => name));
  if (field === 'status') return t(STATUSES[value as keyof typeof STATUSES]);
  if (field === 'date') return t.isoDate(String(value));
  const text = Array.isArray(value) ? value.join(t('separator')) : String(value);
  return text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text;
}
