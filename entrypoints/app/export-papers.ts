import { browser } from '@wxt-dev/browser';
import type { ExportFormatView, ExportRequest } from '../../components/controls/export-dialog';
import type { CopyFormat } from '../../components/copy-formats';
import type { BackupExtras } from '../../lib/core/backup';
import type { ExchangePaper } from '../../lib/core/exchange';
import type { PaperKey } from '../../lib/core/paper';
import {
  EXPORT_FORMATS,
  type ExportedFile,
  type ExportFormatId,
  type ExportOptions,
  exportClipboard,
  exportFiles,
  toZoteroItems,
} from '../../lib/export/index';
import { ZoteroDelivery } from '../../lib/services/zotero-delivery';
import { send } from './connect';

/** Papers to a message: browsers refuse those of more than 64 MB. */
const BATCH = 500;
/** Longer than Zotero takes for one batch. */
const ZOTERO_WAIT_MS = 120_000;

/** The papers as a file in the downloads folder, or on the clipboard. */
export async function exportPapersTo(
  { format, target, options: chosen }: Omit<ExportRequest, 'scope'>,
  keys: readonly PaperKey[],
  isWholeLibrary = false,
): Promise<void> {
  const records = await readRecords(keys);
  const id = format as ExportFormatId;
  const exportedAt = new Date().toISOString();
  // A part of the library says nothing of the rest of it.
  const backup = id === 'json' && isWholeLibrary ? { backup: await readExtras(records) } : {};
  const options: ExportOptions = { ...chosen, ...backup, exportedAt };
  if (target === 'clipboard') await copy(exportClipboard(records, id, options));
  else await download(exportFiles(records, id, options), id);
}

/** The papers on their way to Zotero; nothing is sent before it is run. */
export async function deliveryToZotero(
  keys: readonly PaperKey[],
  { closing, onSent }: { closing: AbortSignal; onSent: (count: number) => void },
): Promise<ZoteroDelivery> {
  return new ZoteroDelivery(toZoteroItems(await readRecords(keys)), {
    fetch: (address, init) => {
      const signal = AbortSignal.any([closing, AbortSignal.timeout(ZOTERO_WAIT_MS)]);
      return fetch(address, { ...init, signal });
    },
    makeId: () => crypto.randomUUID(),
    onSent,
  });
}

async function readRecords(keys: readonly PaperKey[]): Promise<ExchangePaper[]> {
  const records: ExchangePaper[] = [];
  for (let start = 0; start < keys.length; start += BATCH) {
    const ids = keys.slice(start, start + BATCH);
    records.push(...(await send('library.records', { ids })));
  }
  return records;
}

/** Lists in the user's order, then those that only papers name; nothing here is secret. */
async function readExtras(records: readonly ExchangePaper[]): Promise<Partial<BackupExtras>> {
  const settings = await send('settings.get', {});
  const named = records.flatMap(({ lists = [] }) => lists);
  return { lists: [...new Set([...settings.lists, ...named])], settings: { ...settings } };
}

/** One file as it is, several in one archive. */
async function download(files: readonly ExportedFile[], format: ExportFormatId): Promise<void> {
  const facts = EXPORT_FORMATS.find((one) => one.id === format);
  const [first] = files;
  if (!first) return;
  if (files.length === 1)
    return offer(new Blob([first.text], { type: facts?.mime ?? '' }), first.name);
  const { zipSync, strToU8 } = await import('fflate');
  const zip = zipSync(Object.fromEntries(files.map(({ name, text }) => [name, strToU8(text)])));
  offer(new Blob([zip as BlobPart], { type: 'application/zip' }), 'reading-list.zip');
}

const COPIES: Readonly<Record<CopyFormat, ExportFormatId>> = {
  bibtex: 'bibtex',
  citation: 'citations',
  markdown: 'markdown-links',
  link: 'links',
};

/** Some papers on the clipboard. */
export async function copyPapers(keys: readonly PaperKey[], format: CopyFormat): Promise<void> {
  await exportPapersTo({ format: COPIES[format], target: 'clipboard', options: {} }, keys);
}

async function copy({ text, html }: { text: string; html?: string }): Promise<void> {
  if (!html) return navigator.clipboard.writeText(text);
  await navigator.clipboard.write([
    new ClipboardItem({
      'text/plain': new Blob([text], { type: 'text/plain' }),
      'text/html': new Blob([html], { type: 'text/html' }),
    }),
  ]);
}

function offer(blob: Blob, name: string): void {
  const url = URL.createObjectURL(blob);
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  URL.revokeObjectURL(url);
}

const WITH_ALL = { abstracts: true, keywords: true, notes: true };
const WITH_NONE = { abstracts: false, keywords: false, notes: false };

/** What can be chosen about a format, as lib/export does it where nobody chooses. */
const OPTIONS: Readonly<Partial<Record<ExportFormatId, ExportFormatView['options']>>> = {
  bibtex: { ...WITH_NONE, ascii: false },
  biblatex: { ...WITH_NONE, ascii: false },
  ris: WITH_ALL,
  'endnote-ris': WITH_ALL,
  'csl-json': WITH_ALL,
};

/** The formats as the dialog offers them. */
export function offeredFormats(): ExportFormatView[] {
  return EXPORT_FORMATS.map(({ id, labelKey, isFilePerPaper }) => ({
    id,
    name: browser.i18n.getMessage(labelKey as never),
    isText: !isFilePerPaper,
    options: OPTIONS[id] ?? {},
  }));
}
