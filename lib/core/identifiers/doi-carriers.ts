import type { AddressMatch } from './address-rules';
import type { SiteAddress } from './site-address';

/** Resolvers: the whole path is the DOI. */
const RESOLVERS =
  /^(?:(?:dx\.)?doi\.org|doi\.(?:acm\.org|wiley\.com|ieeecomputersociety\.org|aps\.org)|dx\.plos\.org)$/;

/** Forms ask for a DOI and are given its address: `doi.org/https://doi.org/10.…`. */
const TWICE_RESOLVED = /^(?:https?:\/)?(?:dx\.)?doi\.org\//i;

/** Publishers and servers whose addresses carry the DOI in the path. A subdomain is a journal. */
const CARRIERS = new RegExp(
  `^(?:[a-z0-9-]+\\.)*(?:${[
    'link\\.springer\\.com',
    'rd\\.springer\\.com',
    'biomedcentral\\.com',
    'springeropen\\.com',
    'dl\\.acm\\.org',
    'onlinelibrary\\.wiley\\.com',
    'science\\.org',
    'sciencemag\\.org',
    'pnas\\.org',
    'tandfonline\\.com',
    'sagepub\\.com',
    'royalsocietypublishing\\.org',
    'acs\\.org',
    'annualreviews\\.org',
    'asm\\.org',
    'ahajournals\\.org',
    'nejm\\.org',
    'rsna\\.org',
    'ascopubs\\.org',
    'siam\\.org',
    'informs\\.org',
    'physiology\\.org',
    'worldscientific\\.com',
    'liebertpub\\.com',
    'emerald\\.com',
    'uchicago\\.edu',
    'degruyter(?:brill)?\\.com',
    'aiaa\\.org',
    'cshlp\\.org',
    'ametsoc\\.org',
    'inspirehep\\.net',
    'ascelibrary\\.org',
    'embopress\\.org',
    'atsjournals\\.org',
    'psychiatryonline\\.org',
    'thieme-connect\\.(?:com|de)',
    'jstor\\.org',
    'mitpressjournals\\.org',
    'direct\\.mit\\.edu',
    'oup\\.com',
    'aip\\.org',
    'scitation\\.org',
    'aps\\.org',
    'iop\\.org',
    'frontiersin\\.org',
    'projecteuclid\\.org',
    'nature\\.com',
    'biorxiv\\.org',
    'medrxiv\\.org',
    'chemrxiv\\.org',
    'techrxiv\\.org',
    'authorea\\.com',
    'spiedigitallibrary\\.org',
    'jamanetwork\\.com',
    'joss\\.theoj\\.org',
    'drops\\.dagstuhl\\.de',
    'iospress\\.(?:com|nl)',
    'computer\\.org',
    'sciencedirect\\.com',
    'linkinghub\\.elsevier\\.com',
    'microbiologyresearch\\.org',
    'biologists\\.com',
    'rupress\\.org',
    'ashpublications\\.org',
    'aacrjournals\\.org',
    'acpjournals\\.org',
    'aphapublications\\.org',
    'healthaffairs\\.org',
    'cdnsciencepub\\.com',
    'icevirtuallibrary\\.com',
    'karger\\.com',
    'plos\\.org',
    '(?:plosone|plosbiology|plosmedicine|ploscompbiol|plosgenetics|plospathogens|plosntds)\\.org',
  ].join('|')})$`,
);

/** Whole books, volumes and issues carry DOIs too, and supplements that of their paper. */
const NO_PAPER =
  /^\/(?:[a-z-]+\/)?(?:book|books|proceedings|referencework|series|journal|toc|loi|action|page|topic|issue|suppl|search|doSearch)\//i;
const WHOLE_SPRINGER_BOOK = /^10\.\d+\/(?:b\d+|97[89][-\d]{10,14})$/i;

const DOI_IN_PATH = /\/(?:(?:info:)?doi[:/])?(10\.\d{4,9}(?:\.\d+)*\/.+)$/i;
const PDF_PATH =
  /\/(?:e?pdf|am-pdf|reader|pdfdirect|pdfplus|article-pdf|track|counter)\/|[./](?:e|am)?pdf$/i;
/** Figures, data and slides are not the paper. */
const ASSET = /\.(?:jpe?g|png|gif|svg|tiff?|zip|docx?|xlsx?|pptx?|csv|txt|mp4|avi|mov)$/i;
/** What sites hang on a DOI: the view, the file's kind, a figure. */
const VIEW =
  /(?:\/(?:full|fulltext|full-text|abs|abstract|summary|e?pdf|ampdf|pdfdirect|epub|meta|html|xml|references|citations|citedby|cited-by|figures|tables|metrics|similar|open-peer-review|data|xml\/nlm|page-\d+|(?:figures|tables)\/\d+)|\.(?:pdf|full|full-text|abstract|short|long|html?|xml|epub|figures-only|supplementary-material|article-info|article-metrics|full\.pdf\+html))$/i;
/** Silverchair sites (OUP, AIP, MIT Press) add their own number and a slug: `/doi/DOI/5555811/Title`. */
const SILVERCHAIR = /^(.*\/doi\/10\.[^/]+\/.+?)\/\d{4,}(?:\/[^/]*)?$/;
const SILVERCHAIR_HOSTS =
  /(?:^|\.)(?:oup\.com|pubs\.aip\.org|direct\.mit\.edu|jamanetwork\.com|biologists\.com|rupress\.org|ashpublications\.org|aacrjournals\.org|karger\.com)$/;

/** The DOI that an address of a resolver or of a DOI-bearing site carries, or null. */
export function findDoi(address: SiteAddress): AddressMatch | null {
  const { host, path } = address;
  if (RESOLVERS.test(host)) {
    return {
      scheme: 'doi',
      value: path.slice(1).replace(TWICE_RESOLVED, '').trim(),
      kind: 'paper',
    };
  }
  if (!CARRIERS.test(host) || NO_PAPER.test(path) || ASSET.test(path)) return null;
  const kept = SILVERCHAIR_HOSTS.test(host) ? path.replace(SILVERCHAIR, '$1') : path;
  const value = cutViews(DOI_IN_PATH.exec(kept)?.[1] ?? '');
  if (value === '' || WHOLE_SPRINGER_BOOK.test(value)) return null;
  return { scheme: 'doi', value, kind: PDF_PATH.test(path) ? 'pdf' : 'paper' };
}

function cutViews(text: string): string {
  const cut = text.replace(VIEW, '');
  return cut === text ? text : cutViews(cut);
}
