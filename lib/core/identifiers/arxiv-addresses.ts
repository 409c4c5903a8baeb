import type { AddressRule } from './address-rules';

const ARXIV =
  /^(?:(?:export|browse|beta|lanl|xxx|aps|static|[a-z]{2})\.)?arxiv\.org$|^xxx\.lanl\.gov$/;
const ALPHAXIV = /^alphaxiv\.org$/;
const PAPERS_COOL = /^papers\.cool$/;

/** arXiv, its mirrors, and the reading sites that name papers by arXiv id. */
export const ARXIV_ADDRESSES: readonly AddressRule[] = [
  { hosts: ARXIV, scheme: 'arxiv', kind: 'pdf', path: /^\/pdf\/(.+?)(?:\.pdf)?$/i },
  {
    hosts: ARXIV,
    scheme: 'arxiv',
    kind: 'paper',
    path: /^\/(?:abs|html|format|other|bibtex|tb|ps|dvi|e-print|src)\/(.+?)(?:\/index\.html)?$/i,
  },
  {
    hosts: ARXIV, // the PDF cache, whose links stand in older lists of references
    scheme: 'arxiv',
    kind: 'pdf',
    path: /^\/(?:ftp|ps_cache)\/arxiv\/(?:papers|pdf)\/\d{4}\/([\d.]+(?:v\d+)?)\.pdf$/i,
  },
  {
    hosts: ARXIV,
    scheme: 'arxiv',
    kind: 'pdf',
    path: /^\/(?:ftp|ps_cache)\/([a-z-]+)\/(?:papers|pdf)\/\d{4}\/(\d{7}(?:v\d+)?)\.pdf$/i,
  },
  {
    hosts: /^(?:huggingface\.co|hf\.co)$/,
    scheme: 'arxiv',
    kind: 'paper',
    path: /^\/papers\/(.+?)(?:\.md)?$/,
  },
  {
    hosts: ALPHAXIV,
    scheme: 'arxiv',
    kind: 'pdf',
    path: /^(?:\/[a-z]{2}(?:-[a-z]{2})?)?\/pdf\/(.+?)(?:\.pdf)?$/i,
  },
  {
    hosts: ALPHAXIV,
    scheme: 'arxiv',
    kind: 'paper',
    path: /^(?:\/[a-z]{2}(?:-[a-z]{2})?)?\/(?:abs|overview|html|replicate|audio|resources)\/(.+?)(?:\.md)?$/i,
  },
  {
    hosts: /^ar5iv(?:\.labs\.arxiv)?\.org$/,
    scheme: 'arxiv',
    kind: 'paper',
    path: /^\/(?:abs|html|pdf)\/(.+)$/,
  },
  {
    hosts: /^(?:old\.)?inspirehep\.net$/,
    scheme: 'arxiv',
    kind: 'paper',
    path: /^\/arxiv\/(.+)$/i,
  },
  { hosts: /^scirate\.com$/, scheme: 'arxiv', kind: 'paper', path: /^\/arxiv\/(.+)$/ },
  { hosts: PAPERS_COOL, scheme: 'arxiv', kind: 'paper', path: /^\/arxiv\/([^,]+)$/ },
  {
    hosts: PAPERS_COOL,
    scheme: 'openreview',
    kind: 'paper',
    path: /^\/venue\/([^,@]+)@OpenReview$/,
  },
  { hosts: PAPERS_COOL, scheme: 'acl', kind: 'paper', path: /^\/venue\/([^,@]+)@ACL$/ },
  { hosts: PAPERS_COOL, scheme: 'cvf', kind: 'paper', path: /^\/venue\/([^,@]+)@CVF$/ },
  {
    hosts: PAPERS_COOL,
    scheme: 'pmlr',
    kind: 'paper',
    path: /^\/venue\/([^,@]+)@(v\d+)@PMLR$/,
    join: (name, volume) => `${volume}/${name}`,
  },
];
