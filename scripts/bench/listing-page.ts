import { benchKey, benchPapers } from './bench-papers';

/** The papers of the page: among the first of every library of the bench. */
const FROM = 4000;

/**
 * An arXiv listing as the site builds one since 2024: a `dt` with four links and a `dd` with title,
 * authors, comments and subjects for each row, and its rules of style that touch them.
 */
export function listingPage(rows: number): string {
  const papers = benchPapers(FROM, rows).map((paper, i) => {
    const id = benchKey(FROM + i).slice('arxiv:'.length);
    const authors = paper.authors.map(
      ({ name }) =>
        `<a href="https://arxiv.org/search/cs?searchtype=author&amp;query=${encodeURIComponent(name)}">${name}</a>`,
    );
    return `<dt>
      <a name='item${i + 1}'>[${i + 1}]</a>
      <a href ="/abs/${id}" title="Abstract" id="${id}">
        arXiv:${id}
      </a>
        [<a href="/pdf/${id}" title="Download PDF" id="pdf-${id}" aria-labelledby="pdf-${id}">pdf</a>, <a href="https://arxiv.org/html/${id}v1" title="View HTML" id="html-${id}" aria-labelledby="html-${id}" rel="noopener noreferrer" target="_blank">html</a>, <a href="/format/${id}" title="Other formats" id="oth-${id}" aria-labelledby="oth-${id}">other</a>]
    </dt>
    <dd>
      <div class='meta'>
        <div class='list-title mathjax'><span class='descriptor'>Title:</span>
          ${paper.title}
        </div>
        <div class='list-authors'>${authors.join(', ')}</div>
        <div class='list-comments mathjax'><span class='descriptor'>Comments:</span>
          ${8 + (i % 30)} pages, ${1 + (i % 9)} figures
        </div>
        <div class='list-subjects'><span class='descriptor'>Subjects:</span>
          <span class="primary-subject">Machine Learning (cs.LG)</span>; Artificial Intelligence (cs.AI)
        </div>
      </div>
    </dd>`;
  });
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Machine Learning</title>
<style>
body { font: 16px/1.5 sans-serif; margin: 0 }
#dlpage { margin: 1em 2em; font-size: 90% }
#dlpage dl a { text-decoration: none }
#dlpage dt { margin-top: 1em }
#dlpage dd { margin: .3em 0 1em 2em }
.meta .list-title { font-size: large; font-weight: bold; margin: .25em 0 }
.meta .list-authors a:hover { text-decoration: underline }
.meta .descriptor { display: none }
.meta .primary-subject { font-weight: bold }
</style>
</head><body><div id="content"><div id="dlpage"><h1>Machine Learning</h1>
<dl id='articles'>${papers.join('\n')}</dl></div></div></body></html>`;
}
