import { Waypoints } from 'lucide';
import { useEffect, useMemo, useState } from 'preact/hooks';
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
  /** Of those that were asked for and have come. */
  titles: ReadonlyMap<PaperKey, string>;
  onNeedTitles: (keys: readonly PaperKey[]) => void;
  onOpenPaper: (key: PaperKey) => void;
  onRetry: () => void;
}

/** The library as a map: related papers lie together. Beside it the same as a list. */
export function MapPage(props: MapPageProps) {
  const { t, view, onRetry } = props;
  switch (view.kind) {
    case 'laying-out':
      return (
        <div class="page">
          <h2>{t('map')}</h2>
          <progress class="map-progress" aria-label={t('mapLayingOut')} />
          <p class="hint" role="status">
            {t('mapLayingOut')}
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
      return <Ready {...props} view={view} />;
  }
}

interface ReadyProps extends MapPageProps {
  view: Extract<MapView, { kind: 'ready' }>;
}

function Ready({ t, view, titles, onNeedTitles, onOpenPaper }: ReadyProps) {
  const [active, setActive] = useState<number | null>(null);
  const { papers, clusters, clusterOf } = view;
  const [open, setOpen] = useState<number | null>(null);
  const [list, setList] = useState<string | null>(null);
  const lists = useMemo(
    () => [...new Set(papers.flatMap((paper) => paper.lists))].sort(),
    [papers],
  );
  const sizes = useMemo(() => {
    const counts = clusters.map(() => 0);
    for (const cluster of clusterOf) counts[cluster] = (counts[cluster] ?? 0) + 1;
    return counts;
  }, [clusters, clusterOf]);
  const activeKey = active === null ? undefined : papers[active]?.id;
  useEffect(() => {
    if (activeKey) onNeedTitles([activeKey]);
  }, [activeKey]);
  return (
    <div class="map">
      <MapCanvas
        {...{ t, view, active, list }}
        title={activeKey && titles.get(activeKey)}
        onActivate={setActive}
        onOpen={(index) => papers[index] && onOpenPaper(papers[index].id)}
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
              {name} <span class="count">{t.number(sizes[cluster] ?? 0)}</span>
            </summary>
            {open === cluster && (
              <Members
                {...{ t, view, cluster, titles, onNeedTitles, onOpenPaper }}
                onActivate={setActive}
              />
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

interface MembersProps extends Pick<MapPageProps, 't' | 'titles' | 'onNeedTitles' | 'onOpenPaper'> {
  view: ReadyProps['view'];
  cluster: number;
  onActivate: (index: number) => void;
}

function Members(props: MembersProps) {
  const { t, view, cluster, titles, onNeedTitles, onActivate, onOpenPaper } = props;
  const { papers, clusterOf } = view;
  const members = useMemo(
    () =>
      papers.flatMap((paper, index) => (clusterOf[index] === cluster ? [{ ...paper, index }] : [])),
    [papers, clusterOf, cluster],
  );
  const listed = members.slice(0, MOST_LISTED);
  const more = members.length - listed.length;
  useEffect(() => onNeedTitles(listed.map(({ id }) => id)), [members]);
  return (
    <ul>
      {listed.map(({ id, state, index }) => (
        <li key={id}>
          <StateMark t={t} state={state} />
          <button
            type="button"
            class="row-title"
            dir="auto"
            onFocus={() => onActivate(index)}
            onPointerEnter={() => onActivate(index)}
            onClick={() => onOpenPaper(id)}
          >
            {titles.get(id) ?? t('loading')}
          </button>
        </li>
      ))}
      {more > 0 && <li class="hint">{t.count('andMore', more)}</li>}
    </ul>
  );
}
