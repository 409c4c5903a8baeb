import { useState } from 'preact/hooks';
import type { ErrorData } from '../../lib/core/errors';
import { errorText } from '../../lib/i18n/error-text';
import type { Translator } from '../../lib/i18n/translate';
import { Modal } from './modal';

/** A format as the exporters list it: its id, its own name, and whether it can go to the clipboard. */
export interface ExportFormatView {
  readonly id: string;
  readonly name: string;
  /** False for one file per paper. */
  readonly isText: boolean;
}

/** A set of papers that can leave: chosen, found, of a list, all. */
export interface ExportScopeView {
  readonly id: string;
  readonly name: string;
  readonly count: number;
}

export interface ExportRequest {
  readonly scope: string;
  readonly format: string;
  readonly target: 'file' | 'clipboard';
}

interface ExportDialogProps {
  t: Translator;
  scopes: readonly ExportScopeView[];
  formats: readonly ExportFormatView[];
  busy?: boolean;
  error?: ErrorData;
  onExport: (request: ExportRequest) => void;
  onClose: () => void;
}

/** Which papers, in which format, to where. */
export function ExportDialog({
  t,
  scopes,
  formats,
  busy,
  error,
  onExport,
  onClose,
}: ExportDialogProps) {
  const [scope, setScope] = useState(scopes[0]?.id ?? '');
  const [format, setFormat] = useState(formats[0]?.id ?? '');
  const isText = formats.find(({ id }) => id === format)?.isText ?? false;
  const go = (target: ExportRequest['target']) => onExport({ scope, format, target });
  return (
    <Modal t={t} title={t('exportTitle')} onClose={onClose}>
      <div class="modal-body">
        <Choice
          legend={t('exportWhich')}
          name="scope"
          chosen={scope}
          onChoose={setScope}
          options={scopes.map(({ id, name, count }) => ({
            id,
            text: t('exportScope', name, count),
          }))}
        />
        <Choice
          legend={t('exportFormat')}
          name="format"
          chosen={format}
          onChoose={setFormat}
          options={formats.map(({ id, name }) => ({ id, text: name }))}
        />
        {error && (
          <p class="warn" role="alert">
            {errorText(t, error)}
          </p>
        )}
        <div class="modal-foot">
          <button
            type="button"
            class="button"
            disabled={!isText || busy}
            onClick={() => go('clipboard')}
          >
            {t('copyToClipboard')}
          </button>
          <button
            type="button"
            class="button button-primary"
            disabled={busy}
            onClick={() => go('file')}
          >
            {t('saveFile')}
          </button>
        </div>
      </div>
    </Modal>
  );
}

interface ChoiceProps {
  legend: string;
  name: string;
  chosen: string;
  onChoose: (id: string) => void;
  options: readonly { readonly id: string; readonly text: string }[];
}

function Choice({ legend, name, chosen, onChoose, options }: ChoiceProps) {
  return (
    <fieldset class="choice">
      <legend>{legend}</legend>
      <div class="choice-grid">
        {options.map(({ id, text }) => (
          <label key={id}>
            <input type="radio" name={name} checked={id === chosen} onChange={() => onChoose(id)} />
            {text}
          </label>
        ))}
      </div>
    </fieldset>
  );
}
