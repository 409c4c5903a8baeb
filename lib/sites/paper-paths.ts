/**
 * Paper pages and PDFs of sites whose addresses hold no identifier that we know. What paper it is,
 * the page must say.
 */
const PATHS: readonly (readonly [hosts: RegExp, kind: 'paper' | 'pdf', path: RegExp])[] = [
  [/^jmlr\.org$/, 'pdf', /^\/papers\/volume\d+\/[\w-]+\/[\w-]+\.pdf$/],
  [/^jmlr\.org$/, 'paper', /^\/papers\/v\d+\/[\w-]+\.html$/],
  [/^ojs\.aaai\.org$/, 'paper', /^\/index\.php\/[\w-]+\/article\/view\/\d+$/],
  [/^ojs\.aaai\.org$/, 'pdf', /^\/index\.php\/[\w-]+\/article\/(?:view|download)\/\d+\/\d+$/],
  [/^aaai\.org$/, 'paper', /^\/(?:ocs\/index\.php\/.+\/paper\/view(?:Paper)?\/\d+|papers\/.+)$/],
  [/^ijcai\.org$/, 'pdf', /^\/proceedings\/\d{4}\/\d+\.pdf$/],
  [/^ijcai\.org$/, 'paper', /^\/proceedings\/\d{4}\/\d+$/],
  [/^usenix\.org$/, 'paper', /^\/conference\/[\w-]+\/presentation\/[\w-]+$/],
  [/^inspirehep\.net$/, 'paper', /^\/literature\/\d+$/],
  [/^mdpi\.com$/, 'pdf', /^\/\d{4}-\d{3}[\dX]\/\d+\/\d+\/\d+\/pdf$/],
  [/^mdpi\.com$/, 'paper', /^\/\d{4}-\d{3}[\dX]\/\d+\/\d+\/\d+(?:\/htm)?$/],
  [/^chemrxiv\.org$/, 'paper', /^\/engage\/chemrxiv\/article-details\/[0-9a-f]{24}$/],
  [/^papers\.(?:nips|neurips)\.cc$/, 'pdf', /^\/paper\/\d+-[\w-]+\.pdf$/],
  [/^papers\.(?:nips|neurips)\.cc$/, 'paper', /^\/paper\/\d+-[\w-]+$/],
  [/^(?:neurips|icml|iclr)\.cc$/, 'paper', /^\/virtual\/\d{4}\/(?:poster|oral|spotlight)\/\d+$/],
  [/^academic\.oup\.com$/, 'pdf', /\/article-pdf\/.+\.pdf$/],
  [/^academic\.oup\.com$/, 'paper', /\/article(?:-abstract)?\/\d+\/.+\/\d+$/],
  [/^pubs\.aip\.org$/, 'paper', /\/article(?:-abstract)?\/\d+\/.+\/\d+(?:\/[^/]+)?$/],
  [/^isca-archive\.org$/, 'paper', /^\/[\w-]+\/[\w-]+\.html$/],
  [/^roboticsproceedings\.org$/, 'paper', /^\/rss\d+\/p\d+\.html$/],
  [/^nber\.org$/, 'paper', /^\/papers\/w\d+$/],
  [/^europepmc\.org$/, 'paper', /^\/article\/PPR\/PPR\d+$/i],
];

/** What such an address leads to; null for any other. */
export function findPaperPath({ hostname, pathname }: URL): 'paper' | 'pdf' | null {
  const host = hostname.replace(/^www\./, '');
  const path = pathname.replace(/\/$/, '');
  const match = PATHS.find(([hosts, , shape]) => hosts.test(host) && shape.test(path));
  return match ? match[1] : null;
}
