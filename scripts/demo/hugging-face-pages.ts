/**
 * Daily Papers pages with invented papers, built as the real site builds its own in 2026: what a
 * reader sees as links and headings, and all the rest as JSON in `data-props`.
 */
import { DEMO_DAY, type DemoPaper, feedPapers } from './demo-papers';
import { type Html, html } from './html';

export const STYLE_ADDRESS = 'https://huggingface.co/front/build/demo/style.css';

export function dayPage(): Html {
  return feedPage('Daily Papers', feedPapers, { periodType: 'day', date: DEMO_DAY });
}

export function weekPage(): Html {
  return feedPage('Weekly Papers', feedPapers, { periodType: 'week', date: '2031-W03' });
}

/** Its rows are lines, not cards, and come in another order. */
export function trendingPage(): Html {
  const papers = [...feedPapers].sort((a, b) => starsOf(b) - starsOf(a));
  const props = { periodType: 'trending', dailyPapers: papers.map(feedEntry) };
  return page(
    'Trending Papers',
    html`${heading('Trending Papers', null)}${island(props, html`<div class="rows">${papers.map(row)}</div>`)}`,
  );
}

/** As on the real site, the props hold the feed of the day beside what was found. */
export function searchPage(query: string, found: readonly DemoPaper[]): Html {
  const props = {
    periodType: 'day',
    query,
    dailyPapers: feedPapers.slice(0, 5).map(feedEntry),
    searchResults: found.map(feedEntry),
  };
  const cards = html`<div class="cards">${found.map((paper) => card(paper, mark(paper.title, query)))}</div>`;
  return page(
    `Papers for ${query}`,
    html`${heading('Daily Papers', query)}${island(props, cards)}`,
  );
}

export function paperPage(paper: DemoPaper): Html {
  const facts = paper.huggingFace;
  const props = { paper: paperFacts(paper), comments: [], dailyPaperRank: 1 };
  const body = html`
    <h1>${paper.title}</h1>
    <p class="dates">Published on <time datetime="${paper.submitted}">${dayInWords(paper.submitted)}</time>
      ${facts ? html` · Submitted by <a href="/${facts.submittedBy}">${facts.submittedBy}</a>` : null}</p>
    <div class="authors">Authors: ${paper.authors.map((name) => html`<span class="author">${name},</span> `)}</div>
    <h2>Abstract</h2>
    <p class="summary">In short: ${firstSentence(paper.abstract)}</p>
    <p>${paper.abstract}</p>
    <div class="links">
      <a class="btn" href="https://arxiv.org/abs/${paper.id}">View arXiv page</a>
      <a class="btn" href="https://arxiv.org/pdf/${paper.id}">View PDF</a>
      ${facts?.code ? html`<a class="btn" href="https://github.com/${facts.code.repository}">GitHub ${facts.code.stars}</a>` : null}
    </div>
    <section id="community"><h2>Community</h2><p class="quiet">${facts?.comments ?? 0} comments</p></section>`;
  return page(
    `Paper page - ${paper.title}`,
    html`<div class="paper">${island(props, body, 'PaperContent')}</div>`,
  );
}

function feedPage(
  title: string,
  papers: readonly DemoPaper[],
  period: { periodType: string; date: string },
): Html {
  const props = {
    periodType: period.periodType,
    dateString: period.date,
    date: `${DEMO_DAY}T00:00:00.000Z`,
    prevDate: '2031-01-14',
    nextDate: '2031-01-16',
    canSubmit: false,
    dailyPapers: papers.map(feedEntry),
  };
  const cards = html`<div class="cards">${papers.map((paper) => card(paper, html`${paper.title}`))}</div>`;
  return page(`${title} - Hugging Face`, html`${heading(title, null)}${island(props, cards)}`);
}

function island(props: object, content: Html, target = 'DailyPapers'): Html {
  return html`<div class="SVELTE_HYDRATER contents" data-target="${target}" data-props="${JSON.stringify(props)}">${content}</div>`;
}

function heading(title: string, query: string | null): Html {
  return html`<div class="heading">
    <div><h1><a href="/papers">${title}</a></h1><p class="quiet">by the community, for the demo</p></div>
    <form action="/papers"><input name="q" value="${query ?? ''}" placeholder="Search any paper" aria-label="Search"></form>
    <nav class="periods"><a href="/papers/date/${DEMO_DAY}">Daily</a><a href="/papers/week/2031-W03">Weekly</a><a href="/papers/trending">Trending</a></nav>
    <div class="date"><a href="/papers/date/2031-01-14" aria-label="Day before">‹</a><time datetime="${DEMO_DAY}"><span>Jan</span><b>15</b></time><a href="/papers/date/2031-01-16" aria-label="Day after">›</a></div>
  </div>`;
}

