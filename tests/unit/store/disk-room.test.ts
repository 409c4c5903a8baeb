import { describe, expect, it } from 'vitest';
import { DEFAULT_SETTINGS } from '../../../lib/core/settings';
import { recordPage } from '../../../lib/services/record-page';
import { savePapers } from '../../../lib/services/save-papers';
import { lackOfRoom } from '../../../lib/store/disk-room';
import { testLibrary } from '../../support/database';
import { makeCandidate } from '../../support/papers';

const onDisk = (freeBytes: number) => async () => ({
  quota: 7_000_000 + freeBytes,
  usage: 7_000_000,
});

describe('R-10: a disk with less than 50 MB free', () => {
  it('is too full to be written on, and so is said with how much is free', async () => {
    expect(await lackOfRoom(onDisk(50_000_000))).toBeNull();
    expect(await lackOfRoom(onDisk(49_999_999))).toMatchObject({ code: 'storage-full' });
    expect((await lackOfRoom(onDisk(12_345_678)))?.message).toMatch(/12 MB of the 50 MB/);
  });

  it('is written on where the browser does not say what is free', async () => {
    expect(await lackOfRoom(async () => ({}))).toBeNull();
  });

  it('takes no paper, saved or met, and loses none that it holds', async () => {
    const { writer, repository } = testLibrary();
    await savePapers(writer, { opId: 'before', candidates: [makeCandidate()] });
    const full = { ...writer, lackOfRoom: () => lackOfRoom(onDisk(0)) };
    const candidates = [makeCandidate()];
    const saving = savePapers(full, { opId: 'on-full', candidates });
    await expect(saving).rejects.toMatchObject({ code: 'storage-full' });
    const look = { url: 'https://arxiv.org/list/cs.LG/new', candidates };
    const meeting = recordPage(full, look, { settings: DEFAULT_SETTINGS, isPaperPage: false });
    await expect(meeting).rejects.toMatchObject({ code: 'storage-full' });
    expect((await repository.counts()).unread).toBe(1);
    expect(await writer.db.papers.count()).toBe(1);
  });

  it('still answers as before to an operation that was done', async () => {
    const { writer } = testLibrary();
    const request = { opId: 'once', candidates: [makeCandidate()] };
    const first = await savePapers(writer, request);
    const full = { ...writer, lackOfRoom: () => lackOfRoom(onDisk(0)) };
    expect((await savePapers(full, request)).ids).toEqual(first.ids);
  });
});
