import { BookmarkPlus, Check, EyeOff, ListPlus, Star, StickyNote, Trash2 } from 'lucide';
import type { Translator } from '../../lib/i18n/translate';
import { IconButton } from '../controls/icon-button';
import { Icon, RelatedMark, StateMark } from '../marks';
import { isSaved, type PaperActions, type PaperView } from '../paper-view';
import { reasonText } from '../reason-text';
import { bylineText } from './byline';
import { RowCheck, RowTitle } from './row-parts';
import './paper-row.css';

export interface PaperRowProps {
  t: Translator;
  paper: PaperView;
  actions: PaperActions;
  /** The one row of the list that Tab reaches. */
  isActive: boolean;
  /** Absent where papers cannot be chosen. */
  selection?: { readonly isSelected: boolean; readonly onToggle: (range: boolean) => void };
  /** Where the row can be moved. */
  grip?: preact.VNode | undefined;
  /** In place of "Remove" for papers that are only offered. */
  onDismiss?: () => void;
}

/** Marks at the left, two lines of title at most, one line of authors · year · venue. */
export function PaperRow(props: PaperRowProps) {
  const { t, paper, actions, isActive, selection, onDismiss, grip } = props;
  const title = paper.title || paper.key;
  return (
    <div
      class={`row ${isActive ? 'row-active' : ''} ${selection?.isSelected ? 'row-selected' : ''}`}
    >
      {grip}
      <div class="row-marks">
        <StateMark t={t} state={paper.state} />
        {selection && <RowCheck {...{ t, title, isActive }} {...selection} />}
      </div>
      <div class="row-text">
        <RowTitle
          class="row-title"
          {...{ title, isActive }}
          matches={paper.titleMatches}
          onOpen={() => actions.onDetails(paper.key)}
        />
        <p class="row-byline">
          {paper.starred && (
            <span class="row-starred" title={t('starred')}>
              <Icon of={Star} sizePx={12} />
              <span class="visually-hidden">{t('starred')}</span>
            </span>
          )}
          {paper.hasNote && (
            <span title={t('hasNote')}>
              <Icon of={StickyNote} sizePx={12} />
              <span class="visually-hidden">{t('hasNote')}</span>
            </span>
          )}
          <span class="row-by" dir="auto">
            {bylineText(t, paper)}
          </span>
          {paper.tags.map((tag) => (
            <span class="row-tag" key={tag}>
              {tag}
            </span>
          ))}
          {!isSaved(paper) && <RelatedMark t={t} count={paper.relatedCount} />}
        </p>
        {paper.reason && <p class="row-reason">{reasonText(t, paper.reason)}</p>}
      </div>
      <RowActions {...{ t, paper, actions, isActive }} {...(onDismiss && { onDismiss })} />
    </div>
  );
}

type RowActionsProps = Pick<PaperRowProps, 't' | 'paper' | 'actions' | 'isActive' | 'onDismiss'>;

function RowActions({ t, paper, actions, isActive, onDismiss }: RowActionsProps) {
  const tabIndex = isActive ? 0 : -1;
  const button = (of: typeof Star, label: string, onClick: () => void, pressed?: boolean) => (
    <IconButton {...{ of, label, onClick, tabIndex }} {...(pressed !== undefined && { pressed })} />
  );
  const { key, state, starred, isQueued } = paper;
  if (!isSaved(paper)) {
    return (
      <div class="row-actions row-actions-shown">
        {button(BookmarkPlus, t('save'), () => actions.onSave(key))}
        {onDismiss && button(EyeOff, t('dismiss'), onDismiss)}
      </div>
    );
  }
  return (
    <div class="row-actions">
      {button(
        Check,
        t(state === 'read' ? 'markUnread' : 'markRead'),
        () => actions.onMarkRead(key, state !== 'read'),
        state === 'read',
      )}
      {button(Star, t('star'), () => actions.onStar(key, !starred), starred)}
      {button(
        ListPlus,
        t(isQueued ? 'unqueue' : 'sortNext'),
        () => actions.onQueue(key, !isQueued),
        isQueued,
      )}
      {button(StickyNote, t('note'), () => actions.onNote(key))}
      {button(Trash2, t('remove'), () => actions.onRemove(key))}
    </div>
  );
}
