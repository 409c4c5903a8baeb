import { ExportDialog } from '../../components/controls/export-dialog';
import { t } from './connect';
import type { ExportModel } from './export-model';

/** The export dialog over a page, while it is open. */
export function ExportView({ model }: { model: ExportModel }) {
  const state = model.view.value;
  if (!state) return null;
  const { parts, formats, format, busy, error, sent } = state;
  return (
    <ExportDialog
      t={t}
      scopes={parts.map(({ id, name, keys }) => ({ id, name, count: keys.length }))}
      formats={formats}
      {...(format && { format })}
      busy={busy}
      {...(error && { error })}
      {...(sent && { sent })}
      onExport={(request) => void model.run(request)}
      onClose={() => model.close()}
    />
  );
}
