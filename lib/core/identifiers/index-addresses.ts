import type { AddressRule } from './address-rules';
import type { Scheme } from './schemes';

const PUBMED = /^(?:m\.)?pubmed\.(?:ncbi\.nlm\.nih\.gov|gov)$/;
const NCBI = /^(?:m\.)?ncbi\.nlm\.nih\.gov$/;
const PMC = /^pmc\.ncbi\.nlm\.nih\.gov$/;
const EUROPE_PMC = /^europepmc\.org$/;
const S2 = /^(?:api\.)?semanticscholar\.org$/;
const IEEE = /^ieeexplore\.ieee\.org$/;
const ELSEVIER = /^(?:(?:m\.)?sciencedirect\.com|(?:linkinghub|reader)\.elsevier\.com)$/;
const CELL = /^(?:cell|thelancet)\.com$/;
const ADS = /^(?:(?:ui\.|articles\.)?adsabs\.harvard\.edu|cdsads\.u-strasbg\.fr)$/;
const HAL =
  /^(?:[a-z0-9-]+\.)?(?:hal\.science|archives-ouvertes\.fr)$|^hal-[a-z-]+\.ccsd\.cnrs\.fr$|^hal\.(?:inria|inrae|inserm|univ-[a-z0-9-]+|telecom-paris(?:tech)?|(?:[a-z]+\.)?ccsd\.cnrs|in2p3|upmc|sorbonne-universite|umontpellier|parisnanterre|uca|cnrs|ird)\.fr$/;

/** `semanticscholar.org/arXiv:…` and the like: schemes by their names there. */
const S2_PREFIXES: readonly Scheme[] = ['arxiv', 'doi', 'acl', 'pmid', 'pmcid', 'corpusid'];

