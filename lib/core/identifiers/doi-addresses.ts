import type { AddressRule } from './address-rules';

const NATURE = /^nature\.com$/;
const PLOS =
  /^(?:(?:journals\.)?plos|plosone|plosbiology|plosmedicine|ploscompbiol|plosgenetics|plospathogens|plosntds)\.org$/;
const RSC = /^pubs\.rsc\.org$/;
const ELIFE = /^(?:cdn\.)?elifesciences\.org$/;

/** Publishers whose own numbers stand for a DOI. */
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
