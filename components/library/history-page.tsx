import type { ErrorData } from '../../lib/core/errors';
import { type Done, doneText } from '../../lib/i18n/done-text';
import type { Translator } from '../../lib/i18n/translate';
import { Failure, Loading } from '../controls/notices';
import './history-page.css';

/** One thing that was done, and that can be taken back. */
export interface OperationView {
  readonly id: string;
  readonly done: Done;
  readonly atMs: number;
  readonly paperCount: number;
  /** Of the first of its papers; may be empty. */
  readonly title: string;
  readonly isUndone: boolean;
}

export type HistoryView =
  | { readonly kind: 'loading' }
  | { readonly kind: 'failed'; readonly error: ErrorData }
  | { readonly kind: 'ready'; readonly operations: readonly OperationView[]; hasMore: boolean };

export interface HistoryPageProps {
  t: Translator;
  view: HistoryView;
  nowMs: number;
  onUndo: (id: string) => void;
  onMore: () => void;
  onRetry: () => void;
}

/** What was done in the last 30 days, the latest first, each with its own undo. */
export function HistoryPage(props: HistoryPageProps) {
  const { t, view } = props;
  return (
    <div class="scroll page history">
      <h2>{t('history')}</h2>
      <p class="hint">{t('historyWhy')}</p>
      {view.kind === 'loading' && <Loading t={t} />}
      {view.kind === 'failed' && <Failure t={t} error={view.error} onRetry={props.onRetry} />}
      {view.kind === 'ready' && <Operations {...props} {...view} />}
    </div>
  );
}

type ReadyProps = HistoryPageProps & Extract<HistoryView, { kind: 'ready' }>;

function Operations({ t, operations, hasMore, nowMs, onUndo, onMore }: ReadyProps) {
  if (operations.length === 0) return <p class="history-list">{t('historyEmpty')}</p>;
  return (
    <>
      <ol class="history-list">
        {operations.map((one) => (
          <li key={one.id} class={one.isUndone ? 'is-undone' : undefined}>
            <time class="hint" dateTime={new Date(one.atMs).toISOString()}>
              {t.day(one.atMs, nowMs)}
            </time>
            <span>
              {doneText(t, one.done, one.paperCount)} <bdi class="history-title">{one.title}</bdi>
            </span>
            {one.isUndone ? (
              <span class="hint">{t('historyUndone')}</span>
            ) : (
              <button
                type="button"
                class="button button-quiet"
                aria-label={`${t('undo')}: ${doneText(t, one.done, one.paperCount)} ${one.title}`}
                onClick={() => onUndo(one.id)}
              >
                {t('undo')}
              </button>
            )}
          </li>
        ))}
      </ol>
      {hasMore && (
        <p class="page-actions">
          <button type="button" class="button" onClick={onMore}>
            {t('historyMore')}
          </button>
        </p>
      )}
    </>
  );
}