/** Indexes, repositories and publishers with numbers of their own. */
export const INDEX_ADDRESSES: readonly AddressRule[] = [
  { hosts: PUBMED, scheme: 'pmid', kind: 'paper', path: /^\/(\d+)$/ },
  { hosts: NCBI, scheme: 'pmid', kind: 'paper', path: /^(?:\/m)?\/pubmed\/(\d+)$/ },
  { hosts: NCBI, scheme: 'pmid', kind: 'paper', path: /^\/pmc\/articles\/pmid\/(\d+)$/ },
  {
    hosts: NCBI, // before 2006, in most lists of references of that time
    scheme: 'pmid',
    kind: 'paper',
    path: /^\/(?:entrez|sites)\/(?:query\.fcgi|entrez)\?pubmed&(\d+)$/i,
    params: ['db', 'list_uids'],
  },
  { hosts: PMC, scheme: 'pmid', kind: 'paper', path: /^\/articles\/pmid\/(\d+)$/ },
  { hosts: PMC, scheme: 'pmcid', kind: 'pdf', path: /^\/articles\/(PMC\d+)\/pdf(?:\/.*)?$/i },
  {
    hosts: PMC,
    scheme: 'pmcid',
    kind: 'paper',
    path: /^\/articles\/(PMC\d+)(?:\.\d+)?(?:\/.*)?$/i,
  },
  {
    hosts: NCBI,
    scheme: 'pmcid',
    kind: 'pdf',
    path: /^(?:\/labs)?\/pmc\/articles\/((?:PMC)?\d+)\/pdf(?:\/.*)?$/i,
  },
  {
    hosts: NCBI,
    scheme: 'pmcid',
    kind: 'paper',
    path: /^(?:\/labs)?\/pmc\/articles\/((?:PMC)?\d+)(?:\.\d+)?(?:\/.*)?$/i,
  },
  {
    hosts: /^pubmedcentral\.(?:nih\.)?gov$/,
    scheme: 'pmcid',
    kind: 'paper',
    path: /^\/articlerender\.fcgi\?(\d+)$/,
    params: ['artid'],
  },
  {
    hosts: EUROPE_PMC,
    scheme: 'pmid',
    kind: 'paper',
    path: /^\/(?:article|abstract)\/med\/(\d+)$/i,
  },
  {
    hosts: EUROPE_PMC,
    scheme: 'pmcid',
    kind: 'pdf',
    path: /^\/articles\/(PMC\d+)\?render$/i,
    params: ['pdf'],
  },
  {
    hosts: EUROPE_PMC,
    scheme: 'pmcid',
    kind: 'pdf',
    path: /^\/backend\/ptpmcrender\.fcgi\?(PMC\d+)$/i,
    params: ['accid'],
  },
  {
    hosts: EUROPE_PMC,
    scheme: 'pmcid',
    kind: 'paper',
    path: /^\/(?:(?:article|abstract)\/pmc|articles)\/((?:PMC)?\d+)$/i,
  },
  {
    hosts: S2,
    scheme: 's2',
    kind: 'paper',
    path: /^\/(?:paper|reader)\/(?:[^/]+\/)?([0-9a-f]{40})(?:\/.*)?$/i,
  },
  { hosts: S2, scheme: 'corpusid', kind: 'paper', path: /^\/p\/(\d+)$/ },
  ...S2_PREFIXES.map(
    (scheme): AddressRule => ({
      hosts: S2,
      scheme,
      kind: 'paper',
      path: new RegExp(`^/(?:paper/)?${scheme}:(.+)$`, 'i'),
    }),
  ),
  {
    hosts: /^pdfs\.semanticscholar\.org$/,
    scheme: 's2',
    kind: 'pdf',
    path: /^\/([0-9a-f]{4})\/([0-9a-f]{36})\.pdf$/i,
    join: (head = '', rest = '') => head + rest,
  },
  {
    hosts: IEEE,
    scheme: 'ieee',
    kind: 'paper',
    path: /^\/(?:abstract\/)?document\/(\d+)(?:\/.*)?$/i,
  },
  {
    hosts: IEEE,
    scheme: 'ieee',
    kind: 'pdf',
    path: /^\/(?:stamp\/stamp|stamppdf\/getpdf)\.jsp\?(\d+)$/i,
    params: ['arnumber'],
  },
  {
    hosts: IEEE, // before 2017
    scheme: 'ieee',
    kind: 'paper',
    path: /^\/(?:xpls?\/)?(?:articledetails|(?:free)?abs(?:_all)?|login)\.jsp\?(\d+)$/i,
    params: ['arnumber'],
  },
  { hosts: IEEE, scheme: 'ieee', kind: 'pdf', path: /^\/ielx?\d+\/.*\/(\d+)\.pdf$/i },
  {
    hosts: ELSEVIER,
    scheme: 'pii',
    kind: 'pdf',
    path: /\/pii\/([^/]+)\/(?:pdf|pdfft|epdf)(?:\/.*)?$/i,
  },
  { hosts: ELSEVIER, scheme: 'pii', kind: 'paper', path: /\/pii\/([^/]+)(?:\/.*)?$/i },
  {
    hosts: /^pdf\.sciencedirectassets\.com$/,
    scheme: 'pii',
    kind: 'pdf',
    path: /\/1-s2\.0-([^/]+)\/[^/]+\.pdf$/i,
  },
  {
    hosts: CELL,
    scheme: 'pii',
    kind: 'pdf',
    path: /\/pdf(?:extended)?(?:s\/journals\/[\w-]+)?\/(?:pii)?(S?\d{4}-[^/]+?|S\d{15}[\dX])(?:\.pdf)?$/i,
  },
  {
    hosts: CELL,
    scheme: 'pii',
    kind: 'paper',
    path: /\/(?:fulltext|abstract|article|references|comments|supplemental)\/(?:pii)?(S?\d{4}-[^/]+|S\d{15}[\dX])(?:\/(?:fulltext|abstract))?$/i,
  },
  {
    hosts: CELL,
    scheme: 'pii',
    kind: 'pdf',
    path: /\/(?:article\/)(?:pii)?(S?\d{4}-[^/]+|S\d{15}[\dX])\/pdf$/i,
  },
  { hosts: CELL, scheme: 'pii', kind: 'pdf', path: /^\/action\/showpdf\?(.+)$/i, params: ['pii'] },
  {
    hosts: HAL,
    scheme: 'hal',
    kind: 'pdf',
    path: /^\/([a-z_]+-\d+)(?:v\d+)?\/(?:document|file\/.+\.pdf|pdf)$/i,
  },
  {
    hosts: HAL,
    scheme: 'hal',
    kind: 'paper',
    path: /^\/([a-z_]+-\d+)(?:v\d+)?(?:\/(?!file\/).*)?$/i,
  },
  { hosts: ADS, scheme: 'bibcode', kind: 'pdf', path: /^\/pdf\/([^/]+)$/i },
  {
    hosts: ADS,
    scheme: 'bibcode',
    kind: 'pdf',
    path: /^\/link_gateway\/([^/]+)\/\w+_PDF$/i,
  },
  { hosts: ADS, scheme: 'arxiv', kind: 'paper', path: /^\/abs\/arxiv:(.+?)(?:\/abstract)?$/i },
  {
    hosts: ADS,
    scheme: 'bibcode',
    kind: 'paper',
    path: /^\/(?:abs|full|link_gateway)\/([^/]+)(?:\/.*)?$/i,
  },
];
