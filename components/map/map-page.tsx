import { Waypoints } from 'lucide';
import { useState } from 'preact/hooks';
import type { PaperKey } from '../../lib/core/paper';
import type { Translator } from '../../lib/i18n/translate';
import { Empty, Failure } from '../controls/notices';
import { StateMark } from '../marks';
import { MapCanvas } from './map-canvas';
import type { MapView } from './map-view';
import './map.css';

interface MapPageProps {
  t: Translator;
  view: MapView;
  onOpenPaper: (key: PaperKey) => void;
  onRetry: () => void;
}

/** The library as a map: related papers lie together. Beside it the same as a list. */
export function MapPage({ t, view, onOpenPaper, onRetry }: MapPageProps) {
  switch (view.kind) {
    case 'laying-out':
      return (
        <div class="page">
          <h2>{t('map')}</h2>
          <progress
            class="map-progress"
            aria-label={t('mapLayingOut')}
            max={1}
            value={view.progress}
          />
          <p class="hint" role="status">
            {t('mapLayingOut')} {t.percent(view.progress)}
          </p>
        </div>
      );
    case 'failed':
      return <Failure t={t} error={view.error} onRetry={onRetry} />;
    case 'too-few':
      return (
        <Empty of={Waypoints} title={t('mapTooFew')}>
          <p>{t('mapTooFewWhy')}</p>
        </Empty>
      );
    case 'ready':
      return <Ready {...{ t, view, onOpenPaper }} />;
  }
}

type ReadyProps = Pick<MapPageProps, 't' | 'onOpenPaper'> & {
  view: Extract<MapView, { kind: 'ready' }>;
};

function Ready({ t, view, onOpenPaper }: ReadyProps) {
  const [active, setActive] = useState<number | null>(null);
  const { papers, clusters } = view;
  const [open, setOpen] = useState<number | null>(null);
  const [list, setList] = useState<string | null>(null);
  const lists = [...new Set(papers.flatMap((paper) => paper.lists))].sort();
  return (
    <div class="map">
      <MapCanvas
        {...{ t, papers, clusters, active, list }}
        onActivate={setActive}
        onOpen={(index) => papers[index] && onOpenPaper(papers[index].key)}
      />
      <section class="map-list" aria-label={t('mapAsList')}>
        <h2>{t('map')}</h2>
        {lists.length > 0 && <ColourChoice {...{ t, lists, list }} onList={setList} />}
        {clusters.map(({ name }, cluster) => (
          <details
            key={name}
            name="map-cluster"
            onToggle={(event) => {
              if (event.currentTarget.open) setOpen(cluster);
              else setOpen((now) => (now === cluster ? null : now));
            }}
          >
            <summary>
              {name}{' '}
              <span class="count">
                {t.number(papers.filter((paper) => paper.cluster === cluster).length)}
              </span>
            </summary>
            {open === cluster && (
              <Members {...{ t, papers, cluster, onOpenPaper }} onActivate={setActive} />
            )}
          </details>
        ))}
      </section>
    </div>
  );
}

interface ColourChoiceProps {
  t: Translator;
  lists: readonly string[];
  list: string | null;
  onList: (list: string | null) => void;
}

/** How each paper stands, or where those of one list lie. */
function ColourChoice({ t, lists, list, onList }: ColourChoiceProps) {
  return (
    <label class="map-colour">
      {t('mapColours')}
      <select
        class="field"
        value={list === null ? -1 : lists.indexOf(list)}
        onChange={(event) => onList(lists[Number(event.currentTarget.value)] ?? null)}
      >
        <option value={-1}>{t('mapByState')}</option>
        {lists.map((name, index) => (
          <option key={name} value={index}>
            {name}
          </option>
        ))}
      </select>
    </label>
  );
}

/** A cluster of thousands is looked at on the map, not in a list. */
const MOST_LISTED = 200;

interface MembersProps {
  t: Translator;
  papers: ReadyProps['view']['papers'];
  cluster: number;
  onActivate: (index: number) => void;
  onOpenPaper: (key: PaperKey) => void;
}

function Members({ t, papers, cluster, onActivate, onOpenPaper }: MembersProps) {
  const members = papers.flatMap((paper, index) =>
    paper.cluster === cluster ? [{ ...paper, index }] : [],
  );
  const more = members.length - MOST_LISTED;
  return (
    <ul>
      {members.slice(0, MOST_LISTED).map(({ key, state, title, index }) => (
        <li key={key}>
          <StateMark t={t} state={state} />
          <button
            type="button"
            class="row-title"
            dir="auto"
            onFocus={() => onActivate(index)}
            onPointerEnter={() => onActivate(index)}
            onClick={() => onOpenPaper(key)}
          >
            {title}
          </button>
        </li>
      ))}
      {more > 0 && <li class="hint">{t.count('andMore', more)}</li>}
    </ul>
  );
}
