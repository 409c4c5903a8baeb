import type { ExchangePaper } from '../core/exchange';
import type { PaperType } from '../core/paper';

/** Whether a paper is cited as published, and as what. */

/** Registrants of preprint servers: arXiv, bioRxiv (both), Research Square, OSF, SSRN, Zenodo, … */
const PREPRINT_DOI =
  /^10\.(?:48550|1101|64898|21203|31234|31219|31235|26434|20944|36227|2139|22541|5281)\//;
const PREPRINT_SERVER =
  /\b(?:arxiv|corr|biorxiv|medrxiv|chemrxiv|ssrn|research square)\b|preprint/i;
const JOURNAL = /\b(?:journal|transactions|letters|annals|review|national academy)\b/i;
const PROCEEDINGS =
  /proceedings|\bproc\b|conference|\bconf\b|workshop|symposium|advances in neural|\b(?:neurips|nips|icml|iclr|cvpr|iccv|eccv|wacv|acl|emnlp|naacl|eacl|coling|aaai|ijcai|kdd|sigir|www|colt|uai|aistats|interspeech|icassp|chi|siggraph|corl|icra|iros|rss|stoc|focs|soda|sosp|osdi|usenix)\b/i;

/**
 * The type given; where that is "preprint" or nothing, a venue with a DOI of its publisher, or a
 * venue alone where no type is given, makes it a paper of that journal or conference.
 */
export function citationType(paper: ExchangePaper, doi: string): PaperType {
  const { type, venue = '' } = paper;
  if (type && type !== 'preprint') return type;
  const hasVenue = venue.trim() !== '' && !PREPRINT_SERVER.test(venue);
  const hasPublisherDoi = doi !== '' && !isPreprintDoi(doi);
  if (!hasVenue || (type === 'preprint' && !hasPublisherDoi)) return 'preprint';
  return PROCEEDINGS.test(venue) && !JOURNAL.test(venue) ? 'conference-paper' : 'journal-article';
}

export function isPreprintDoi(doi: string): boolean {
  return PREPRINT_DOI.test(doi);
}
