import type { PaperKey, ReadingStatus } from '../../lib/core/paper';
import type { Translator } from '../../lib/i18n/translate';
import type { Keymap } from '../../lib/keyboard/keymap';
import type { PasteProps } from '../controls/paste-box';
import type { CopyFormat } from '../copy-formats';
import type { PaperActions } from '../paper-view';
import type { PageView } from './page-view';

/** What the popup's view of a page is given, whatever the page holds. */
export interface ThisPageProps extends PasteProps {
  t: Translator;
  keymap: Keymap;
  view: PageView;
  actions: PaperActions;
  nowMs: number;
  suggestTags: (typed: string) => readonly string[];
  onSave: (key: PaperKey, extras: { tags: readonly string[]; note: string }) => void;
  onSaveMany: (keys: readonly PaperKey[]) => void;
  onStatus: (key: PaperKey, status: ReadingStatus) => void;
  onTags: (key: PaperKey, tags: readonly string[]) => void;
  onNote: (key: PaperKey, note: string) => void;
  onCopy: (key: PaperKey, format: CopyFormat) => void;
  onDetails: (key: PaperKey) => void;
  /** Asks how these shall leave. */
  onExport: (keys: readonly PaperKey[]) => void;
  /** The click that may ask the browser for the site; what follows is not awaited here. */
  onAllowSite: () => void;
  /** A site whose listings could be marked, were it allowed. */
  offeredSite?: string;
  onUndo: () => void;
  onHelp: () => void;
  onRetry: () => void;
}
