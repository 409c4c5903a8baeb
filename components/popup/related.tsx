import { Waypoints } from 'lucide';
import { useState } from 'preact/hooks';
import type { ErrorData } from '../../lib/core/errors';
import type { PaperKey } from '../../lib/core/paper';
import { RECENCIES, type Recency } from '../../lib/core/recency';
import type { MessageName, Translator } from '../../lib/i18n/translate';
import type { Command, Keymap } from '../../lib/keyboard/keymap';
import { Empty, Failure, Loading } from '../controls/notices';
import { useCommands } from '../controls/use-commands';
import { runListCommand } from '../paper-list/list-commands';
import { PaperRow } from '../paper-list/paper-row';
import type { PaperActions, PaperView } from '../paper-view';

const RECENCY_TEXTS: Record<Recency, MessageName> = {
  any: 'recencyAny',
  'five-years': 'recencyFiveYears',
  year: 'recencyYear',
  month: 'recencyMonth',
};

export type RelatedView =
  | { readonly kind: 'loading' }
  | { readonly kind: 'failed'; readonly error: ErrorData }
  | {
      readonly kind: 'ready';
      /** Close to the open paper, closest first; absent where no paper is open. */
      readonly toPage?: { readonly title: string; readonly papers: readonly PaperView[] };
      /** Seen, not saved, and close to the library. */
      readonly missed: readonly PaperView[];
    };

export interface RelatedProps {
  t: Translator;
  keymap: Keymap;
  view: RelatedView;
  recency: Recency;
  onRecency: (recency: Recency) => void;
  actions: PaperActions;
  onDismiss: (key: PaperKey) => void;
  onUndo: () => void;
  onHelp: () => void;
  onRetry: () => void;
}

/** Work related to the open paper and to the whole library, each with its reason. */
export function Related(props: RelatedProps) {
  const { t, view, keymap, actions, onDismiss } = props;
  const [activeIndex, setActive] = useState(0);
  const toPage = view.kind === 'ready' ? (view.toPage?.papers ?? []) : [];
  const missed = view.kind === 'ready' ? view.missed : [];
  const all = [...toPage, ...missed];
  useCommands(keymap, (command) => {
    if (command === 'help') props.onHelp();
    else if (command === 'undo') props.onUndo();
    else return run(command);
    return true;
  });
  const run = (command: Command) =>
    runListCommand(command, {
      paper: all[activeIndex],
      activeIndex,
      count: all.length,
      actions,
      onActivate: (index) => {
        setActive(index);
        focusRow(index);
      },
    });

  if (view.kind === 'loading') return <Loading t={t} />;
  if (view.kind === 'failed') return <Failure t={t} error={view.error} onRetry={props.onRetry} />;
  const row = (paper: PaperView, index: number) => (
    <li key={paper.key} data-index={index} onFocusCapture={() => setActive(index)}>
      <PaperRow
        {...{ t, paper, actions }}
        isActive={index === activeIndex}
        onDismiss={() => onDismiss(paper.key)}
      />
    </li>
  );
  return (
    <div class="scroll related">
      <div class="section-head">
        <h2>{t(view.toPage ? 'relatedToPage' : 'mayHaveMissed')}</h2>
        <RecencyChoice {...props} />
      </div>
      {view.toPage && (
        <>
          <List papers={toPage} row={row} from={0} none={t('relatedToPageNone')} />
          <div class="section-head">
            <h2>{t('mayHaveMissed')}</h2>
          </div>
        </>
      )}
      {all.length === 0 ? (
        <Empty of={Waypoints} title={t('relatedEmpty')}>
          <p>{t('relatedEmptyWhy')}</p>
        </Empty>
      ) : (
        <List papers={missed} row={row} from={toPage.length} none={t('missedNone')} />
      )}
    </div>
  );
}

interface ListProps {
  papers: readonly PaperView[];
  row: (paper: PaperView, index: number) => preact.VNode;
  from: number;
  none: string;
}

function List({ papers, row, from, none }: ListProps) {
  if (papers.length === 0) return <p class="related-none hint">{none}</p>;
  return <ul>{papers.map((paper, index) => row(paper, from + index))}</ul>;
}

function RecencyChoice({ t, recency, onRecency }: RelatedProps) {
  return (
    <select
      class="quiet-select"
      aria-label={t('recency')}
      value={recency}
      onChange={(event) => {
        const chosen = RECENCIES.find((name) => name === event.currentTarget.value);
        if (chosen) onRecency(chosen);
      }}
    >
      {RECENCIES.map((name) => (
        <option key={name} value={name}>
          {t(RECENCY_TEXTS[name])}
        </option>
      ))}
    </select>
  );
}

function focusRow(index: number): void {
  document.querySelector<HTMLElement>(`.related [data-index="${index}"] .row-title`)?.focus();
}
