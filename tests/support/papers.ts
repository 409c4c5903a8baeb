import type { PaperCandidate, PaperKey } from '../../lib/core/paper';

let made = 0;

/** A candidate of an arXiv page, with whatever the test is about laid over it. */
export function makeCandidate(over: Partial<PaperCandidate> = {}): PaperCandidate {
  made += 1;
  const key = over.key ?? (`arxiv:3101.${String(made).padStart(5, '0')}` as PaperKey);
  return {
    key,
    ids: [key],
    source: 'arxiv-list',
    title: `Toy models dream of sheep, part ${made}`,
    authors: [{ name: 'Ada Example' }, { name: 'Bo van der Beispiel' }],
    abstract: 'We show that toy models dream.',
    date: '2031-01-02',
    ...over,
  };
}

export function key(text: string): PaperKey {
  return text as PaperKey;
}
