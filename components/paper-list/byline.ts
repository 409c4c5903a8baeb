import type { Translator } from '../../lib/i18n/translate';
import type { PaperView } from '../paper-view';

const MOST_NAMES = 3;

/** "Beispiel, Muster and 9 others · 2031 · Journal of Margins"; what is not known is left out. */
export function bylineText(t: Translator, paper: PaperView): string {
  const parts = [namesText(t, paper), paper.date?.slice(0, 4) ?? '', paper.venue ?? ''];
  return parts.filter((part) => part !== '').join(' · ');
}

function namesText(t: Translator, { authors, authorCount }: PaperView): string {
  const total = Math.max(authorCount ?? 0, authors.length);
  if (authors.length === 0) return total > 0 ? t.count('authorCount', total) : '';
  const names = authors.slice(0, total > MOST_NAMES ? 2 : MOST_NAMES).map(shortName);
  const others = total - names.length;
  const shown = names.join(t('separator'));
  return others > 0 ? t.count('andOthers', others, shown) : shown;
}

/** The family name where it is known; otherwise the whole name, since guessing it goes wrong. */
function shortName({ name, family }: PaperView['authors'][number]): string {
  return family ?? name;
}
