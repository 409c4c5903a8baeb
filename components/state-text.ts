import type { PaperState } from '../lib/core/paper';
import type { MessageName, Translator } from '../lib/i18n/translate';

const WORDS: Readonly<Record<PaperState, MessageName>> = {
  new: 'stateNew',
  seen: 'stateSeen',
  saved: 'stateSaved',
  reading: 'stateReading',
  read: 'stateRead',
};

/** How a paper stands with its reader, in a word. */
export function stateText(t: Translator, state: PaperState): string {
  return t(WORDS[state]);
}

/** The same as a line of its own: "Seen on 3 March" where the day is known. */
export function stateLine(
  t: Translator,
  { state, seenAtMs }: { readonly state: PaperState; readonly seenAtMs?: number },
  nowMs: number,
): string {
  const isDated = state === 'seen' && seenAtMs !== undefined;
  return isDated ? t('seenOn', t.day(seenAtMs, nowMs)) : stateText(t, state);
}
