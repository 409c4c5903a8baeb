/**
 * Defects that other tools have or had with what they keep and show, by the numbers of their list; those with
 * identifiers stand in tests/unit/core/others-defects.test.ts, 15 in tests/unit/page/page-session.test.ts.
 */
import { describe, expect, it } from 'vitest';
import { toHtml } from '../../../lib/export/html';
import { editLibrary, removeFromLibrary } from '../../../lib/services/edit-library';
import { savePapers } from '../../../lib/services/save-papers';
import { classifyAddress } from '../../../lib/sites/classify-address';
import { testLibrary } from '../../support/database';
import { exchangePaper } from '../../support/exchange-papers';
import { makeCandidate } from '../../support/papers';

describe('defects of others', () => {
  it('12: a change of one paper writes its row, not the library, and two tabs lose nothing', async () => {
    const { writer, repository } = testLibrary();
    const candidates = Array.from({ length: 50 }, () => makeCandidate());
    await savePapers(writer, { opId: 'operation-0', candidates });
    const written: string[] = [];
    writer.db.library.hook('updating', (_changes, id) => void written.push(String(id)));
    writer.db.papers.hook('updating', (_changes, id) => void written.push(String(id)));
    const [one, other] = candidates.map(({ key }) => key);
    if (!one || !other) throw new Error('there are no papers');
    await Promise.all([
      editLibrary(writer, { opId: 'operation-1', ids: [one], edit: { status: 'read' } }),
      editLibrary(writer, { opId: 'operation-2', ids: [other], edit: { addTags: ['sheep'] } }),
    ]);
    expect(new Set(written)).toEqual(new Set([one, other]));
    const [first, second] = await repository.find([one, other]);
    expect(first?.entry?.status).toBe('read');
    expect(second?.entry?.tags).toEqual(['sheep']);
  });

  it('14: what is handed over to be saved is read, and stays as it is', async () => {
    const { writer } = testLibrary();
    const candidate = makeCandidate();
    for (const list of [candidate, candidate.ids, candidate.authors]) Object.freeze(list);
    const before = structuredClone(candidate);
    await savePapers(writer, { opId: 'operation-1', candidates: [candidate] });
    expect(candidate).toEqual(before);
  });

  it('16: texts of papers are text, in every field of an exported page', () => {
    const script = '<script>alert(1)</script>';
    const html = toHtml([
      exchangePaper({ title: `A ${script}`, venue: script, urls: [`javascript:alert(1)`] }),
    ]);
    expect(html).not.toMatch(/<script|javascript:/);
  });

  it.each([
    ['https://arxiv.org/pdf/1706.03762v5', 'arxiv:1706.03762'],
    ['https://openreview.net/pdf?id=LcF-EEt8cCC', 'openreview:LcF-EEt8cCC'],
    ['https://aclanthology.org/N19-1423.pdf', 'acl:N19-1423'],
  ])('17: a PDF is known by its address alone, since viewers let no script in: %s', (url, key) => {
    expect(classifyAddress(url)).toEqual({ kind: 'pdf', key });
  });

  it('18: removing one paper leaves the others of its title', async () => {
    const { writer, repository } = testLibrary();
    const one = makeCandidate({ title: 'Editorial', authors: [{ name: 'Ada Example' }] });
    const other = makeCandidate({ title: 'Editorial', authors: [{ name: 'Cleo Poe' }] });
    await savePapers(writer, { opId: 'operation-1', candidates: [one, other] });
    await removeFromLibrary(writer, { opId: 'operation-2', ids: [one.key] });
    const [gone, kept] = await repository.find([one.key, other.key]);
    expect(gone?.entry).toBeUndefined();
    expect(kept?.entry?.status).toBe('unread');
  });
});
