import type { Translator } from '../../lib/i18n/translate';

export interface TopicView {
  readonly name: string;
  /** Papers saved in each period, oldest first. */
  readonly counts: readonly number[];
}

interface TopicsProps {
  t: Translator;
  topics: readonly TopicView[];
  periods: readonly string[];
}

const WIDTH = 240;
const HEIGHT = 28;

/** One small line for each topic, all on one scale, so that they can be compared. */
export function Topics({ t, topics, periods }: TopicsProps) {
  const most = Math.max(1, ...topics.flatMap(({ counts }) => counts));
  return (
    <section>
      <h3>{t('topics')}</h3>
      {topics.length === 0 && <p class="hint">{t('noTopics')}</p>}
      <ul class="topics" aria-hidden="true">
        {topics.map(({ name, counts }) => (
          <li key={name}>
            <span dir="auto">{name}</span>
            <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} preserveAspectRatio="none" aria-hidden="true">
              <path d={linePath(counts, most)} vector-effect="non-scaling-stroke" />
            </svg>
            <span class="count">{t.number(counts.reduce((sum, count) => sum + count, 0))}</span>
          </li>
        ))}
      </ul>
      <details>
        <summary>{t('asTable')}</summary>
        <div class="topics-table">
          <table>
            <thead>
              <tr>
                <th scope="col">{t('topic')}</th>
                {periods.map((period) => (
                  <th key={period} scope="col">
                    {period}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {topics.map(({ name, counts }) => (
                <tr key={name}>
                  <th scope="row">{name}</th>
                  {counts.map((count, index) => (
                    <td key={periods[index]}>{t.number(count)}</td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      </details>
    </section>
  );
}

/** The line of a topic's counts, from the left edge to the right. */
export function linePath(counts: readonly number[], most: number): string {
  const step = WIDTH / Math.max(1, counts.length - 1);
  return counts
    .map((count, index) => {
      const y = HEIGHT - 2 - (count / most) * (HEIGHT - 4);
      return `${index === 0 ? 'M' : 'L'}${(index * step).toFixed(1)} ${y.toFixed(1)}`;
    })
    .join('');
}
