import { browser } from 'wxt/browser';
import type { ExportRequest } from '../../components/controls/export-dialog';
import type { CopyFormat } from '../../components/popup/page-view';
import type { PaperKey } from '../../lib/core/paper';
import {
  EXPORT_FORMATS,
  type ExportFormatId,
  exportClipboard,
  exportFiles,
} from '../../lib/export/index';
import { send } from './connect';

/** The papers as a file in the downloads folder, or on the clipboard. */
export async function exportPapersTo(
  { format, target }: Pick<ExportRequest, 'format' | 'target'>,
  ids?: readonly PaperKey[],
): Promise<void> {
  const records = await send('library.records', ids ? { ids } : {});
  const id = format as ExportFormatId;
  const options = { exportedAt: new Date().toISOString() };
  if (target === 'clipboard') {
    return copy(exportClipboard(records, id, options));
  }
  const files = exportFiles(records, id, options);
  const facts = EXPORT_FORMATS.find((one) => one.id === id);
  const [first] = files;
  if (!first) return;
  if (files.length === 1)
    return download(new Blob([first.text], { type: facts?.mime ?? '' }), first.name);
  const { zipSync, strToU8 } = await import('fflate');
  const zip = zipSync(Object.fromEntries(files.map(({ name, text }) => [name, strToU8(text)])));
  download(new Blob([zip as BlobPart], { type: 'application/zip' }), 'reading-list.zip');
}

const COPIES: Readonly<Record<CopyFormat, ExportFormatId>> = {
  bibtex: 'bibtex',
  citation: 'citations',
  markdown: 'markdown-links',
  link: 'links',
};

/** One paper on the clipboard. */
export function copyPaper(key: PaperKey, format: CopyFormat): Promise<void> {
  return exportPapersTo({ format: COPIES[format], target: 'clipboard' }, [key]);
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

function download(blob: Blob, name: string): void {
  const url = URL.createObjectURL(blob);
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  URL.revokeObjectURL(url);
}

/** The formats as the dialog offers them. */
export function offeredFormats() {
  return EXPORT_FORMATS.map(({ id, labelKey, isFilePerPaper }) => ({
    id,
    name: browser.i18n.getMessage(labelKey as never),
    isText: !isFilePerPaper,
  }));
}
