import type { CopyFormat } from '../../components/copy-formats';
import type { PaperKey } from '../../lib/core/paper';
import { doneText } from '../../lib/i18n/done-text';
import { showToast } from './changes';
import { t } from './connect';

/** Papers on the clipboard. The formats are loaded when they are first asked for. */
export async function copyAs(keys: readonly PaperKey[], format: CopyFormat): Promise<void> {
  const { copyPapers } = await import('./export-papers');
  await copyPapers(keys, format);
  showToast({ text: doneText(t, 'copied', keys.length) });
}
