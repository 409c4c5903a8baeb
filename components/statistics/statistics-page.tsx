import { ChartColumn } from 'lucide';
import type { ErrorData } from '../../lib/core/errors';
import type { PaperKey } from '../../lib/core/paper';
import type { Translator } from '../../lib/i18n/translate';
import { Empty, Failure, Loading } from '../controls/notices';
import { Topics, type TopicView } from './topics';
import { Weeks, type WeekView } from './weeks';
import './statistics.css';

export interface OldestView {
  readonly key: PaperKey;
  readonly title: string;
  readonly addedAtMs: number;
}

export type StatisticsView =
  | { readonly kind: 'loading' }
  | { readonly kind: 'failed'; readonly error: ErrorData }
  | {
      readonly kind: 'ready';
      /** Oldest week first, none left out. */
      readonly weeks: readonly WeekView[];
      /** Still to read, the longest waiting first. */
      readonly oldest: readonly OldestView[];
      readonly topics: readonly TopicView[];
      /** What the counts of a topic are of: "2030 Q1", … */
      readonly periods: readonly string[];
    };

interface StatisticsPageProps {
  t: Translator;
  view: StatisticsView;
  nowMs: number;
  onOpenPaper: (key: PaperKey) => void;
  onRetry: () => void;
}

type ReadyView = Extract<StatisticsView, { kind: 'ready' }>;

/** Saved and read per week, what waits longest, topics over time; each also as a table. */
export function StatisticsPage(props: StatisticsPageProps) {
  const { t, view, onRetry } = props;
  return (
    <div class="scroll page statistics">
      <h2>{t('statistics')}</h2>
      {view.kind === 'loading' && <Loading t={t} />}
      {view.kind === 'failed' && <Failure t={t} error={view.error} onRetry={onRetry} />}
      {view.kind === 'ready' &&
        (isEmpty(view) ? (
          <Empty of={ChartColumn} title={t('emptyList')}>
            <p>{t('emptyListWhy')}</p>
          </Empty>
        ) : (
          <Ready {...props} view={view} />
        ))}
    </div>
  );
}

function isEmpty({ weeks, topics, oldest }: ReadyView): boolean {
  const isIdle = weeks.every(({ saved, read }) => saved + read === 0);
  return isIdle && topics.length === 0 && oldest.length === 0;
}

function Ready({ t, view, nowMs, onOpenPaper }: StatisticsPageProps & { view: ReadyView }) {
  return (
    <>
      <Weeks t={t} weeks={view.weeks} nowMs={nowMs} />
      <Topics t={t} topics={view.topics} periods={view.periods} />
      <section>
        <h3>{t('oldestUnread')}</h3>
        {view.oldest.length === 0 && <p class="hint">{t('noneWaiting')}</p>}
        <ol class="statistics-oldest">
          {view.oldest.map(({ key, title, addedAtMs }) => (
            <li key={key}>
              <time datetime={new Date(addedAtMs).toISOString()}>{t.day(addedAtMs, nowMs)}</time>
              <button type="button" class="row-title" dir="auto" onClick={() => onOpenPaper(key)}>
                {title}
              </button>
            </li>
          ))}
        </ol>
      </section>
    </>
  );
}
