import type { AddressRule } from './address-rules';

const NATURE = /^nature\.com$/;
const PLOS =
  /^(?:(?:journals\.)?plos|plosone|plosbiology|plosmedicine|ploscompbiol|plosgenetics|plospathogens|plosntds)\.org$/;
const SSRN = /^(?:papers\.|hq\.)?ssrn\.com$/;
const RESEARCH_SQUARE = /^(?:assets(?:-eu)?\.)?researchsquare\.com$/;
const RSC = /^pubs\.rsc\.org$/;
const BIORXIV = /^(?:connect\.)?(?:bio|med)rxiv\.org$/;
const ELIFE = /^(?:cdn\.)?elifesciences\.org$/;

/** OSF's preprint services with a DOI prefix of their own (https://osf.io/preprints/discover). */
const OSF_PREFIXES: Readonly<Record<string, string>> = {
  osf: '10.31219',
  agrixiv: '10.31220',
  arabixiv: '10.31221',
  metaarxiv: '10.31222',
  eartharxiv: '10.31223',
  engrxiv: '10.31224',
  inarxiv: '10.31227',
  lawarxiv: '10.31228',
  lissa: '10.31229',
  mindrxiv: '10.31231',
  nutrixiv: '10.31232',
  paleorxiv: '10.31233',
  psyarxiv: '10.31234',
  socarxiv: '10.31235',
  sportrxiv: '10.31236',
  thesiscommons: '10.31237',
  edarxiv: '10.35542',
  africarxiv: '10.31730',
};

