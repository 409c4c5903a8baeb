import type { BadgeView } from '../../lib/core/badge-view';
import type { Translator } from '../../lib/i18n/translate';
import { stateText } from '../state-text';

/** The room of a badge is fixed: three digits. */
const MOST_SHOWN = 999;

/** What the count of related papers shows, and what it is of. */
export function relatedTexts(t: Translator, { relatedCount }: BadgeView) {
  const count = Math.min(relatedCount, MOST_SHOWN);
  return { count: t.number(count), meaning: t.count('relatedToYours', count) };
}

/** What the bookmark means or does. */
export function bookmarkText(
  t: Translator,
  { state, seenAtMs, failed, busy, chosen }: BadgeView,
  nowMs: number,
) {
  if (failed !== undefined) return failed;
  if (busy) return t('saving');
  if (chosen !== undefined) return t('select');
  if (state === 'new') return t('save');
  if (state !== 'seen') return stateText(t, state);
  return seenAtMs === undefined ? t('saveSeen') : t('saveSeenOn', t.day(seenAtMs, nowMs));
}
