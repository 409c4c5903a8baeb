import { afterEach, describe, expect, it, vi } from 'vitest';
import { DetailModel } from '../../../entrypoints/library/detail-model';
import type { Send } from '../../../lib/messages/client';
import { toStoredView } from '../../../lib/services/paper-views';
import { savePapers } from '../../../lib/services/save-papers';
import { testLibrary } from '../../support/database';
import { makeCandidate } from '../../support/papers';

// Needs a browser, and says only how duplicates are named.
vi.mock('../../../entrypoints/app/connect', () => ({ t: (name: string) => name }));

async function storedPaper() {
  const { writer, repository } = testLibrary();
  const candidate = makeCandidate({ title: 'Invented graphs' });
  await savePapers(writer, { opId: 'operation-1', candidates: [candidate] });
  const [found] = await repository.find([candidate.key]);
  if (!found) throw new Error('the paper was not saved');
  return toStoredView(found);
}

describe('the open paper', () => {
  afterEach(() => {
    vi.useRealTimers();
  });

  it('shows what is known of it while what is related is still being looked for', async () => {
    const stored = await storedPaper();
    vi.useFakeTimers();
    const { promise: related, resolve } = Promise.withResolvers<never[]>();
    const send = (async (type: string) => {
      if (type === 'papers.view') return [stored];
      return type === 'related.toPaper' ? related : [];
    }) as unknown as Send;
    const model = new DetailModel(send);
    const opened = model.open(stored.paper.id);
    await vi.advanceTimersByTimeAsync(1000);
    expect(model.view.value).toMatchObject({ kind: 'ready', paper: { title: 'Invented graphs' } });
    expect(model.view.value).not.toHaveProperty('paper.related');
    resolve([]);
    await opened;
    expect(model.view.value).toMatchObject({ kind: 'ready', paper: { related: [] } });
  });
});
