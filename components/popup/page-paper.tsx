import { ListPlus, Star, Trash2 } from 'lucide';
import type { RefObject } from 'preact';
import { useRef, useState } from 'preact/hooks';
import type { ReadingStatus } from '../../lib/core/paper';
import type { Translator } from '../../lib/i18n/translate';
import type { Command, Keymap } from '../../lib/keyboard/keymap';
import { factLines } from '../card/fact-lines';
import { FactsList } from '../card/facts-list';
import { IconButton } from '../controls/icon-button';
import { NoteField } from '../controls/note-field';
import { PaperMenus } from '../controls/paper-menus';
import { StatusChoice } from '../controls/status-choice';
import { TagInput } from '../controls/tag-input';
import { useCommands } from '../controls/use-commands';
import { RelatedMark, StateMark } from '../marks';
import { isSaved } from '../paper-view';
import { stateLine } from '../state-text';
import type { PagePaperView } from './page-view';
import type { ThisPageProps } from './this-page-props';
import './page-paper.css';

/** One paper: what it is, how it stands, and saving it with tags and a note in one breath. */
export function PagePaper(props: ThisPageProps & { paper: PagePaperView }) {
  const { t, paper, nowMs } = props;
  return (
    <>
      <div class="scroll page-paper">
        <p class="page-paper-state">
          <StateMark t={t} state={paper.state} />
          <span aria-hidden="true">{stateText(t, paper, nowMs)}</span>
          <RelatedMark t={t} count={paper.relatedCount} />
        </p>
        <h2 dir="auto">{paper.title || paper.key}</h2>
        {paper.newerVersion && (
          <p class="page-paper-news">
            {t('newerVersion', `v${paper.newerVersion.latest}`, `v${paper.newerVersion.shown}`)}
          </p>
        )}
        <PaperMenus
          t={t}
          places={paper.places}
          onCopy={(format) => props.onCopy(paper.key, format)}
        />
        <FactsList lines={factLines(t, paper, nowMs)} />
      </div>
      {isSaved(paper) ? <SavedForm {...props} /> : <SaveForm {...props} />}
    </>
  );
}

function stateText(t: Translator, paper: PagePaperView, nowMs: number): string {
  const state = stateLine(t, paper, nowMs);
  if (!isSaved(paper) || paper.addedAtMs === undefined) return state;
  const day = t.day(paper.addedAtMs, nowMs);
  return paper.state === 'saved' ? t('savedOnDay', day) : `${state} · ${t('savedOn', day)}`;
}

/** Not saved yet: tags and note wait here until Save. */
function SaveForm(props: ThisPageProps & { paper: PagePaperView }) {
  const { t, keymap, paper, suggestTags, onSave } = props;
  const [tags, setTags] = useState<readonly string[]>(paper.tags);
  const [note, setNote] = useState(paper.note);
  const tagField = useFieldKey<HTMLInputElement>(keymap, 'tag');
  const field = useFieldKey<HTMLTextAreaElement>(keymap, 'note');
  const save = () => onSave(paper.key, { tags, note: note.trim() });
  useCommands(keymap, (command) => {
    if (command === 'save') save();
    return command === 'save';
  });
  return (
    <form
      class="paper-form"
      onSubmit={(event) => {
        event.preventDefault();
        save();
      }}
    >
      <TagInput t={t} tags={tags} suggest={suggestTags} onChange={setTags} field={tagField} />
      <NoteField {...{ t, note, field }} onChange={setNote} rows={2} onDone={save} />
      <button type="submit" class="button button-primary">
        {t('save')}
      </button>
    </form>
  );
}

/** Saved: every change is kept as it is made. */
function SavedForm(props: ThisPageProps & { paper: PagePaperView }) {
  const { t, keymap, paper } = props;
  const [note, setNote] = useState(paper.note);
  const field = useFieldKey<HTMLTextAreaElement>(keymap, 'note');
  const keepNote = () => note !== paper.note && props.onNote(paper.key, note);
  return (
    <div class="paper-form">
      <div class="control-row">
        <StatusChoice
          t={t}
          state={paper.state}
          onStatus={(status: ReadingStatus) => props.onStatus(paper.key, status)}
        />
        <IconButton
          of={Star}
          label={t('star')}
          class="star-button"
          pressed={paper.starred}
          onClick={() => props.actions.onStar(paper.key, !paper.starred)}
        />
        <IconButton
          of={ListPlus}
          label={t(paper.isQueued ? 'unqueue' : 'sortNext')}
          pressed={paper.isQueued}
          onClick={() => props.actions.onQueue(paper.key, !paper.isQueued)}
        />
        <IconButton
          of={Trash2}
          label={t('remove')}
          onClick={() => props.actions.onRemove(paper.key)}
        />
      </div>
      <TagInput
        t={t}
        tags={paper.tags}
        suggest={props.suggestTags}
        onChange={(tags) => props.onTags(paper.key, tags)}
      />
      <NoteField
        {...{ t, note, field }}
        onChange={setNote}
        rows={2}
        onDone={keepNote}
        onLeave={keepNote}
      />
      <button type="button" class="button button-quiet" onClick={() => props.onDetails(paper.key)}>
        {t('openInLibrary')}
      </button>
    </div>
  );
}

/** What has its field on this page: its key leads there. */
function useFieldKey<Field extends HTMLElement>(
  keymap: Keymap,
  key: Command,
): RefObject<Field | null> {
  const field = useRef<Field>(null);
  useCommands(keymap, (command) => {
    if (command === key) field.current?.focus();
    return command === key;
  });
  return field;
}
