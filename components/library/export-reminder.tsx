import type { Translator } from '../../lib/i18n/translate';
import './export-reminder.css';

interface ExportReminderProps {
  t: Translator;
  /** Papers saved since the library last left as a file. */
  count: number;
  onExport: () => void;
  onLater: () => void;
}

/** What stands on this computer alone, once it is much. */
export function ExportReminder({ t, count, onExport, onLater }: ExportReminderProps) {
  return (
    <section class="export-reminder" aria-label={t('exportBackup')}>
      <p>{t.count('exportReminder', count)}</p>
      <p class="page-actions">
        <button type="button" class="button" onClick={onExport}>
          {t('exportBackup')}
        </button>
        <button type="button" class="button button-quiet" onClick={onLater}>
          {t('exportLater')}
        </button>
      </p>
    </section>
  );
}
