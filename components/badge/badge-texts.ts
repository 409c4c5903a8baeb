import type { Translator } from '../../lib/i18n/translate';
import type { BadgeView } from '../../lib/page/session-paper';
import { stateText } from '../state-text';

/** The room of a badge is fixed: three digits. */
const MOST_SHOWN = 999;

/** What a badge says in words: what the bookmark means or does, and what the count is of. */
export function badgeTexts(t: Translator, view: BadgeView, nowMs: number) {
  const count = Math.min(view.relatedCount, MOST_SHOWN);
  return {
    bookmark: bookmarkText(t, view, nowMs),
    related: t.count('relatedToYours', count),
    count: t.number(count),
  };
}

function bookmarkText(
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
