import type { LibraryEntry } from './library-entry';
import { mergeEntries } from './merge-entries';
import { mergePapers } from './merge-facts';
import type { FactName, PaperFacts, PaperRow } from './paper';

/** A stored paper with what its reader made of it, where it is saved. */
export interface MergeSide {
  readonly paper: PaperRow;
  readonly entry?: LibraryEntry;
}

/** The reader's own fields that a merge may change. */
export const ENTRY_FIELDS = [
  'status',
  'starred',
  'tags',
  'lists',
  'note',
  'otherNotes',
  'citationKey',
  'queueRank',
  'addedAtMs',
  'openedAtMs',
  'readAtMs',
] as const satisfies readonly (keyof LibraryEntry)[];
export type EntryField = (typeof ENTRY_FIELDS)[number];

/** One field in both and after. `undefined` where a side does not know it. */
export interface FieldPreview {
  readonly field: FactName | EntryField | 'ids';
  readonly left: unknown;
  readonly right: unknown;
  readonly merged: unknown;
  /** False where both say the same and nothing is lost or gained. */
  readonly differs: boolean;
}

export interface MergePreview {
  readonly paper: PaperRow;
  readonly entry?: LibraryEntry;
  /** Every field that a side knows: identifiers, facts, then the reader's own. */
  readonly fields: readonly FieldPreview[];
}

/** What a merge of two possible duplicates would give, field by field; changes nothing. */
export function previewMerge(left: MergeSide, right: MergeSide): MergePreview {
  const paper = mergePapers(left.paper, right.paper);
  const entry =
    left.entry && right.entry ? mergeEntries(left.entry, right.entry) : (left.entry ?? right.entry);
  const facts = FACTS.map((field) =>
    compareField(field, left.paper[field], right.paper[field], paper[field]),
  );
  const own = ENTRY_FIELDS.map((field) =>
    compareField(field, left.entry?.[field], right.entry?.[field], entry?.[field]),
  );
  const fields = [...facts, ...own].filter(
    (each) => isSaid(each.left) || isSaid(each.right) || isSaid(each.merged),
  );
  return { paper, ...(entry && { entry: { ...entry, id: paper.id } }), fields };
}

const FACTS = [
  'ids',
  'title',
  'authors',
  'authorCount',
  'organization',
  'date',
  'venue',
  'volume',
  'number',
  'pages',
  'publisher',
  'type',
  'abstract',
  'categories',
  'comments',
  'version',
  'keywords',
  'urls',
  'codeLinks',
  'codeStars',
  'commentCount',
  'upvotes',
] as const satisfies readonly (keyof PaperFacts | 'ids')[];

function compareField(
  field: FieldPreview['field'],
  left: unknown,
  right: unknown,
  merged: unknown,
): FieldPreview {
  return { field, left, right, merged, differs: !isEqual(left, right) };
}

function isSaid(value: unknown): boolean {
  return value !== undefined && value !== '' && !(Array.isArray(value) && value.length === 0);
}

/** Plain data only. A missing value and an empty one say the same. */
function isEqual(a: unknown, b: unknown): boolean {
  return (!isSaid(a) && !isSaid(b)) || JSON.stringify(a) === JSON.stringify(b);
}
