import type { ComponentChildren } from 'preact';
import type { ErrorData } from '../../lib/core/errors';
import { errorText } from '../../lib/i18n/error-text';
import { faultText } from '../../lib/i18n/fault-text';
import type { Translator } from '../../lib/i18n/translate';
import type { Drawing } from '../mark-shapes';
import { Icon } from '../marks';
import './notices.css';

interface EmptyProps {
  of: Drawing;
  title: string;
  /** What would be here, or what to do. */
  children?: ComponentChildren;
}

/** Where nothing is: what would be here, and the one next step. */
export function Empty({ of, title, children }: EmptyProps) {
  return (
    <div class="empty">
      <Icon of={of} sizePx={28} />
      <h2>{title}</h2>
      {children}
    </div>
  );
}

/** What failed and what to do, in place; never in an alert. Of a file, what it is instead. */
export function Failure({
  t,
  error,
  onRetry,
}: {
  t: Translator;
  error: ErrorData;
  onRetry?: () => void;
}) {
  return (
    <div class="failure" role="alert">
      <p>{error.fault ? faultText(t, error.fault) : errorText(t, error)}</p>
      {onRetry && (
        <button type="button" class="button" onClick={onRetry}>
          {t('tryAgain')}
        </button>
      )}
    </div>
  );
}

/** Rows to come: their outline, so that nothing jumps. */
export function Loading({ t, rows = 6 }: { t: Translator; rows?: number }) {
  return (
    <div class="loading" role="status">
      <span class="visually-hidden">{t('loading')}</span>
      {Array.from({ length: rows }, (_, index) => (
        <div key={index} aria-hidden="true" />
      ))}
    </div>
  );
}

/** How far work on many papers is. */
export interface ProgressState {
  readonly done: number;
  readonly total: number;
}

interface ToastProps {
  t: Translator;
  text: string | null;
  onUndo?: (() => void) | undefined;
  /** Stands in place of the text. */
  progress: ProgressState | null;
}

/** One line at the bottom after each change: "Saved. Undo"; while many papers change, how far. */
export function Toast({ t, text, onUndo, progress }: ToastProps) {
  if (progress)
    return (
      <div class="toast">
        <Progress t={t} label={t('changing')} {...progress} />
      </div>
    );
  return (
    <div class="toast" role="status">
      {text !== null && (
        <p>
          <span>{text}</span>
          {onUndo && (
            <button type="button" class="link-button" onClick={onUndo}>
              {t('undo')}
            </button>
          )}
        </p>
      )}
    </div>
  );
}

interface ProgressProps {
  t: Translator;
  label: string;
  done: number;
  /** Absent while it is not known. */
  total?: number;
  onCancel?: () => void;
}

/** Long work: a bar with its count, and a way out. */
export function Progress({ t, label, done, total, onCancel }: ProgressProps) {
  return (
    <div class="progress">
      <progress aria-label={label} max={total ?? 1} {...(total !== undefined && { value: done })} />
      <p class="hint" role="status">
        {label} {total === undefined ? t.number(done) : t('ofTotal', done, total)}
      </p>
      {onCancel && (
        <button type="button" class="button" onClick={onCancel}>
          {t('cancel')}
        </button>
      )}
    </div>
  );
}
