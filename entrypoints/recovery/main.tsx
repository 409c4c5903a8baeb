import { signal } from '@preact/signals';
import { render } from 'preact';
import { browser } from 'wxt/browser';
import { RecoveryPage } from '../../components/recovery/recovery-page';
import { toErrorData } from '../../lib/core/errors';
import { errorText } from '../../lib/i18n/error-text';
import { withTail } from '../../lib/services/snapshots';
import { dumpDatabase } from '../../lib/store/dump-database';
import { SecondCopy, type SnapshotCopy } from '../../lib/store/second-copy';
import { SnapshotStore } from '../../lib/store/snapshot-store';
import { makeOperationId, send, t } from '../app/connect';

/**
 * The page for when the library does not open. It uses as little as it can: it reads the databases
 * itself, never writes to the main one, and deletes it only when told to, after offering a copy.
 */
const said = signal('');
const snapshots = new SnapshotStore({ indexedDB, IDBKeyRange });
const secondCopy = new SecondCopy(browser.storage.local);

async function attempt(done: string, work: () => Promise<void>): Promise<void> {
  said.value = '';
  try {
    await work();
    said.value = done;
  } catch (error) {
    said.value = errorText(t, toErrorData(error));
  }
}

async function tryAgain(): Promise<void> {
  await send('library.counts', {});
  location.href = '/library.html';
}

async function saveDump(): Promise<void> {
  const lines: string[] = [];
  for await (const line of dumpDatabase(indexedDB, 'paperkin')) lines.push(line);
  download(new Blob(lines, { type: 'application/x-ndjson' }), 'paperkin-rows.ndjson');
}

async function saveSnapshot(): Promise<void> {
  const copy = await newestCopy();
  if (!copy) throw new Error('no copy has been made yet');
  download(new Blob([copy.bytes], { type: 'application/gzip' }), 'paperkin-copy.ndjson.gz');
}

async function startAfresh(): Promise<void> {
  const copy = await newestCopy();
  if (!copy || !confirm(t('recoveryConfirm', t.day(copy.atMs)))) return;
  await secondCopy.keep(copy);
  await deleteLibrary();
  await secondCopy.forgetMark(); // an empty library is what was asked for
  await snapshots.putBack(copy);
  await send('snapshots.restore', { opId: makeOperationId(), atMs: copy.atMs });
  location.href = '/library.html';
}

/** With what was changed after it. */
async function newestCopy(): Promise<SnapshotCopy | null> {
  const copy = await newestSnapshot();
  const tail = copy && (await secondCopy.readTail(copy));
  return copy && tail ? withTail(copy, tail) : copy;
}

/** From the ring of snapshots, or where that does not open either, the copy outside of it. */
async function newestSnapshot(): Promise<SnapshotCopy | null> {
  try {
    const [newest] = await snapshots.list();
    const bytes = newest && (await snapshots.read(newest.atMs));
    if (bytes) return { ...newest, bytes };
  } catch (error) {
    console.warn('Paperkin: the snapshots do not open', error);
  }
  return await secondCopy.read();
}

function deleteLibrary(): Promise<void> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.deleteDatabase('paperkin');
    request.onsuccess = () => resolve();
    request.onerror = () => reject(request.error);
    request.onblocked = () => reject(new Error('another page of Paperkin is open: close it first'));
  });
}

function download(blob: Blob, name: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(blob);
  link.download = name;
  link.click();
}

document.documentElement.lang = t.language;
document.documentElement.dir = t.direction;
const root = document.getElementById('app');
if (root) render(<Recovery />, root);

function Recovery() {
  return (
    <RecoveryPage
      t={t}
      said={said.value}
      onTry={() => void attempt('', tryAgain)}
      onDump={() => void attempt(t('exportedDone'), saveDump)}
      onSnapshot={() => void attempt(t('exportedDone'), saveSnapshot)}
      onAfresh={() => void attempt('', startAfresh)}
    />
  );
}
