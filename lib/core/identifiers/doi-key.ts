import type { PaperKey } from '../paper';
import { parseAclId } from './acl-id';
import { arxivKey, parseArxivId } from './arxiv-id';
import { parseDoi } from './doi';

/** With a colon it is no registered DOI, but people write it so. */
const ARXIV_DOI = /^10\.48550\/arxiv[.:]/;
const ACL_DOI = /^10\.(?:18653\/v1|3115\/v1)\//;

/**
 * The key of a DOI as a text gives it, or null where it is none. Those of arXiv and ACL papers fold.
 * Apart from the other schemes, since the script in pages needs this one alone.
 */
export function toDoiKey(text: string): PaperKey | null {
  const doi = parseDoi(text);
  if (doi === null) return null;
  const arxivId = ARXIV_DOI.test(doi) ? parseArxivId(doi.replace(ARXIV_DOI, '')) : null;
  if (arxivId) return arxivKey(arxivId);
  const aclId = ACL_DOI.test(doi) ? parseAclId(doi.replace(ACL_DOI, '')) : null;
  return (aclId ? `acl:${aclId}` : `doi:${doi}`) as PaperKey;
}
