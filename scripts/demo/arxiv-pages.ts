/**
 * arXiv pages with invented papers, built as the real site builds its own since 2024: three lists
 * with one id on `new`, headings inside the lists, attributes without quotes here and there.
 */
import { DEMO_DAY, type DemoPaper, listedPapers } from './demo-papers';
import { type Html, html } from './html';

export const STYLE_ADDRESS = 'https://arxiv.org/static/demo/arxiv.css';

const SUBJECTS: Readonly<Record<string, string>> = {
  'cs.AI': 'Artificial Intelligence',
  'cs.CL': 'Computation and Language',
  'cs.CR': 'Cryptography and Security',
  'cs.CV': 'Computer Vision and Pattern Recognition',
  'cs.DC': 'Distributed, Parallel, and Cluster Computing',
  'cs.DL': 'Digital Libraries',
  'cs.IR': 'Information Retrieval',
  'cs.LG': 'Machine Learning',
  'cs.NA': 'Numerical Analysis',
  'cs.RO': 'Robotics',
  'cs.SD': 'Sound',
  'cs.SE': 'Software Engineering',
  'eess.IV': 'Image and Video Processing',
  'physics.chem-ph': 'Chemical Physics',
  'q-bio.BM': 'Biomolecules',
  'q-bio.QM': 'Quantitative Methods',
  'stat.ML': 'Machine Learning',
};

type Section = 'new' | 'cross' | 'replaced';

/** `/list/cs.LG/new`: three sections, with abstracts except for replacements. */
export function newPage(): Html {
  const sections: [Section, string][] = [
    ['new', 'New submissions'],
    ['cross', 'Cross submissions'],
    ['replaced', 'Replacement submissions'],
  ];
  let number = 1;
  const lists = sections.map(([section, name]) => {
    const papers = listedPapers.filter((paper) => sectionOf(paper) === section);
    const entries = papers.map((paper) => entry(paper, number++, section !== 'replaced'));
    return html`<dl id='articles'><h3>${name} (showing ${papers.length} of ${papers.length} entries)</h3>${entries}</dl>`;
  });
  return listPage(html`
    <ul><li><a href="#item0">New submissions</a></li><li><a href="#item1">Cross-lists</a></li><li><a href="#item2">Replacements</a></li></ul>
    <p>See <a href="/list/cs.LG/recent">recent</a> articles</p>
    <h3>Showing new listings for Wednesday, 15 January 2031</h3>
    ${paging()}${lists}`);
}

/** `/list/cs.LG/recent`: one list with a heading a day, without abstracts. */
export function recentPage(): Html {
  const days: [string, string][] = [
    [DEMO_DAY, 'Wed, 15 Jan 2031'],
    ['2031-01-14', 'Tue, 14 Jan 2031'],
  ];
  let number = 1;
  const entries = days.map(([day, name]) => {
    const papers = listedPapers.filter((paper) => announcedOn(paper) === day);
    return html`<h3>${name} (showing ${papers.length} of ${papers.length} entries )</h3>${papers.map((paper) => entry(paper, number++, false))}`;
  });
  return listPage(html`
    <h2>Authors and titles for recent submissions</h2>
    <ul>${days.map(([, name]) => html`<li><a href="/list/cs.LG/recent?skip=0&amp;show=50">${name}</a></li>`)}</ul>
    <p>See today's <a href="/list/cs.LG/new">new</a> changes</p>
    ${paging()}<dl id='articles'>${entries}</dl>`);
}

