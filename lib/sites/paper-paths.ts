/**
 * Paper pages and PDFs of sites whose addresses hold no identifier that we know. What paper it is,
 * the page must say.
 */
const PATHS: readonly (readonly [hosts: RegExp, kind: 'paper' | 'pdf', path: RegExp])[] = [
  [/^jmlr\.(?:org|csail\.mit\.edu)$/, 'pdf', /^\/papers\/volume\d+\/[\w-]+\/[\w-]+\.pdf$/],
  [/^jmlr\.(?:org|csail\.mit\.edu)$/, 'paper', /^\/papers\/v\d+\/[\w-]+\.html$/],
  [/^ojs\.aaai\.org$/, 'paper', /^\/index\.php\/[\w-]+\/article\/view\/\d+$/],
  [/^ojs\.aaai\.org$/, 'pdf', /^\/index\.php\/[\w-]+\/article\/(?:view|download)\/\d+\/\d+$/],
  [/^aaai\.org$/, 'paper', /^\/(?:ocs\/index\.php\/.+\/paper\/view(?:Paper)?\/\d+|papers\/.+)$/],
  [/^ijcai\.org$/, 'pdf', /^\/proceedings\/\d{4}\/\d+\.pdf$/i],
  [/^ijcai\.org$/, 'paper', /^\/proceedings\/\d{4}\/\d+$/i],
  [/^usenix\.org$/, 'pdf', /^\/system\/files\/(?:[\w-]+\/)*[\w-]+\.pdf$/],
  [/^usenix\.org$/, 'paper', /^\/conference\/[\w-]+\/presentation\/[\w-]+$/],
  [/^inspirehep\.net$/, 'paper', /^\/(?:literature|record)\/\d+$/],
  [/^mdpi\.com$/, 'pdf', /^\/\d{4}-\d{3}[\dX]\/\d+\/\d+\/\d+\/pdf$/],
  [/^mdpi\.com$/, 'paper', /^\/\d{4}-\d{3}[\dX]\/\d+\/\d+\/\d+(?:\/htm)?$/],
  [/^chemrxiv\.org$/, 'paper', /^\/engage\/chemrxiv\/article-details\/[0-9a-f]{24}$/],
  [/^chemrxiv\.org$/, 'pdf', /^\/engage\/api-gateway\/.+\/item\/[0-9a-f]{24}\/.+\.pdf$/],
  [/^papers\.(?:nips|neurips)\.cc$/, 'pdf', /^\/paper\/\d+-[\w-]+\.pdf$/],
  [/^papers\.(?:nips|neurips)\.cc$/, 'paper', /^\/paper\/\d+-[\w-]+$/],
  [
    /^(?:neurips|nips|icml|iclr)\.cc$/,
    'paper',
    /^\/virtual\/\d{4}\/(?:poster|oral|spotlight)\/\d+$/,
  ],
  [/^academic\.oup\.com$/, 'pdf', /\/article-pdf\/.+\.pdf$/],
  [
    /^academic\.oup\.com$/,
    'paper',
    /\/(?:article(?:-abstract)?\/\d+\/.+|advance-article(?:-abstract)?)\/\d+$/,
  ],
  [/^pubs\.aip\.org$/, 'paper', /\/article(?:-abstract)?\/\d+\/.+\/\d+(?:\/[^/]+)?$/],
  [/^isca-archive\.org$/, 'pdf', /^\/[\w-]+\/[\w-]+\.pdf$/],
  [/^isca-archive\.org$/, 'paper', /^\/[\w-]+\/(?!index)[\w-]+\.html$/],
  [/^roboticsproceedings\.org$/, 'pdf', /^\/rss\d+\/p\d+\.pdf$/],
  [/^roboticsproceedings\.org$/, 'paper', /^\/rss\d+\/p\d+\.html$/],
  [/^ecva\.net$/, 'pdf', /^\/papers\/eccv_\d{4}\/papers_ECCV\/papers\/[\w-]+\.pdf$/],
  [/^ndss-symposium\.org$/, 'paper', /^\/ndss-paper\/(?:[\w-]+\/)?[\w-]+$/],
  [/^vldb\.org$/, 'pdf', /^\/pvldb\/vol\d+\/p[\w-]+\.pdf$/],
  [/^f1000research\.com$/, 'paper', /^\/articles\/\d+-\d+(?:\/v\d+)?$/],
  [/^cambridge\.org$/, 'paper', /^\/core\/(?:journals|books)\/.+\/[0-9A-F]{32}$/],
  [/^nber\.org$/, 'paper', /^\/papers\/w\d+$/],
  [/^citeseerx\.ist\.psu\.edu$/, 'paper', /^\/viewdoc\/summary(?:;jsessionid=\w+)?$/],
  [/^europepmc\.org$/, 'paper', /^\/article\/PPR\/PPR\d+$/i],
];

/** What such an address leads to; null for any other. */
export function findPaperPath({ hostname, pathname }: URL): 'paper' | 'pdf' | null {
  const host = hostname.replace(/^www\./, '');
  const path = pathname.replace(/\/$/, '').replace(/\/{2,}/g, '/');
  const match = PATHS.find(([hosts, , shape]) => hosts.test(host) && shape.test(path));
  return match ? match[1] : null;
}
