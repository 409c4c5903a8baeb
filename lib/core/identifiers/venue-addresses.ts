import type { AddressRule } from './address-rules';

const OPENREVIEW = /^(?:api2?\.)?openreview\.net$/;
const ACL =
  /^(?:preview\.)?aclanthology\.(?:org|info|coli\.uni-saarland\.de)$|^(?:anthology\.)?aclweb\.org$|^acl\.ldc\.upenn\.edu$/;
const NEURIPS = /^(?:papers|proceedings|datasets-benchmarks-proceedings)\.(?:nips|neurips)\.cc$/;
const PMLR = /^proceedings\.mlr\.press$/;
const PMLR_BEFORE_2017 = /^jmlr\.(?:org|csail\.mit\.edu)$/;
const CVF = /^(?:openaccess\.thecvf\.com|cv-foundation\.org)$/;
const EPRINT = /^(?:eprint\.iacr\.org|ia\.cr)$/;

/** Conference proceedings and archives that number papers themselves. */
export const VENUE_ADDRESSES: readonly AddressRule[] = [
  {
    hosts: OPENREVIEW,
    scheme: 'openreview',
    kind: 'paper',
    path: /^\/(?:forum|revisions)\?(.+)$/,
    params: ['id'],
  },
  {
    hosts: OPENREVIEW,
    scheme: 'openreview',
    kind: 'pdf',
    path: /^\/(?:references\/)?pdf\?(.+)$/,
    params: ['id'],
  },
  {
    hosts: OPENREVIEW,
    scheme: 'openreview',
    kind: 'pdf',
    path: /^\/attachment\?(.+)&\w*pdf$/,
    params: ['id', 'name'],
  },
  {
    hosts: OPENREVIEW, // supplements, code
    scheme: 'openreview',
    kind: 'paper',
    path: /^\/attachment\?(.+)$/,
    params: ['id'],
  },
  { hosts: ACL, scheme: 'acl', kind: 'pdf', path: /^(?:\/.*)?\/([^/]+?)(?:v\d)?\.pdf$/i },
  {
    hosts: ACL,
    scheme: 'acl',
    kind: 'paper',
    path: /^(?:\/.*)?\/([^/]+?)(?:\.(?:bib|xml|endf|html))?$/i,
  },
  {
    hosts: NEURIPS,
    scheme: 'neurips',
    kind: 'pdf',
    path: /\/(?:hash|file)\/([0-9a-f]{32})-Paper[\w-]*\.pdf$/i,
  },
  {
    hosts: NEURIPS, // supplements carry the hash too, but are not the paper
    scheme: 'neurips',
    kind: 'paper',
    path: /\/(?:hash|file)\/([0-9a-f]{32})-(?!Supplement)[a-z][\w-]*\.(?:html|bib|json)$/i,
  },
  {
    hosts: PMLR,
    scheme: 'pmlr',
    kind: 'pdf',
    path: /^\/([vr]\d+)\/(?:[^/]+\/)?([^/]+?)(?<!-supp)\.pdf$/i,
  },
  { hosts: PMLR, scheme: 'pmlr', kind: 'paper', path: /^\/([vr]\d+)\/([^/]+?)(?:\.html)?$/i },
  {
    hosts: PMLR_BEFORE_2017,
    scheme: 'pmlr',
    kind: 'pdf',
    path: /^\/proceedings\/papers\/([vr]\d+)\/(?:[^/]+\/)?([^/]+?)(?<!-supp)\.pdf$/i,
  },
  {
    hosts: PMLR_BEFORE_2017,
    scheme: 'pmlr',
    kind: 'paper',
    path: /^\/proceedings\/papers\/([vr]\d+)\/([^/]+?)\.html$/i,
  },
  {
    hosts: /^raw\.githubusercontent\.com$/, // PDFs of volumes since 2022
    scheme: 'pmlr',
    kind: 'pdf',
    path: /^\/mlresearch\/([vr]\d+)\/(?:.+\/)?assets\/([^/]+)\/\2\.pdf$/i,
  },
  {
    hosts: /^github\.com$/,
    scheme: 'pmlr',
    kind: 'pdf',
    path: /^\/mlresearch\/([vr]\d+)\/(?:raw|blob)\/(?:.+\/)?assets\/([^/]+)\/\2\.pdf$/i,
  },
  {
    hosts: CVF,
    scheme: 'cvf',
    kind: 'pdf',
    path: /^(?:\/openaccess)?\/content\w*\/(?:.+\/)?papers\/(?:.+\/)?([^/]+_paper)\.pdf$/i,
  },
  {
    hosts: CVF,
    scheme: 'cvf',
    kind: 'paper',
    path: /^(?:\/openaccess)?\/content\w*\/(?:.+\/)?html\/(?:.+\/)?([^/]+_paper)\.html$/i,
  },
  {
    hosts: /^ecva\.net$/,
    scheme: 'cvf',
    kind: 'paper',
    path: /^\/papers\/eccv_\d{4}\/papers_ECCV\/html\/([^/]+_paper)\.(?:php|html)$/i,
  },
  {
    hosts: EPRINT,
    scheme: 'eprint',
    kind: 'pdf',
    path: /^\/(?:archive\/)?(\d{4})\/(\d+)(?:\/[\d:]+)?\.pdf$/i,
  },
  {
    hosts: EPRINT,
    scheme: 'eprint',
    kind: 'paper',
    path: /^\/(?:archive\/)?(\d{4})\/(\d+)(?:\/[\d:]+)?(?:\.ps)?$/i,
  },
];
