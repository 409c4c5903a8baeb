import { useId, useState } from 'preact/hooks';
import type { Translator } from '../../lib/i18n/translate';
import './paste-box.css';

/** A paper that a pasted text names, by its title or else its identifier. */
export interface PastedPaper {
  readonly name: string;
  readonly isNew: boolean;
}

export type PasteState =
  | { readonly kind: 'idle' }
  | { readonly kind: 'busy' }
  /** What the text names; nothing of it is saved yet. */
  | { readonly kind: 'found'; readonly papers: readonly PastedPaper[] }
  /** How many papers were found and how many of them are new. */
  | { readonly kind: 'done'; readonly found: number; readonly added: number }
  /** Nothing in the text names a paper. */
  | { readonly kind: 'nothing-found' };

export interface PasteProps {
  paste: PasteState;
  onPaste: (text: string) => void;
  /** Save what was found. */
  onPasteSave: () => void;
  /** Leave it. */
  onPasteCancel: () => void;
}

/** Shown by name; of the others their number. */
const MAX_SHOWN = 30;

/** Saves papers by identifier, address, BibTeX or a copied list, once the reader saw which. */
export function PasteBox({ t, ...props }: PasteProps & { t: Translator }) {
  const id = useId();
  const [text, setText] = useState('');
  const { paste, onPaste } = props;
  if (paste.kind === 'found') return <Found t={t} {...props} papers={paste.papers} />;
  const submit = (event: Event) => {
    event.preventDefault();
    if (text.trim() !== '') onPaste(text);
  };
  return (
    <form class="paste-box" onSubmit={submit}>
      <label for={id}>{t('pasteLabel')}</label>
      <textarea
        id={id}
        class="field"
        rows={2}
        placeholder={t('pasteExample')}
        aria-describedby={`${id}-result`}
        value={text}
        onInput={(event) => setText(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && !event.shiftKey && !event.isComposing) submit(event);
        }}
      />
      <div class="paste-box-foot">
        <p
          id={`${id}-result`}
          role="status"
          class={paste.kind === 'nothing-found' ? 'warn' : 'hint'}
        >
          {pasteText(t, paste)}
        </p>
        <button type="submit" class="button" disabled={text.trim() === '' || paste.kind === 'busy'}>
          {t('lookThrough')}
        </button>
      </div>
    </form>
  );
}

interface FoundProps extends PasteProps {
  t: Translator;
  papers: readonly PastedPaper[];
}

function Found({ t, papers, onPasteSave, onPasteCancel }: FoundProps) {
  const added = papers.filter(({ isNew }) => isNew).length;
  const focus = (button: HTMLButtonElement | null) => button?.focus();
  return (
    <div class="paste-box">
      <p role="status" class="paste-box-count">
        {t.count('pasteFound', papers.length, added)}
      </p>
      <ul class="paste-box-found">
        {papers.slice(0, MAX_SHOWN).map(({ name, isNew }) => (
          <li key={name} dir="auto">
            {name} {!isNew && <span class="hint">{t('stateSaved')}</span>}
          </li>
        ))}
        {papers.length > MAX_SHOWN && (
          <li class="hint">{t('pasteMore', papers.length - MAX_SHOWN)}</li>
        )}
      </ul>
      <div class="paste-box-foot">
        <button type="button" class="button button-quiet" onClick={onPasteCancel}>
          {t('back')}
        </button>
        <button type="button" class="button button-primary" ref={focus} onClick={onPasteSave}>
          {t.count('saveCount', papers.length)}
        </button>
      </div>
    </div>
  );
}

function pasteText(t: Translator, state: PasteState): string {
  switch (state.kind) {
    case 'idle':
    case 'found':
      return '';
    case 'busy':
      return t('loading');
    case 'done':
      return t.count('pasteDone', state.found, state.added);
    case 'nothing-found':
      return t('pasteNothing');
  }
}
