import { ListPlus, Star, Trash2 } from 'lucide';
import type { RefObject } from 'preact';
import { useRef } from 'preact/hooks';
import type { PaperKey } from '../../lib/core/paper';
import type { Translator } from '../../lib/i18n/translate';
import { factLines } from '../card/fact-lines';
import { FactsList } from '../card/facts-list';
import { IconButton } from '../controls/icon-button';
import { Failure, Loading } from '../controls/notices';
import { PaperMenus } from '../controls/paper-menus';
import { StatusChoice } from '../controls/status-choice';
import { TagInput } from '../controls/tag-input';
import { useFocus } from '../controls/use-focus';
import type { CopyFormat } from '../copy-formats';
import { StateMark } from '../marks';
import { bylineText } from '../paper-list/byline';
import { isSaved } from '../paper-view';
import { reasonText } from '../reason-text';
import { Duplicates } from './duplicates';
import { FormulaText } from './formula-text';
import type { DetailActions, DetailView, PaperDetail } from './library-view';
import { EarlyNote, type EarlyText, NoteEditor } from './note-editor';
import { OtherNotes } from './other-notes';
import { PaperHistory } from './paper-history';
import './detail.css';

interface DetailProps extends DetailActions {
  t: Translator;
  view: DetailView;
  nowMs: number;
  suggestTags: (typed: string) => readonly string[];
  suggestLists: (typed: string) => readonly string[];
  /** Where the cursor goes when a paper opens: into its note, or to its title so that keys act on it. */
  focusOn?: 'note' | 'title';
  onOpenPaper: (key: PaperKey) => void;
  onCopy: (key: PaperKey, format: CopyFormat) => void;
  onRetry: () => void;
}

/** Everything known of one paper, and everything its reader made of it. */
export function Detail(props: DetailProps) {
  const { t, view } = props;
  // Kept from the moment the note was asked for until it is there.
  const early = useRef<EarlyText>(null);
  switch (view.kind) {
    case 'none':
      return null;
    case 'loading':
      return (
        <>
          {props.focusOn === 'note' && (
            <EarlyNote key={view.key} t={t} paperKey={view.key} early={early} />
          )}
          <Loading t={t} />
        </>
      );
    case 'failed':
      return <Failure t={t} error={view.error} onRetry={props.onRetry} />;
    case 'ready':
      return <Ready key={view.paper.key} {...props} paper={view.paper} early={early} />;
  }
}

interface ReadyProps extends DetailProps {
  paper: PaperDetail;
  early: RefObject<EarlyText | null>;
}

function Ready(props: ReadyProps) {
  const { t, paper, nowMs } = props;
  const { key } = paper;
  const heading = useRef<HTMLHeadingElement>(null);
  useFocus(heading, props.focusOn === 'title');
  return (
    <article class="detail">
      <h2 dir="auto" tabIndex={-1} ref={heading}>
        <FormulaText text={paper.title || key} />
      </h2>
      <p class="hint" dir="auto">
        {bylineText(t, paper)}
      </p>
      {isSaved(paper) ? (
        <OwnControls {...props} />
      ) : (
        <button type="button" class="button button-primary" onClick={() => props.onSave(key)}>
          {t('save')}
        </button>
      )}
      <PaperMenus t={t} places={paper.places} onCopy={(format) => props.onCopy(key, format)} />
      <div class="detail-sets">
        <span aria-hidden="true">{t('tags')}</span>
        <TagInput
          t={t}
          tags={paper.tags}
          suggest={props.suggestTags}
          onChange={(tags) => props.onTags(key, tags)}
        />
        <span aria-hidden="true">{t('lists')}</span>
        <TagInput
          t={t}
          label={t('lists')}
          placeholder={t('addToLists')}
          tags={paper.lists}
          suggest={props.suggestLists}
          onChange={(lists) => props.onLists(key, lists)}
        />
      </div>
      <NoteEditor
        t={t}
        paperKey={key}
        note={paper.note}
        isWriting={props.focusOn === 'note'}
        early={props.early}
        onNote={(note) => props.onNote(key, note)}
      />
      <OtherNotes t={t} paper={paper} onNote={(note) => props.onNote(key, note)} />
      <Duplicates {...props} />
      {paper.abstract && (
        <section>
          <h3>{t('abstract')}</h3>
          <p class="detail-abstract" dir="auto">
            <FormulaText text={paper.abstract} />
          </p>
        </section>
      )}
      <Facts t={t} paper={paper} nowMs={nowMs} />
      <RelatedPapers {...props} />
      <PaperHistory t={t} entries={paper.history} nowMs={nowMs} />
    </article>
  );
}

/** How a saved paper stands, changed at once. */
function OwnControls({ t, paper, ...props }: ReadyProps) {
  const { key } = paper;
  return (
    <div class="control-row">
      <StatusChoice t={t} state={paper.state} onStatus={(status) => props.onStatus(key, status)} />
      <IconButton
        of={Star}
        label={t('star')}
        class="star-button"
        pressed={paper.starred}
        onClick={() => props.onStar(key, !paper.starred)}
      />
      <IconButton
        of={ListPlus}
        label={t(paper.isQueued ? 'unqueue' : 'sortNext')}
        pressed={paper.isQueued}
        onClick={() => props.onQueue(key, !paper.isQueued)}
      />
      <IconButton of={Trash2} label={t('remove')} onClick={() => props.onRemove(key)} />
    </div>
  );
}

function Facts({ t, paper, nowMs }: { t: Translator; paper: PaperDetail; nowMs: number }) {
  const identifiers = paper.identifiers.map(({ scheme, value, url }) => ({
    label: scheme,
    value,
    url,
  }));
  const key = paper.citationKey ? [{ label: t('citationKey'), value: paper.citationKey }] : [];
  // The DOI stands among the identifiers already.
  const { doi: _, ...facts } = paper.facts;
  const lines = [...factLines(t, { ...paper, facts }, nowMs), ...identifiers, ...key];
  return (
    <section>
      <h3>{t('facts')}</h3>
      <FactsList lines={lines} />
    </section>
  );
}

function RelatedPapers({ t, paper, onOpenPaper }: DetailProps & { paper: PaperDetail }) {
  return (
    <section>
      <h3>{t('tabRelated')}</h3>
      {paper.related === undefined && <Loading t={t} rows={2} />}
      {paper.related?.length === 0 && <p class="hint">{t('relatedToPageNone')}</p>}
      <ul class="detail-related">
        {paper.related?.map((other) => (
          <li key={other.key}>
            <StateMark t={t} state={other.state} />
            <div>
              <button
                type="button"
                class="row-title"
                dir="auto"
                onClick={() => onOpenPaper(other.key)}
              >
                {other.title}
              </button>
              {other.reason && <p class="hint">{reasonText(t, other.reason)}</p>}
            </div>
          </li>
        ))}
      </ul>
    </section>
  );
}
