import type { AddressRule } from './address-rules';

const SSRN = /^(?:papers\.|hq\.)?ssrn\.com$/;
const RESEARCH_SQUARE = /^(?:assets(?:-eu)?\.)?researchsquare\.com$/;
const BIORXIV = /^(?:connect\.)?(?:bio|med)rxiv\.org$/;

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

/** Preprint servers whose own numbers stand for a DOI. */
export const PREPRINT_ADDRESSES: readonly AddressRule[] = [
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
    hosts: /^peerj\.com$/,
    scheme: 'doi',
    kind: 'paper',
    path: /^\/preprints\/(\d+)(?:v\d+)?(?:\/.*)?$/,
    join: (id) => `10.7287/peerj.preprints.${id}`,
  },
];

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
