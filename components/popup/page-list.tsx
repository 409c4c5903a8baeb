import { useRef, useState } from 'preact/hooks';
import type { PaperKey } from '../../lib/core/paper';
import { useCommands } from '../controls/use-commands';
import { runListCommand } from '../paper-list/list-commands';
import { crossByArrow } from '../paper-list/list-view';
import { PaperList } from '../paper-list/paper-list';
import { selectRange, toggled } from '../paper-list/selection';
import { isSaved, type PaperView } from '../paper-view';
import type { ThisPageProps } from './this-page-props';
import './page-list.css';

/** The papers of a listing: how many, how many saved, and saving those that are chosen. */
export function PageList(props: ThisPageProps & { papers: readonly PaperView[] }) {
  const { t, papers } = props;
  const field = useRef<HTMLInputElement>(null);
  const [filter, setFilter] = useState('');
  const [selected, setSelected] = useState<ReadonlySet<PaperKey>>(new Set());
  const [activeIndex, setActive] = useState(0);
  const [anchor, setAnchor] = useState(0);

  const wanted = filter.trim().toLocaleLowerCase(t.language);
  const shown = papers.filter((paper) => contains(paper, wanted, t.language));
  const savedCount = papers.filter(isSaved).length;
  const chosen = papers.filter((paper) => selected.has(paper.key) && !isSaved(paper));

  // Saved papers may leave as well.
  const ticked = papers.filter(({ key }) => selected.has(key));
  const leaving = ticked.length > 0 ? ticked : shown;
  const exportLeaving = () => props.onExport(leaving.map(({ key }) => key));

  const onSelect = (index: number, isRange: boolean) => {
    const paper = shown[index];
    if (!paper) return;
    const keys = shown.map(({ key }) => key);
    setSelected(
      isRange ? selectRange(selected, keys, anchor, index) : toggled(selected, paper.key),
    );
    setAnchor(index);
  };
  const onSelectBoth = (one: number, other: number) => {
    const keys = shown.map(({ key }) => key);
    setSelected(selectRange(selected, keys, one, other));
    setAnchor(other);
  };
  const saveChosen = () => {
    props.onSaveMany(chosen.map(({ key }) => key));
    setSelected(new Set());
  };
  useCommands(props.keymap, (command, event) => {
    if (crossByArrow(event, field.current, { activeIndex, onActivate: setActive })) return true;
    if (command === 'search') field.current?.focus();
    else if (command === 'close' && selected.size > 0) setSelected(new Set());
    else if (command === 'close' && filter !== '') setFilter('');
    else if (command === 'export') exportLeaving();
    else if (command === 'save' && chosen.length > 0) saveChosen();
    else
      return runListCommand(command, {
        ...{ activeIndex, onSelect, onSelectBoth, count: shown.length, actions: props.actions },
        paper: shown[activeIndex],
        onActivate: setActive,
      });
    return true;
  });
  const selectShown = () => {
    const open = shown.filter((paper) => !isSaved(paper)).map(({ key }) => key);
    setSelected(chosen.length > 0 ? new Set() : new Set(open));
  };

  return (
    <>
      <div class="page-list-head">
        <h2>{t.count('papersFound', papers.length, savedCount)}</h2>
        <input
          type="search"
          ref={field}
          class="field"
          aria-label={t('filterPapers')}
          placeholder={t('filterPapers')}
          value={filter}
          onInput={(event) => setFilter(event.currentTarget.value)}
        />
      </div>
      {shown.length === 0 ? (
        <p class="page-list-none hint" role="status">
          {t('noneFit', filter)}
        </p>
      ) : (
        <PaperList
          t={t}
          label={t('tabPage')}
          count={shown.length}
          paperAt={(index) => shown[index]}
          activeIndex={activeIndex}
          onActivate={setActive}
          selected={selected}
          onSelect={onSelect}
          actions={props.actions}
        />
      )}
      <div class="bar">
        <button type="button" class="button button-quiet" onClick={selectShown}>
          {chosen.length > 0 ? t('selectNone') : t('selectAll')}
        </button>
        <span class="grow" />
        <button type="button" class="button button-quiet" onClick={exportLeaving}>
          {t('export')}
        </button>
        <button
          type="button"
          class="button button-primary"
          disabled={chosen.length === 0}
          onClick={saveChosen}
        >
          {chosen.length === 0 ? t('saveSelected') : t.count('saveCount', chosen.length)}
        </button>
      </div>
    </>
  );
}

function contains(paper: PaperView, wanted: string, language: string): boolean {
  const text = [paper.title, ...paper.authors.map(({ name }) => name)].join('\n');
  return text.toLocaleLowerCase(language).includes(wanted);
}
