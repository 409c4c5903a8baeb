import { Search, X } from 'lucide';
import type { ComponentChildren, RefObject } from 'preact';
import { useId } from 'preact/hooks';
import type { Translator } from '../../lib/i18n/translate';
import { Icon } from '../marks';
import { IconButton } from './icon-button';
import { useFocus } from './use-focus';
import './search-box.css';

interface SearchBoxProps {
  t: Translator;
  input: RefObject<HTMLInputElement | null>;
  query: string;
  onQuery: (query: string) => void;
  /** What of the query was not understood, or not searched yet. */
  notes: readonly string[];
  /** Starts with the cursor in it, since people open a list to find something. */
  isFocused?: boolean;
  /** What stands at the end of the line: the order of what is found. */
  children?: ComponentChildren;
}

/** The one box. What it has to say of an answer it says under itself, over the rows, moving nothing. */
export function SearchBox(props: SearchBoxProps) {
  const { t, input, query, onQuery, notes, isFocused = true, children } = props;
  const id = useId();
  useFocus(input, isFocused);
  return (
    <search class="search-box">
      <div class="search-field">
        <Icon of={Search} />
        <input
          ref={input}
          type="text"
          class="field"
          enterkeyhint="search"
          spellcheck={false}
          autocomplete="off"
          dir="auto"
          aria-label={t('searchPapers')}
          aria-describedby={notes.length > 0 ? id : undefined}
          placeholder={t('searchPapers')}
          value={query}
          onInput={(event) => onQuery(event.currentTarget.value)}
        />
        {query !== '' && (
          <IconButton
            of={X}
            label={t('clearSearch')}
            onClick={() => {
              onQuery('');
              input.current?.focus();
            }}
          />
        )}
      </div>
      {children}
      <div id={id} class="search-notes" role="status">
        {notes.map((note) => (
          <p key={note}>{note}</p>
        ))}
      </div>
    </search>
  );
}
