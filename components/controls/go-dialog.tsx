import type { TargetedKeyboardEvent } from 'preact';
import { useId, useState } from 'preact/hooks';
import type { Translator } from '../../lib/i18n/translate';
import { Modal } from './modal';
import './go-dialog.css';

/** Somewhere to go: what it is called, and of what kind it is ("List"). */
export interface GoChoice {
  readonly id: string;
  readonly name: string;
  readonly kind: string;
}

interface GoDialogProps {
  t: Translator;
  /** What comes near to what is typed, best first; all of it while nothing is. */
  choose: (typed: string) => readonly GoChoice[];
  onGo: (id: string) => void;
  onClose: () => void;
}

/** Any place of the library by a few letters of its name. */
export function GoDialog({ t, choose, onGo, onClose }: GoDialogProps) {
  const [typed, setTyped] = useState('');
  const [active, setActive] = useState(0);
  const id = useId();
  const choices = choose(typed);
  const onKeyDown = (event: TargetedKeyboardEvent<HTMLInputElement>) => {
    if (event.isComposing) return;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    // Enter may come before the last letter was drawn.
    const { value } = event.currentTarget;
    const chosen = value === typed ? choices[active] : choose(value)[0];
    if (step && choices.length > 0) setActive((active + step + choices.length) % choices.length);
    else if (event.key === 'Enter' && chosen) onGo(chosen.id);
    else return;
    event.preventDefault();
  };
  return (
    <Modal t={t} title={t('goTo')} onClose={onClose}>
      <div class="modal-body">
        <input
          class="field"
          role="combobox"
          aria-label={t('goTo')}
          aria-expanded={true}
          aria-controls={id}
          aria-autocomplete="list"
          aria-activedescendant={choices[active] === undefined ? undefined : `${id}-${active}`}
          value={typed}
          onInput={(event) => {
            setTyped(event.currentTarget.value);
            setActive(0);
          }}
          onKeyDown={onKeyDown}
        />
        <div class="go-list" role="listbox" id={id} aria-label={t('goTo')}>
          {choices.map((choice, index) => (
            // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are those of the combobox
            <div
              key={choice.id}
              id={`${id}-${index}`}
              role="option"
              tabIndex={-1}
              aria-selected={index === active}
              ref={(element) => {
                if (index === active) element?.scrollIntoView?.({ block: 'nearest' });
              }}
              onClick={() => onGo(choice.id)}
            >
              <span dir="auto">{choice.name}</span>
              <span class="hint">{choice.kind}</span>
            </div>
          ))}
        </div>
        {choices.length === 0 && <p class="hint">{t('goNowhere')}</p>}
      </div>
    </Modal>
  );
}
