import type { PluralName, Translator } from './translate';

const TEXTS = {
  saved: 'doneSaved',
  edited: 'doneEdited',
  removed: 'doneRemoved',
  restored: 'doneRestored',
  undone: 'doneUndone',
  unread: 'doneUnread',
  reading: 'doneReading',
  read: 'doneRead',
  starred: 'doneStarred',
  unstarred: 'doneUnstarred',
  tagged: 'doneTagged',
  listed: 'doneListed',
  labelled: 'doneLabelled',
  noted: 'doneNoted',
  queued: 'doneQueued',
  unqueued: 'doneUnqueued',
  moved: 'doneMoved',
  dismissed: 'doneDismissed',
  merged: 'doneMerged',
  imported: 'doneImported',
  exported: 'doneExported',
  copied: 'doneCopied',
  sent: 'doneSentToZotero',
} as const satisfies Record<string, PluralName>;

/** A change that has been made. */
export type Done = keyof typeof TEXTS;

/** "Saved.", "Saved 3 papers.": the line that stands at the bottom after each change. */
export function doneText(t: Translator, done: Done, count = 1): string {
  return t.count(TEXTS[done], count);
}