/** Sites whose own numbers stand for a DOI. */
export const DOI_ADDRESSES: readonly AddressRule[] = [
  {
    hosts: NATURE,
    scheme: 'doi',
    kind: 'pdf',
    path: /^\/articles\/([^/]+?)(?:_reference)?\.e?pdf$/i,
    join: natureDoi,
  },
  {
    hosts: NATURE,
    scheme: 'doi',
    kind: 'paper',
    path: /^\/articles\/([^/.]+|[^/]+\.\d+)(?:\/.*)?$/i,
    join: natureDoi,
  },
  {
    hosts: NATURE, // before 2017
    scheme: 'doi',
    kind: 'pdf',
    path: /^\/\w+\/journal\/(?:.+\/)pdf\/([^/]+?)\.pdf$/i,
    join: natureDoi,
  },
  {
    hosts: NATURE,
    scheme: 'doi',
    kind: 'paper',
    path: /^\/\w+\/journal\/(?:.+\/)(?:full|abs)\/([^/]+?)\.html$/i,
    join: natureDoi,
  },
  {
    hosts: PLOS,
    scheme: 'doi',
    kind: 'pdf',
    path: /\/article\/(?:file|asset)\?(?:info:doi\/)?(10\.1371\/journal\.\w+\.\d+)(?:\.pdf)?$/i,
    params: ['id'],
  },
  {
    hosts: PLOS, // before 2014
    scheme: 'doi',
    kind: 'pdf',
    path: /\/article\/fetchobject(?:attachment)?\.action\?(?:info:doi\/)?(10\.1371\/journal\.\w+\.\d+)(?:\.pdf)?$/i,
    params: ['uri'],
  },
  {
    hosts: PLOS,
    scheme: 'doi',
    kind: 'paper',
    path: /\/article(?:\/(?:authors|comments|metrics|related|citation|peerReview))?\?(?:info:doi\/)?(10\.1371\/journal\.\w+\.\d+)$/i,
    params: ['id'],
  },
  {
    hosts: /^peerj\.com$/,
    scheme: 'doi',
    kind: 'pdf',
    path: /^\/articles\/((?:[a-z]+-)?\d+)\.pdf$/,
    join: peerjDoi,
  },
  {
    hosts: /^peerj\.com$/,
    scheme: 'doi',
    kind: 'paper',
    path: /^\/articles\/((?:[a-z]+-)?\d+)(?:\/.*)?$/,
    join: peerjDoi,
  },
  {
    hosts: /^peerj\.com$/,
    scheme: 'doi',
    kind: 'paper',
    path: /^\/preprints\/(\d+)(?:v\d+)?(?:\/.*)?$/,
    join: (id) => `10.7287/peerj.preprints.${id}`,
  },
  {
    hosts: ELIFE,
    scheme: 'doi',
    kind: 'pdf',
    path: /^\/articles\/(\d{5,6})(?:\/.*)?\.pdf$/,
    join: elifeDoi,
  },
  {
    hosts: ELIFE,
    scheme: 'doi',
    kind: 'paper',
    path: /^\/(?:articles|reviewed-preprints|content\/\d+)\/e?(\d{5,6})(?:v\d+)?(?:\/.*)?$/,
    join: elifeDoi,
  },
  {
    hosts: SSRN,
    scheme: 'doi',
    kind: 'pdf',
    path: /^\/sol3\/delivery\.cfm(?:\/.*)?\?(\d+)$/i,
    params: ['abstractid'],
    join: ssrnDoi,
  },
  {
    hosts: SSRN,
    scheme: 'doi',
    kind: 'paper',
    path: /^\/sol3\/papers\.cfm\?(\d+)$/i,
    params: ['abstract_id'],
    join: ssrnDoi,
  },
  {
    hosts: SSRN,
    scheme: 'doi',
    kind: 'paper',
    path: /^\/sol3\/papers\.cfm\?(\d+)$/i,
    params: ['abstractid'],
    join: ssrnDoi,
  },
  {
    hosts: SSRN,
    scheme: 'doi',
    kind: 'paper',
    path: /^\/(?:sol3\/)?abstract=(\d+)$/i,
    join: ssrnDoi,
  },
  {
    hosts: RESEARCH_SQUARE,
    scheme: 'doi',
    kind: 'pdf',
    path: /^\/(?:article|files)\/rs-(\d+)(?:\/v(\d+))?(?:\/.*|)\.pdf$/,
    join: researchSquareDoi,
  },
  {
    hosts: RESEARCH_SQUARE,
    scheme: 'doi',
    kind: 'paper',
    path: /^\/article\/rs-(\d+)(?:\/v(\d+))?(?:\/.*)?$/,
    join: researchSquareDoi,
  },
  {
    hosts: /^preprints\.org$/,
    scheme: 'doi',
    kind: 'pdf',
    path: /^\/manuscript\/(\d{6}\.\d{4})\/v(\d+)\/download$/,
    join: preprintsOrgDoi,
  },
  {
    hosts: /^preprints\.org$/,
    scheme: 'doi',
    kind: 'paper',
    path: /^\/manuscript\/(\d{6}\.\d{4})(?:\/v(\d+))?(?:\/.*)?$/,
    join: preprintsOrgDoi,
  },
  {
    hosts: /^osf\.io$/,
    scheme: 'doi',
    kind: 'paper',
    path: /^\/preprints\/(?:([a-z]+)\/)?([a-z0-9]{5}(?:_v\d+)?)(?:\/download)?$/i,
    // `/preprints/lissa` is the list of a service, not a paper.
    join: (service, id = '') =>
      service === '' && id in OSF_PREFIXES
        ? ''
        : `${OSF_PREFIXES[service || 'osf'] ?? ''}/osf.io/${id}`,
  },
  {
    hosts: /^psyarxiv\.com$/,
    scheme: 'doi',
    kind: 'paper',
    path: /^\/([a-z0-9]{5}(?:_v\d+)?)(?:\/download)?$/i,
    join: (id) => `10.31234/osf.io/${id}`,
  },
  {
    hosts: BIORXIV, // before 2020 the path held the date instead of the prefix
    scheme: 'doi',
    kind: 'pdf',
    path: /^\/content\/(?:\w+\/)?early\/\d{4}\/\d\d\/\d\d\/([\d.]+?)(?:\.full)?\.pdf$/i,
    join: (id) => `10.1101/${id}`,
  },
  {
    hosts: BIORXIV,
    scheme: 'doi',
    kind: 'paper',
    path: /^\/(?:content\/(?:\w+\/)?early\/\d{4}\/\d\d\/\d\d|cgi\/content\/short|content\/short)\/([\d.]+\d)(?:v\d+)?(?:\.[a-z].*)?$/i,
    join: (id) => `10.1101/${id}`,
  },
  {
    hosts: RSC,
    scheme: 'doi',
    kind: 'pdf',
    path: /^\/en\/content\/articlepdf\/\d{4}\/\w+\/([a-z]\d\w{6,8})$/i,
    join: (id) => `10.1039/${id}`,
  },
  {
    hosts: RSC,
    scheme: 'doi',
    kind: 'paper',
    path: /^\/en\/content\/article(?:landing|html)\/\d{4}\/\w+\/([a-z]\d\w{6,8})(?:\/unauth)?$/i,
    join: (id) => `10.1039/${id}`,
  },
  {
    hosts: /^iopscience\.iop\.org$/, // before 2016 the path was the suffix alone
    scheme: 'doi',
    kind: 'paper',
    path: /^\/(\d{4}-\d{3}[\dX]\/\w+\/\w+\/\w+)(?:\/(?:article|fulltext|abstract|refs))?$/i,
    join: (suffix) => `10.1088/${suffix}`,
  },
  {
    hosts: /^dl\.acm\.org$/, // before 2020
    scheme: 'doi',
    kind: 'paper',
    path: /^\/citation\.cfm\?(\d+\.\d+)$/,
    params: ['doid'],
    join: (suffix) => `10.1145/${suffix}`,
  },
  {
    hosts: /^dl\.acm\.org$/,
    scheme: 'doi',
    kind: 'paper',
    path: /^\/(?:citation|ft_gateway)\.cfm\?(\d+\.\d+)$/,
    params: ['id'],
    join: (suffix) => `10.1145/${suffix}`,
  },
  {
    hosts: /^bmj\.com$/,
    scheme: 'doi',
    kind: 'paper',
    path: /^\/content\/\d+\/(bmj[.-][\w.-]+?)(?:\.(?:full|abstract|long|short))?$/i,
    join: (suffix) => `10.1136/${suffix}`,
  },
  {
    hosts: /^hindawi\.com$/,
    scheme: 'doi',
    kind: 'paper',
    path: /^\/journals\/\w+\/(\d{4}\/\d+)(?:\/abs)?$/i,
    join: (suffix) => `10.1155/${suffix}`,
  },
  {
    hosts: /^quantum-journal\.org$/,
    scheme: 'doi',
    kind: 'paper',
    path: /^\/papers\/(q-\d{4}-\d\d-\d\d-\d+)(?:\/pdf)?$/,
    join: (suffix) => `10.22331/${suffix}`,
  },
  {
    hosts: /^scipost\.org$/,
    scheme: 'doi',
    kind: 'pdf',
    path: /^\/(?:10\.21468\/)?(SciPost[A-Za-z]+\.\d[\d.]*\d)\/pdf$/,
    join: (suffix) => `10.21468/${suffix}`,
  },
  {
    hosts: /^scipost\.org$/,
    scheme: 'doi',
    kind: 'paper',
    path: /^\/(?:10\.21468\/)?(SciPost[A-Za-z]+\.\d[\d.]*\d)$/,
    join: (suffix) => `10.21468/${suffix}`,
  },
];

