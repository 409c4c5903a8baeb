import { useId, useState } from 'preact/hooks';
import type { Translator } from '../../lib/i18n/translate';
import './paste-box.css';

export type PasteState =
  | { readonly kind: 'idle' }
  | { readonly kind: 'busy' }
  /** How many papers were found and how many of them are new. */
  | { readonly kind: 'done'; readonly found: number; readonly added: number }
  /** Nothing in the text names a paper. */
  | { readonly kind: 'nothing-found' };

interface PasteBoxProps {
  t: Translator;
  state: PasteState;
  onPaste: (text: string) => void;
}

/** Saves papers by identifier, address, BibTeX or a copied list. */
export function PasteBox({ t, state, onPaste }: PasteBoxProps) {
  const id = useId();
  const [text, setText] = useState('');
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
          class={state.kind === 'nothing-found' ? 'warn' : 'hint'}
        >
          {pasteText(t, state)}
        </p>
        <button type="submit" class="button" disabled={text.trim() === '' || state.kind === 'busy'}>
          {t('add')}
        </button>
      </div>
    </form>
  );
}

function pasteText(t: Translator, state: PasteState): string {
  switch (state.kind) {
    case 'idle':
      return '';
    case 'busy':
      return t('loading');
    case 'done':
      return t.count('pasteDone', state.found, state.added);
    case 'nothing-found':
      return t('pasteNothing');
  }
}
