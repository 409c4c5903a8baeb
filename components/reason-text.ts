import { aroundSlot, SLOT } from '../lib/i18n/slot';
import type { Translator } from '../lib/i18n/translate';
import type { Reason, RelatedSummary } from './reason';

/** More would be a paragraph, not a reason. */
const MOST_TERMS = 4;

/** "feature dictionary, superposition · by A. Autor · one cites the other". '' where none is known. */
export function reasonText(t: Translator, reason: Reason): string {
  const parts = [
    reason.terms.slice(0, MOST_TERMS).join(t('separator')),
    reason.authors.length > 0 ? t('reasonAuthors', t.list(reason.authors)) : '',
    reason.cites ? t('reasonCites') : '',
    reason.category ? t('reasonCategory', reason.category) : '',
  ];
  return parts.filter((part) => part !== '').join(' · ');
}

/** "Close to ␣ and 2 more: feature dictionary, superposition", cut where the title goes. */
export function summaryParts(t: Translator, summary: RelatedSummary) {
  const { others } = summary;
  const closeTo = others === 0 ? t('closeTo', SLOT) : t.count('closeToAndMore', others, SLOT);
  const [before, after] = aroundSlot(closeTo);
  const why = reasonText(t, summary.reason);
  return {
    before,
    title: summary.closestTitle,
    after: why === '' ? after : after + t('reasonAfter', why),
  };
}
