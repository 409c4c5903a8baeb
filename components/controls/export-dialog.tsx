import { useState } from 'preact/hooks';
import type { ErrorData } from '../../lib/core/errors';
import { errorText } from '../../lib/i18n/error-text';
import type { MessageName, Translator } from '../../lib/i18n/translate';
import { Modal } from './modal';

/** A format as the exporters list it: its id, its own name, and whether it can go to the clipboard. */
export interface ExportFormatView {
  readonly id: string;
  readonly name: string;
  /** False for one file per paper. */
  readonly isText: boolean;
  /** What can be chosen about it, and how that stands when nobody chooses. */
  readonly options: Readonly<Partial<Record<ExportOption, boolean>>>;
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
  readonly target: 'file' | 'clipboard' | 'zotero';
  /** What BibTeX, RIS and the like carry beside the reference. */
  readonly options: Readonly<Partial<Record<ExportOption, boolean>>>;
}

export const EXPORT_OPTIONS = ['abstracts', 'keywords', 'notes', 'ascii'] as const;
export type ExportOption = (typeof EXPORT_OPTIONS)[number];

const OPTION_TEXTS: Record<ExportOption, MessageName> = {
  abstracts: 'exportAbstracts',
  keywords: 'exportKeywords',
  notes: 'exportNotes',
  ascii: 'exportAscii',
};

interface ExportDialogProps {
  t: Translator;
  scopes: readonly ExportScopeView[];
  formats: readonly ExportFormatView[];
  /** The one to begin with; the first of all unless said otherwise. */
  format?: string;
  busy?: boolean;
  error?: ErrorData;
  /** How many of how many papers Zotero has taken so far. */
  sent?: { readonly count: number; readonly total: number };
  /** The click that may ask the browser for leave to talk to Zotero. */
  onExport: (request: ExportRequest) => void;
  onClose: () => void;
}

/** Which papers, in which format, to where. */
export function ExportDialog(props: ExportDialogProps) {
  const { t, scopes, formats, busy, error, sent, onExport, onClose } = props;
  const [scope, setScope] = useState(scopes[0]?.id ?? '');
  const [format, setFormat] = useState(props.format ?? formats[0]?.id ?? '');
  const [chosen, setChosen] = useState<ExportRequest['options']>({});
  const { isText = false, options: offered = {} } = formats.find(({ id }) => id === format) ?? {};
  const options = { ...offered, ...pick(chosen, offered) };
  const go = (target: ExportRequest['target']) => onExport({ scope, format, target, options });
  return (
    <Modal t={t} title={t('exportTitle')} onClose={onClose}>
      <form
        class="modal-body"
        onSubmit={(event) => {
          event.preventDefault();
          go('file');
        }}
      >
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
        <Options
          t={t}
          options={options}
          onChange={(option, isOn) => setChosen({ ...chosen, [option]: isOn })}
        />
        {sent && <p role="status">{t('sendingToZotero', sent.count, sent.total)}</p>}
        {error && (
          <p class="warn" role="alert">
            {errorText(t, error)}
          </p>
        )}
        <div class="modal-foot">
          <button
            type="button"
            class="button button-quiet"
            disabled={busy}
            onClick={() => go('zotero')}
          >
            {t('sendToZotero')}
          </button>
          <button
            type="button"
            class="button"
            disabled={!isText || busy}
            onClick={() => go('clipboard')}
          >
            {t('copyToClipboard')}
          </button>
          <button type="submit" class="button button-primary" disabled={busy}>
            {t('saveFile')}
          </button>
        </div>
      </form>
    </Modal>
  );
}

type Options = ExportRequest['options'];

/** Of what was chosen, that which this format offers. */
function pick(chosen: Options, offered: Options): Options {
  return Object.fromEntries(Object.entries(chosen).filter(([option]) => option in offered));
}

interface OptionsProps {
  t: Translator;
  options: Options;
  onChange: (option: ExportOption, isOn: boolean) => void;
}

function Options({ t, options, onChange }: OptionsProps) {
  const offered = EXPORT_OPTIONS.filter((option) => options[option] !== undefined);
  if (offered.length === 0) return null;
  return (
    <fieldset class="choice">
      <legend>{t('exportOptions')}</legend>
      <div class="choice-grid">
        {offered.map((option) => (
          <label key={option}>
            <input
              type="checkbox"
              checked={options[option] ?? false}
              onChange={(event) => onChange(option, event.currentTarget.checked)}
            />
            {t(OPTION_TEXTS[option])}
          </label>
        ))}
      </div>
    </fieldset>
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
