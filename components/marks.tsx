import { h } from 'preact';
import type { PaperState } from '../lib/core/paper';
import type { Translator } from '../lib/i18n/translate';
import { DRAWING_ATTRIBUTES, type Drawing, RELATED_MARK, STATE_MARKS } from './mark-shapes';
import { stateText } from './state-text';
import './marks.css';

/** A drawing of ours or of Lucide's. Decoration: what it means is said in words beside it. */
export function Icon({
  of,
  sizePx = 16,
  class: name,
}: {
  of: Drawing;
  sizePx?: number;
  class?: string;
}) {
  return (
    <svg
      class={`icon ${name ?? ''}`}
      width={sizePx}
      height={sizePx}
      {...DRAWING_ATTRIBUTES}
      aria-hidden="true"
    >
      {of.map(([tag, attributes], index) => h(tag, { key: index, ...attributes }))}
    </svg>
  );
}

/** The bookmark of a state, named for those who do not see it. */
export function StateMark({ t, state }: { t: Translator; state: PaperState }) {
  return (
    <span class={`mark mark-${state}`} title={stateText(t, state)}>
      <Icon of={STATE_MARKS[state]} />
      <span class="visually-hidden">{stateText(t, state)}</span>
    </span>
  );
}

/** "⚬ 3": related to three saved papers. Nothing where there are none. */
export function RelatedMark({ t, count }: { t: Translator; count: number }) {
  if (count === 0) return null;
  return (
    <span class="related-mark" title={t.count('relatedToYours', count)}>
      <Icon of={RELATED_MARK} sizePx={14} />
      <span aria-hidden="true">{t.number(count)}</span>
      <span class="visually-hidden">{t.count('relatedToYours', count)}</span>
    </span>
  );
}
