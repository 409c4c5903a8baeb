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
  return (
    <div class="map">
      <MapCanvas
        {...{ t, papers, clusters, active }}
        onActivate={setActive}
        onOpen={(index) => papers[index] && onOpenPaper(papers[index].key)}
      />
      <section class="map-list" aria-label={t('mapAsList')}>
        <h2>{t('map')}</h2>
        {clusters.map(({ name }, cluster) => (
          <details key={name}>
            <summary>
              {name}{' '}
              <span class="count">
                {t.number(papers.filter((paper) => paper.cluster === cluster).length)}
              </span>
            </summary>
            <ul>
              {papers.map(
                (paper, index) =>
                  paper.cluster === cluster && (
                    <li key={paper.key}>
                      <StateMark t={t} state={paper.state} />
                      <button
                        type="button"
                        class="row-title"
                        dir="auto"
                        onFocus={() => setActive(index)}
                        onPointerEnter={() => setActive(index)}
                        onClick={() => onOpenPaper(paper.key)}
                      >
                        {paper.title}
                      </button>
                    </li>
                  ),
              )}
            </ul>
          </details>
        ))}
      </section>
    </div>
  );
}