export function abstractPage(paper: DemoPaper): Html {
  const metas: [string, string][] = [
    ['citation_title', paper.title],
    ...paper.authors.map((name): [string, string] => ['citation_author', familyFirst(name)]),
    ['citation_date', paper.submitted.replaceAll('-', '/')],
    ['citation_pdf_url', `https://arxiv.org/pdf/${paper.id}`],
    ['citation_arxiv_id', paper.id],
    ['citation_abstract', paper.abstract],
  ];
  const primary = paper.categories[0] ?? 'cs.LG';
  const main = html`<div class="subheader"><h1>Computer Science &gt; ${SUBJECTS[primary] ?? primary}</h1></div>
    <div class="columns"><div class="leftcolumn"><div id="content-inner"><div id="abs">
    <div class="dateline">[Submitted on ${longDay(paper.submitted)}]</div>
    <h1 class="title mathjax"><span class="descriptor">Title:</span>${paper.title}</h1>
    <div class="authors"><span class="descriptor">Authors:</span>${authors(paper)}</div>
    <blockquote class="abstract mathjax"><span class="descriptor">Abstract:</span>${paper.abstract}</blockquote>
    <div class="metatable"><table summary="Additional metadata">
      ${paper.comments ? html`<tr><td class="tablecell label">Comments:</td><td class="tablecell comments mathjax">${paper.comments}</td></tr>` : null}
      <tr><td class="tablecell label">Subjects:</td><td class="tablecell subjects">${subjects(paper)}</td></tr>
      <tr><td class="tablecell label">Cite as:</td><td class="tablecell arxivid"><a href="https://arxiv.org/abs/${paper.id}">arXiv:${paper.id}</a> [${primary}]</td></tr>
    </table></div></div>
    <div class="submission-history"><h2>Submission history</h2>From: ${paper.authors[0] ?? ''}<br><b>[v${paper.version ?? 1}]</b> ${longDay(paper.submitted)} 17:59:59 UTC (1,204 KB)</div>
    </div></div>
    <div class="extra-services"><div class="full-text"><h2>Access Paper:</h2><ul><li><a href="/pdf/${paper.id}" class="abs-button">View PDF</a></li><li><a href="/format/${paper.id}" class="abs-button">Other formats</a></li></ul></div></div></div>`;
  const head = metas.map(([name, content]) => html`<meta name="${name}" content="${content}">`);
  return page(`[${paper.id}] ${paper.title}`, html`${head}`, main);
}

export function searchPage(query: string, found: readonly DemoPaper[]): Html {
  return page(
    `Search | arXiv e-print repository`,
    html``,
    html`<div id="content"><h1 class="title">Showing 1–${found.length} of ${found.length} results for all: <b>${query}</b></h1>
    <form action="/search/"><input name="query" value="${query}" aria-label="Search"><input type="hidden" name="searchtype" value="all"></form>
    <ol class="breathe-horizontal" start="1">${found.map(searchResult)}</ol></div>`,
  );
}

function searchResult(paper: DemoPaper): Html {
  const id = `${paper.id}v${paper.version ?? 1}`;
  return html`<li class="arxiv-result"><div class="is-marginless">
    <p class="list-title is-inline-block"><a href="https://arxiv.org/abs/${paper.id}">arXiv:${paper.id}</a> <span>[<a href="https://arxiv.org/pdf/${paper.id}">pdf</a>, <a href="https://arxiv.org/format/${paper.id}">other</a>]</span></p>
    <div class="tags is-inline-block">${paper.categories.map((each) => html`<span class="tag" data-tooltip="${SUBJECTS[each] ?? each}">${each}</span> `)}</div></div>
    <p class="title is-5 mathjax">${paper.title}</p>
    <p class="authors"><span>Authors:</span> ${authors(paper)}</p>
    <p class="abstract mathjax"><span>Abstract</span>:
      <span class="abstract-short" id="${id}-abstract-short">${paper.abstract.slice(0, 280)}… <a class="is-size-7">▽ More</a></span>
      <span class="abstract-full" id="${id}-abstract-full" style="display: none;">${paper.abstract} <a class="is-size-7">△ Less</a></span></p>
    <p class="is-size-7"><span>Submitted</span> ${longDay(paper.submitted)}; <span>originally announced</span> January 2031.</p></li>`;
}