function card(paper: DemoPaper, title: Html): Html {
  const facts = paper.huggingFace;
  const href = `/papers/${paper.id}`;
  return html`<div><article>
    <a href="${href}" class="thumbnail"><img alt="" src="https://cdn-thumbnails.huggingface.co/social-thumbnails/papers/${paper.id}.png"></a>
    <div class="submitter">Submitted by ${avatar(facts?.submittedBy ?? 'someone')} ${facts?.submittedBy ?? 'someone'}</div>
    <div class="body">
      <a href="/login?next=%2Fpapers%2F${paper.id}" class="vote"><div><i></i><div class="leading-none">${facts?.upvotes ?? 0}</div></div></a>
      <div class="text">
        <h3><a href="${href}" class="line-clamp-3">${title}</a></h3>
        ${facts?.organization ? html`<a class="organization" href="/${facts.organization.toLowerCase().replaceAll(' ', '-')}">${facts.organization}</a>` : null}
        <div class="foot">
          <a href="${href}" class="people"><ul>${paper.authors.slice(0, 3).map((name) => html`<li title="${userName(name)}">${avatar(name)}</li>`)}</ul><span>· ${paper.authors.length} authors</span></a>
          ${facts?.code ? html`<a class="stars" href="https://github.com/${facts.code.repository}">★ ${facts.code.stars}</a>` : null}
          <a href="${href}#community" class="comments">◌ ${facts?.comments ?? 0}</a>
        </div>
      </div>
    </div></article></div>`;
}

function row(paper: DemoPaper): Html {
  const facts = paper.huggingFace;
  return html`<article class="row">
    <div class="text"><h3><a href="/papers/${paper.id}">${paper.title}</a></h3>
      <p>${firstSentence(paper.abstract)}</p>
      <div class="foot"><a href="/papers/${paper.id}" class="people">· ${paper.authors.length} authors</a>
        <span class="quiet">Published on ${dayInWords(paper.submitted)}</span></div></div>
    <div class="side"><a href="/papers/${paper.id}" class="button">Upvote ${facts?.upvotes ?? 0}</a>
      ${facts?.code ? html`<a class="button" href="https://github.com/${facts.code.repository}">GitHub ${facts.code.stars}</a>` : null}
      <a class="button" href="https://arxiv.org/abs/${paper.id}">arXiv Page</a></div>
  </article>`;
}

function feedEntry(paper: DemoPaper): object {
  return {
    paper: paperFacts(paper),
    title: paper.title,
    publishedAt: `${paper.submitted}T17:59:59.000Z`,
    numComments: paper.huggingFace?.comments ?? 0,
    submittedBy: { name: paper.huggingFace?.submittedBy ?? 'someone', type: 'user' },
    ...organizationOf(paper),
  };
}

function paperFacts(paper: DemoPaper): object {
  const facts = paper.huggingFace;
  return {
    id: paper.id,
    title: paper.title,
    summary: paper.abstract,
    authors: paper.authors.map((name) => ({ name, hidden: false })),
    publishedAt: `${paper.submitted}T17:59:59.000Z`,
    submittedOnDailyAt: `${DEMO_DAY}T01:10:00.000Z`,
    upvotes: facts?.upvotes ?? 0,
    ...organizationOf(paper),
    ...(facts?.code && {
      githubRepo: `https://github.com/${facts.code.repository}`,
      githubStars: facts.code.stars,
    }),
  };
}

function organizationOf(paper: DemoPaper): object {
  const name = paper.huggingFace?.organization;
  return name
    ? { organization: { name: name.toLowerCase().replaceAll(' ', '-'), fullname: name } }
    : {};
}

function page(title: string, main: Html): Html {
  return html`<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title><link rel="stylesheet" href="${STYLE_ADDRESS}">
<script>if (matchMedia('(prefers-color-scheme: dark)').matches) document.documentElement.classList.add('dark')</script></head>
<body><header><a class="brand" href="/papers">Hugging Face</a><nav><a href="/models">Models</a><a href="/datasets">Datasets</a><a href="/papers">Papers</a></nav></header>
<main>${main}</main></body></html>`;
}

/** A title cut up by the marks that a search puts on its words. */
function mark(title: string, query: string): Html {
  const words = new Set(query.toLowerCase().split(/\s+/));
  const pieces = title
    .split(/(\s+)/)
    .map((piece) =>
      words.has(piece.toLowerCase())
        ? html`<span class="highlight">${piece}</span>`
        : html`${piece}`,
    );
  return html`${pieces}`;
}

function avatar(name: string): Html {
  const hue = [...name].reduce((total, letter) => total + letter.charCodeAt(0) * 7, 0) % 360;
  return html`<i class="avatar" style="--hue:${hue}"></i>`;
}

function userName(name: string): string {
  return name.toLowerCase().replaceAll(' ', '');
}

function starsOf(paper: DemoPaper): number {
  return paper.huggingFace?.code?.stars ?? 0;
}

function firstSentence(text: string): string {
  return `${text.split('. ')[0]}.`;
}

/** "Jan 14" */
function dayInWords(day: string): string {
  const date = new Date(`${day}T00:00:00Z`);
  return date.toLocaleDateString('en-US', { month: 'short', day: 'numeric', timeZone: 'UTC' });
}
