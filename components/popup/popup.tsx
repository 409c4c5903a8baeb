import { CircleHelp, LibraryBig, Settings } from 'lucide';
import type { ComponentChildren } from 'preact';
import type { Translator } from '../../lib/i18n/translate';
import { IconButton } from '../controls/icon-button';
import { type ProgressState, Toast } from '../controls/notices';
import { STATE_MARKS } from '../mark-shapes';
import { Icon } from '../marks';
import './popup.css';

export const POPUP_TABS = ['page', 'list', 'related'] as const;
export type PopupTab = (typeof POPUP_TABS)[number];

const TAB_TEXTS = { page: 'tabPage', list: 'tabList', related: 'tabRelated' } as const;

export interface PopupProps {
  t: Translator;
  tab: PopupTab;
  onTab: (tab: PopupTab) => void;
  /** Papers on this page, on the reading list, related; absent while not known. */
  counts: Readonly<Partial<Record<PopupTab, number>>>;
  onLibrary: () => void;
  onSettings: () => void;
  onHelp: () => void;
  /** What was done last ("Saved."), or null. */
  toast: string | null;
  /** Absent where it cannot be undone. */
  onUndo?: () => void;
  /** Of a change of many papers that goes on. */
  progress?: ProgressState | null;
  children: ComponentChildren;
}

/** The popup's frame: name, tabs, the view of the tab, and one line for what was done. */
export function Popup(props: PopupProps) {
  const { t, tab, onTab, counts, toast, onUndo, progress = null, children, ...go } = props;
  return (
    <div class="popup" lang={t.language}>
      <header class="popup-header">
        <span class="logo">
          <Icon of={STATE_MARKS.saved} sizePx={18} />
        </span>
        <h1>{t('extensionName')}</h1>
        <IconButton of={LibraryBig} label={t('openLibrary')} onClick={go.onLibrary} />
        <IconButton of={CircleHelp} label={t('keyboardHelp')} onClick={go.onHelp} />
        <IconButton of={Settings} label={t('settings')} onClick={go.onSettings} />
      </header>
      <nav aria-label={t('extensionName')}>
        <div class="tabs" role="tablist" aria-label={t('extensionName')}>
          {POPUP_TABS.map((name) => (
            <button
              key={name}
              type="button"
              role="tab"
              id={`tab-${name}`}
              aria-selected={name === tab}
              aria-controls="tab-panel"
              tabIndex={name === tab ? 0 : -1}
              onClick={() => onTab(name)}
              onKeyDown={(event) => moveTab(event, name, onTab)}
            >
              {t(TAB_TEXTS[name])}
              {counts[name] !== undefined && <span class="count">{t.number(counts[name])}</span>}
            </button>
          ))}
        </div>
      </nav>
      <main class="popup-main">
        <div class="popup-panel" role="tabpanel" id="tab-panel" aria-labelledby={`tab-${tab}`}>
          {children}
        </div>
      </main>
      <Toast t={t} text={toast} onUndo={onUndo} progress={progress} />
    </div>
  );
}

/** Arrows move between tabs, as the pattern for tabs has it. */
function moveTab(event: KeyboardEvent, from: PopupTab, onTab: (tab: PopupTab) => void): void {
  const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
  if (step === undefined) return;
  event.preventDefault();
  const to = POPUP_TABS.at((POPUP_TABS.indexOf(from) + step) % POPUP_TABS.length) ?? from;
  onTab(to);
  document.getElementById(`tab-${to}`)?.focus();
}
