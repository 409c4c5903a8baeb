import { describe, expect, it } from 'vitest';
import { SecondCopy } from '../../../lib/store/second-copy';
import { fakeStorageArea } from '../../support/storage-area';

/** Bytes of every value, in no simple order. */
function bytesOf(length: number): ArrayBuffer {
  return Uint8Array.from({ length }, (_, i) => (i * 7919) >> 3).buffer;
}

describe('the copy outside of the database', () => {
  it.each([0, 1, 786_431, 786_432, 786_433, 2_000_000])(
    'gives back %i bytes as they were',
    async (length) => {
      const area = fakeStorageArea();
      await new SecondCopy(area).keep({ atMs: 5, papers: 3, bytes: bytesOf(length) });
      const read = await new SecondCopy(area).read();
      expect(read).toMatchObject({ atMs: 5, papers: 3 });
      expect(new Uint8Array(read?.bytes ?? [1])).toEqual(new Uint8Array(bytesOf(length)));
    },
  );

  it('keeps one, the newest, and leaves nothing of the others', async () => {
    const area = fakeStorageArea();
    const copy = new SecondCopy(area);
    await copy.keep({ atMs: 1, papers: 3, bytes: bytesOf(2_000_000) });
    await copy.keep({ atMs: 2, papers: 4, bytes: bytesOf(10) });
    expect(await copy.head()).toMatchObject({ atMs: 2, papers: 4 });
    expect([...area.items.keys()].sort()).toEqual(['snapshot-copy', 'snapshot-copy:2:0']);
  });

  it('still has the old one when the new one could not be written', async () => {
    const area = fakeStorageArea();
    const copy = new SecondCopy(area);
    await copy.keep({ atMs: 1, papers: 3, bytes: bytesOf(100) });
    const { set } = area;
    let writes = 0;
    area.set = async (items) => {
      if (++writes === 2) throw new Error('the disk is full');
      await set(items);
    };
    const next = { atMs: 2, papers: 4, bytes: bytesOf(2_000_000) };
    await expect(copy.keep(next)).rejects.toThrow('full');
    expect(new Uint8Array((await copy.read())?.bytes ?? [])).toEqual(new Uint8Array(bytesOf(100)));
  });

  it('never gives up papers for an empty library', async () => {
    const copy = new SecondCopy(fakeStorageArea());
    await copy.keep({ atMs: 1, papers: 3, bytes: bytesOf(100) });
    await copy.keep({ atMs: 2, papers: 0, bytes: bytesOf(10) });
    expect(await copy.head()).toMatchObject({ atMs: 1, papers: 3 });
  });

  it('is none when part of it is missing', async () => {
    const area = fakeStorageArea();
    await new SecondCopy(area).keep({ atMs: 1, papers: 3, bytes: bytesOf(2_000_000) });
    area.items.delete('snapshot-copy:1:1');
    expect(await new SecondCopy(area).read()).toBeNull();
  });
});
