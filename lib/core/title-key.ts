import { fnv1a64 } from './hash';
import type { PaperKey } from './paper';
import { surname } from './surnames';
import { titleWords } from './title-words';

/**
 * The key of a paper without any identifier: `t:` and a hash of its folded title, the first
 * author's family name and the year. Equal keys are the same paper; unequal ones may be, too
 * (same-paper.ts). Stored, so the folding may change only with a migration.
 */
export function titleKey(title: string, firstAuthor?: string, year?: number): PaperKey {
  const words = titleWords(title).join(' ');
  // A title of signs only ("∀∃", "🌳") is still a title.
  const name = words === '' ? title.normalize('NFC').trim().toLowerCase() : words;
  return `t:${fnv1a64([name, surname(firstAuthor ?? ''), year ?? ''].join('\n'))}` as PaperKey;
}