/**
 * Slugs of Nature's own journals are the end of the DOI (`nature14539`, `s41586-020-2649-2`). Those
 * of societies' journals lost their dots: `sdata201618` is `10.1038/sdata.2016.18`; a bare number
 * says nothing of its journal, and gives none.
 */
function natureDoi(slug = ''): string {
  const dotted = /^([a-z]+)(20[01]\d)(\d{1,4})$/i.exec(slug);
  if (dotted && slug.length - (dotted[1]?.length ?? 0) > 5)
    return `10.1038/${dotted.slice(1).join('.')}`;
  return /^(?=.*[a-z])(?=.*\d)[\w.-]+$/i.test(slug) ? `10.1038/${slug}` : '';
}

function peerjDoi(id = ''): string {
  return id.includes('-') ? `10.7717/peerj-${id.replace('-', '.')}` : `10.7717/peerj.${id}`;
}

function elifeDoi(id = ''): string {
  return `10.7554/elife.${id}`;
}

function ssrnDoi(id = ''): string {
  return `10.2139/ssrn.${id}`;
}

/** Each version has a DOI of its own; the page without one shows the first. */
function researchSquareDoi(id = '', version = ''): string {
  return `10.21203/rs.3.rs-${id}/v${version || 1}`;
}

function preprintsOrgDoi(id = '', version = ''): string {
  return `10.20944/preprints${id}.v${version || 1}`;
}
