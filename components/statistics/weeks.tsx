import type { Translator } from '../../lib/i18n/translate';

export interface WeekView {
  /** Its first day. UTC, milliseconds. */
  readonly startMs: number;
  readonly saved: number;
  readonly read: number;
}

interface WeeksProps {
  t: Translator;
  weeks: readonly WeekView[];
  nowMs: number;
}

const WIDTH = 720;
const HALF = 80;
const GAP = 3;

/** Saved upwards, read downwards, one bar a week: whether the pile grows is seen at once. */
export function Weeks({ t, weeks, nowMs }: WeeksProps) {
  const most = Math.max(1, ...weeks.map(({ saved, read }) => Math.max(saved, read)));
  const step = WIDTH / Math.max(1, weeks.length);
  const sum = (of: 'saved' | 'read') => weeks.reduce((all, week) => all + week[of], 0);
  const bar = (index: number, value: number, direction: 1 | -1) => {
    const height = (value / most) * (HALF - 4);
    const y = direction === 1 ? HALF - 1 - height : HALF + 1;
    return { x: index * step, y, width: Math.max(1, step - GAP), height };
  };
  return (
    <section>
      <h3>{t('perWeek')}</h3>
      <figure class="weeks">
        <figcaption>
          <span class="weeks-saved">{t.count('weeksSaved', sum('saved'))}</span>
          <span class="weeks-read">{t.count('weeksRead', sum('read'))}</span>
        </figcaption>
        <svg viewBox={`0 0 ${WIDTH} ${2 * HALF}`} aria-hidden="true">
          <line x1="0" x2={WIDTH} y1={HALF} y2={HALF} class="weeks-line" />
          {weeks.map(({ startMs, saved, read }, index) => (
            <g key={startMs}>
              {saved > 0 && <rect class="weeks-saved" rx="2" {...bar(index, saved, 1)} />}
              {read > 0 && <rect class="weeks-read" rx="2" {...bar(index, read, -1)} />}
            </g>
          ))}
        </svg>
        <p class="weeks-span hint">
          <span>{weeks[0] && t.day(weeks[0].startMs, nowMs)}</span>
          <span>{t('today')}</span>
        </p>
      </figure>
      <details>
        <summary>{t('asTable')}</summary>
        <table>
          <thead>
            <tr>
              <th scope="col">{t('week')}</th>
              <th scope="col">{t('stateSaved')}</th>
              <th scope="col">{t('stateRead')}</th>
            </tr>
          </thead>
          <tbody>
            {weeks.map(({ startMs, saved, read }) => (
              <tr key={startMs}>
                <th scope="row">{t.day(startMs, nowMs)}</th>
                <td>{t.number(saved)}</td>
                <td>{t.number(read)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </details>
    </section>
  );
}
