import { expect, it } from 'vitest';
import { createHandlers, type HandlerOptions } from '../../../lib/services/handlers';
import { savePapers } from '../../../lib/services/save-papers';
import { testLibrary } from '../../support/database';
import { injectFaults } from '../../support/faults';
import { makeCandidate } from '../../support/papers';

it('tells what a change of many had reached when it failed', async () => {
  const { writer, repository } = testLibrary();
  const plan = injectFaults(writer.db);
  const candidates = Array.from({ length: 600 }, () => makeCandidate());
  await savePapers(writer, { opId: 'saving', candidates });
  const told: string[] = [];
  const options: Partial<HandlerOptions> = {
    writer,
    repository,
    onCommitted: (keys) => told.push(...keys),
    onProgress: (_opId, done) => {
      if (done === 500) plan.remaining = 2;
    },
  };
  const handlers = createHandlers(options as HandlerOptions);
  const ids = candidates.map(({ key }) => key);
  const edited = handlers['library.edit'](
    { opId: 'editing', ids, edit: { starred: true } },
    { sender: {}, isOwnPage: true },
  );
  await expect(edited).rejects.toMatchObject({ code: 'storage-full' });
  expect(told).toEqual(ids.slice(0, 500));
  expect(await repository.counts()).toMatchObject({ starred: 500 });
});
