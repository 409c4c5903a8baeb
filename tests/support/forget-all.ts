/**
 * Deletes all that the extension stored, and wakes the background anew. Runs in a page of the
 * extension, when nothing else of it does.
 */
export async function forgetAll(): Promise<void> {
  await Promise.all([chrome.storage.local.clear(), chrome.storage.session.clear()]);
  for (const { name = '' } of await indexedDB.databases()) {
    await new Promise<void>((done, fail) => {
      const request = indexedDB.deleteDatabase(name);
      request.onsuccess = () => done();
      request.onerror = () => fail(request.error);
    });
  }
  await chrome.runtime.sendMessage({ type: 'library.counts', request: {} });
}