function listPage(body: Html): Html {
  const main = html`<div id="content"><div id='content-inner'><div id='dlpage'><h1>Machine Learning</h1>${body}</div></div></div>`;
  return page('Machine Learning', html``, main);
}

function paging(): Html {
  return html`<div class='paging'>Total of ${listedPapers.length} entries</div>
    <div class='morefewer'>Showing up to 2000 entries per page: <a href=/list/cs.LG/new?skip=0&amp;show=1000 rel="nofollow">fewer</a> | <span>more</span> | <span>all</span></div>`;
}

function entry(paper: DemoPaper, number: number, withAbstract: boolean): Html {
  const section = sectionOf(paper);
  const note =
    section === 'cross'
      ? ` (cross-list from ${paper.categories[0]})`
      : section === 'replaced'
        ? ' (replaced)'
        : '';
  return html`<dt><a name='item${number}'>[${number}]</a>
      <a href ="/abs/${paper.id}" title="Abstract" id="${paper.id}">
        arXiv:${paper.id}
      </a>${note}
        [<a href="/pdf/${paper.id}" title="Download PDF" id="pdf-${paper.id}">pdf</a>, <a href="/html/${paper.id}v${paper.version ?? 1}" title="View HTML" id="html-${paper.id}">html</a>, <a href="/format/${paper.id}" title="Other formats" id="oth-${paper.id}">other</a>]
    </dt><dd><div class='meta'>
        <div class='list-title mathjax'><span class='descriptor'>Title:</span>
          ${paper.title}
        </div>
        <div class='list-authors'>${authors(paper)}</div>
        ${paper.comments ? html`<div class='list-comments mathjax'><span class='descriptor'>Comments:</span> ${paper.comments}</div>` : null}
        <div class='list-subjects'><span class='descriptor'>Subjects:</span> ${subjects(paper)}</div>
        ${withAbstract ? html`<p class='mathjax'>${paper.abstract}</p>` : null}
      </div></dd>`;
}

function authors(paper: DemoPaper): Html {
  const links = paper.authors.map(
    (name, at) =>
      html`${at > 0 ? ', ' : ''}<a href="https://arxiv.org/search/cs?searchtype=author&amp;query=${encodeURIComponent(familyFirst(name))}">${name}</a>`,
  );
  return html`${links}`;
}

function subjects(paper: DemoPaper): Html {
  const [primary = 'cs.LG', ...others] = paper.categories;
  return html`<span class="primary-subject">${SUBJECTS[primary] ?? primary} (${primary})</span>${others.map((each) => html`; ${SUBJECTS[each] ?? each} (${each})`)}`;
}

function sectionOf(paper: DemoPaper): Section {
  if (paper.version !== undefined) return 'replaced';
  return paper.categories[0] === 'cs.LG' ? 'new' : 'cross';
}

function announcedOn(paper: DemoPaper): string {
  return paper.submitted === '2031-01-13' ? '2031-01-14' : DEMO_DAY;
}

/** "Calloway, Ines" */
function familyFirst(name: string): string {
  const words = name.split(' ');
  return `${words.at(-1)}, ${words.slice(0, -1).join(' ')}`;
}

/** "14 Jan 2031" */
function longDay(day: string): string {
  const date = new Date(`${day}T00:00:00Z`);
  return date.toLocaleDateString('en-GB', {
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    timeZone: 'UTC',
  });
}

function page(title: string, head: Html, main: Html): Html {
  return html`<!DOCTYPE html>
<html lang="en"><head><title>${title}</title><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><link rel="stylesheet" href="${STYLE_ADDRESS}">${head}</head>
<body><header><div class="university">An invented day in January 2031</div><div class="bar"><a class="brand" href="/list/cs.LG/new">arXiv</a><span>&gt; cs.LG</span>
<form action="/search/"><input name="query" placeholder="Search..." aria-label="Search"><input type="hidden" name="searchtype" value="all"></form></div></header>
<main>${main}</main></body></html>`;
}
