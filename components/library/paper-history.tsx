import { doneText } from '../../lib/i18n/done-text';
import type { MessageName, Translator } from '../../lib/i18n/translate';
import type { HistoryEntry } from './library-view';
import './paper-history.css';

const HISTORY_TEXTS: Record<HistoryEntry['what'], MessageName> = {
  seen: 'historySeen',
  saved: 'historySaved',
  opened: 'historyOpened',
  read: 'historyRead',
  edited: 'historyEdited',
  merged: 'historyMerged',
  imported: 'historyImported',
};

interface HistoryProps {
  t: Translator;
  entries: readonly HistoryEntry[];
  nowMs: number;
}

/** What happened to a paper, the latest first. */
export function PaperHistory({ t, entries, nowMs }: HistoryProps) {
  if (entries.length === 0) return null;
  return (
    <section>
      <h3>{t('history')}</h3>
      <ol class="detail-history">
        {entries.map((entry) => (
          <li key={`${entry.atMs}${entry.what}`}>
            <time datetime={new Date(entry.atMs).toISOString()}>{t.day(entry.atMs, nowMs)}</time>
            <HistoryText t={t} entry={entry} />
          </li>
        ))}
      </ol>
    </section>
  );
}

function HistoryText({ t, entry }: { t: Translator; entry: HistoryEntry }) {
  const { what, where, edit, added = [], removed = [], isUndone } = entry;
  return (
    <span>
      {edit ? doneText(t, edit) : t(HISTORY_TEXTS[what])}
      {where && <span class="hint"> {where}</span>}
      {added.map((name) => (
        <>
          {' '}
          <ins dir="auto">{name}</ins>
        </>
      ))}
      {removed.map((name) => (
        <>
          {' '}
          <del dir="auto">{name}</del>
        </>
      ))}
      {isUndone && <span class="hint"> {t('historyUndone')}</span>}
    </span>
  );
}
