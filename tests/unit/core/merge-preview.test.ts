import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createClock } from '../../../lib/core/hlc';
import { newEntry, setNote, setTags } from '../../../lib/core/library-entry';
import { mergePapers, rowFromCandidate } from '../../../lib/core/merge-facts';
import { previewMerge } from '../../../lib/core/merge-preview';
import type { PaperKey } from '../../../lib/core/paper';
import { paperRow } from '../../support/arbitrary-papers';

const arxiv = 'arxiv:3101.00001' as PaperKey;
const doi = 'doi:10.1000/trees' as PaperKey;
const title = 'On Trees and Roots';
const base = { title, authors: [], source: 'arxiv' } as const;
const preprint = rowFromCandidate({ ...base, key: arxiv, ids: [arxiv], type: 'preprint' }, 1);
const published = rowFromCandidate({ ...base, key: doi, ids: [doi], venue: 'Arbor' }, 2);
const clock = createClock({ now: () => 5, device: 'a' });

describe('before two possible duplicates are merged', () => {
  const preview = previewMerge(
    { paper: preprint, entry: setTags(newEntry(arxiv, clock.tick()), ['rl'], clock.tick()) },
    { paper: published, entry: setNote(newEntry(doi, clock.tick()), 'good', clock.tick()) },
  );
  const field = (name: string) => preview.fields.find((each) => each.field === name);

  test('the user sees each field of both and what will be', () => {
    expect(field('venue')).toMatchObject({ left: undefined, right: 'Arbor', merged: 'Arbor' });
    expect(field('ids')).toMatchObject({ left: [arxiv], right: [doi], merged: [arxiv, doi] });
    expect(field('tags')).toMatchObject({ left: ['rl'], right: [], merged: ['rl'] });
    expect(field('note')).toMatchObject({ left: '', right: 'good', merged: 'good' });
  });

  test('the user sees at once which fields differ', () => {
    expect([field('title')?.differs, field('venue')?.differs]).toEqual([false, true]);
  });

  test('fields that neither knows are left out', () => {
    expect(field('abstract')).toBeUndefined();
  });

  test('the entry will stand under the id of the merged paper', () => {
    const one = previewMerge(
      { paper: preprint },
      { paper: published, entry: newEntry(doi, clock.tick()) },
    );
    expect([one.paper.id, one.entry?.id]).toEqual([arxiv, arxiv]);
  });
});

test('what is shown is what the merge gives, for any two papers', () => {
  fc.assert(
    fc.property(paperRow, paperRow, (a, b) => {
      const preview = previewMerge({ paper: a }, { paper: b });
      expect(preview.paper).toEqual(mergePapers(a, b));
      for (const { field, merged } of preview.fields) {
        expect(merged).toEqual(preview.paper[field as keyof typeof preview.paper]);
      }
    }),
  );
});
