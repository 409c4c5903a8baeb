import { X } from 'lucide';
import type { RefObject } from 'preact';
import { useId, useState } from 'preact/hooks';
import type { Translator } from '../../lib/i18n/translate';
import { Icon } from '../marks';
import './tag-input.css';

interface TagInputProps {
  t: Translator;
  tags: readonly string[];
  /** Tags in use that fit what is typed, best first; the caller chooses them. */
  suggest: (typed: string) => readonly string[];
  onChange: (tags: readonly string[]) => void;
  /** Tags, unless it is for something else of the kind: lists. */
  label?: string;
  placeholder?: string;
  field?: RefObject<HTMLInputElement | null>;
}

const MOST_SUGGESTED = 6;

/** Tags as removable pills and a box with completion: Enter or comma adds, Backspace takes back. */
export function TagInput(props: TagInputProps) {
  const { t, tags, suggest, onChange } = props;
  const { label = t('tags'), placeholder = t('addTags'), field = null } = props;
  const [typed, setTyped] = useState('');
  const [active, setActive] = useState(-1);
  const id = useId();
  const taken = new Set(tags);
  const fitting = typed === '' ? [] : suggest(typed).filter((tag) => !taken.has(tag));
  const shown = fitting.slice(0, MOST_SUGGESTED);

  const add = (tag: string) => {
    const clean = tag.trim().replace(/\s+/g, ' ');
    if (clean !== '' && !taken.has(clean)) onChange([...tags, clean]);
    setTyped('');
    setActive(-1);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.isComposing) return;
    const isAdding = event.key === 'Enter' || event.key === ',' || event.key === '，';
    if (isAdding && (typed !== '' || event.key !== 'Enter')) add(shown[active] ?? typed);
    else if (event.key === 'Backspace' && typed === '') return onChange(tags.slice(0, -1));
    else if (event.key === 'ArrowDown' && shown.length > 0) setActive((active + 1) % shown.length);
    else if (event.key === 'ArrowUp' && shown.length > 0)
      setActive((active <= 0 ? shown.length : active) - 1);
    else if (event.key === 'Escape' && typed !== '') setTyped('');
    else return;
    event.preventDefault();
    event.stopPropagation();
  };

  return (
    <div class="tag-input">
      {tags.map((tag) => (
        <span class="tag" key={tag}>
          {tag}
          <button
            type="button"
            aria-label={t('removeTag', tag)}
            onClick={() => onChange(tags.filter((other) => other !== tag))}
          >
            <Icon of={X} sizePx={12} />
          </button>
        </span>
      ))}
      <input
        ref={field}
        role="combobox"
        aria-label={label}
        aria-expanded={shown.length > 0}
        aria-controls={id}
        aria-autocomplete="list"
        aria-activedescendant={shown[active] === undefined ? undefined : `${id}-${active}`}
        placeholder={tags.length === 0 ? placeholder : ''}
        value={typed}
        onInput={(event) => {
          setTyped(event.currentTarget.value);
          setActive(-1);
        }}
        onKeyDown={onKeyDown}
        onBlur={() => typed !== '' && add(typed)}
      />
      <div
        class="tag-suggestions"
        role="listbox"
        id={id}
        aria-label={label}
        hidden={shown.length === 0}
      >
        {shown.map((tag, index) => (
          // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are those of the combobox
          <div
            key={tag}
            id={`${id}-${index}`}
            role="option"
            tabIndex={-1}
            aria-selected={index === active}
            // Before the input loses the focus and adds what is half typed.
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => add(tag)}
          >
            {tag}
          </div>
        ))}
      </div>
    </div>
  );
}
