import { CircleCheck, FileInput } from 'lucide';
import { useState } from 'preact/hooks';
import type { Translator } from '../../lib/i18n/translate';
import { Empty, Failure, Progress } from '../controls/notices';
import { Icon } from '../marks';
import { Preview } from './import-preview';
import type { ImportView } from './import-view';
import './import.css';

export interface ImportPageProps {
  t: Translator;
  view: ImportView;
  onFile: (file: File) => void;
  onText: (text: string) => void;
  onConfirm: () => void;
  onCancel: () => void;
  onUndo: () => void;
  /** Back to choosing a file. */
  onAgain: () => void;
}

/** Bringing papers in: choose, look at what would happen, confirm, and take it back if wrong. */
export function ImportPage(props: ImportPageProps) {
  const { t, view } = props;
  return (
    <div class="scroll page">
      <h2>{t('importTitle')}</h2>
      <Step {...props} />
      {view.kind === 'choose' && <p class="hint">{t('importFormats')}</p>}
    </div>
  );
}

function Step(props: ImportPageProps) {
  const { t, view, onCancel } = props;
  switch (view.kind) {
    case 'choose':
      return <Choose {...props} />;
    case 'reading':
      return (
        <Progress
          t={t}
          label={t('readingFile', view.fileName)}
          done={view.done}
          {...(view.total !== undefined && { total: view.total })}
          onCancel={onCancel}
        />
      );
    case 'preview':
      return <Preview {...props} preview={view.preview} />;
    case 'importing':
      return (
        <Progress {...{ t, onCancel }} label={t('importing')} done={view.done} total={view.total} />
      );
    case 'done':
      return (
        <Empty of={CircleCheck} title={importedText(t, view.imported)}>
          {view.skipped > 0 && <p>{t.count('importSkipped', view.skipped)}</p>}
          <p class="page-actions">
            <button type="button" class="button" onClick={props.onUndo}>
              {t('undoImport')}
            </button>
            <button type="button" class="button" onClick={props.onAgain}>
              {t('importMore')}
            </button>
          </p>
        </Empty>
      );
    case 'failed':
      return <Failure t={t} error={view.error} onRetry={props.onAgain} />;
  }
}

/** A backup may bring lists and settings alone. */
export function importedText(t: Translator, papers: number): string {
  return papers > 0 ? t.count('doneImported', papers) : t('importedExtras');
}

/** A file by choosing or dropping, or text by pasting. */
function Choose({ t, onFile, onText }: ImportPageProps) {
  const [isOver, setOver] = useState(false);
  const [text, setText] = useState('');
  return (
    <>
      <label
        class={`drop-zone ${isOver ? 'drop-zone-over' : ''}`}
        onDragOver={(event) => {
          event.preventDefault();
          setOver(true);
        }}
        onDragLeave={() => setOver(false)}
        onDrop={(event) => {
          event.preventDefault();
          setOver(false);
          const file = event.dataTransfer?.files[0];
          if (file) onFile(file);
        }}
      >
        <Icon of={FileInput} sizePx={24} />
        <span>{t('dropFile')}</span>
        <input
          type="file"
          class="visually-hidden"
          onChange={(event) => {
            const file = event.currentTarget.files?.[0];
            if (file) onFile(file);
          }}
        />
      </label>
      <form
        class="import-text"
        onSubmit={(event) => {
          event.preventDefault();
          if (text.trim() !== '') onText(text);
        }}
      >
        <textarea
          class="field"
          rows={4}
          aria-label={t('pasteLabel')}
          placeholder={t('pasteImport')}
          value={text}
          onInput={(event) => setText(event.currentTarget.value)}
        />
        <button type="submit" class="button" disabled={text.trim() === ''}>
          {t('lookThrough')}
        </button>
      </form>
    </>
  );
}
