import { ArrowLeft, Menu as MenuIcon } from 'lucide';
import type { ComponentChildren } from 'preact';
import type { Translator } from '../../lib/i18n/translate';
import { IconButton } from '../controls/icon-button';
import { type ProgressState, Toast } from '../controls/notices';
import { STATE_MARKS } from '../mark-shapes';
import { Icon } from '../marks';
import './library.css';

/** The pane that a narrow window shows. A wide one shows them all. */
export type LibraryPane = 'nav' | 'rows' | 'detail';

interface LibraryProps {
  t: Translator;
  pane: LibraryPane;
  onPane: (pane: LibraryPane) => void;
  nav: ComponentChildren;
  /** Rows, or a page in their place. */
  main: ComponentChildren;
  /** Absent where a page stands in place of the rows; then the page has their room. */
  detail?: ComponentChildren;
  toast: string | null;
  onUndo?: () => void;
  /** Of a change of many papers that goes on. */
  progress?: ProgressState | null;
}

/** The frame of the library: three panes side by side, or one at a time. */
export function Library(props: LibraryProps) {
  const { t, pane, onPane, nav, main, detail, toast, onUndo, progress = null } = props;
  return (
    <div class={`library library-at-${pane} ${detail === undefined ? 'library-page' : ''}`}>
      <header class="library-bar">
        <IconButton of={MenuIcon} label={t('showNavigation')} onClick={() => onPane('nav')} />
        {pane !== 'rows' && (
          <IconButton of={ArrowLeft} label={t('back')} onClick={() => onPane('rows')} />
        )}
      </header>
      <nav class="library-nav" aria-label={t('library')}>
        <h1>
          <span class="logo">
            <Icon of={STATE_MARKS.saved} sizePx={18} />
          </span>
          {t('extensionName')}
        </h1>
        {nav}
      </nav>
      <main class="library-main">{main}</main>
      {detail !== undefined && (
        <aside class="library-detail" aria-label={t('details')}>
          {detail}
        </aside>
      )}
      <Toast t={t} text={toast} onUndo={onUndo} progress={progress} />
    </div>
  );
}
