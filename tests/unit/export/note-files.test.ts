import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { line } from '../../../lib/export/citation';
import { toLogseqFiles } from '../../../lib/export/logseq';
import { toObsidianFiles } from '../../../lib/export/obsidian';
import { authorsOf, exchangePaper, hostilePaper, hostileText } from '../../support/exchange-papers';

const paper = exchangePaper({
  id: 'arxiv:3101.00042',
  title: 'Toy Models: "Dream" of Sheep',
  authors: authorsOf('Ada Example; Bo van der Beispiel'),
  date: '2031-01-02',
  categories: ['cs.LG'],
  tags: ['to read', '2031'],
  lists: ['Farm'],
  status: 'reading',
  starred: true,
  addedAt: '2031-01-05T10:00:00.000Z',
  abstract: 'We study *sheep*.',
  note: 'Line 1\n\n- Line 2',
});

function frontMatter(text: string): unknown {
  return parse(/^---\n([\s\S]*?\n)---\n/.exec(text)?.[1] ?? '');
}

describe('a file for Obsidian', () => {
  it('has properties, abstract and notes', () => {
    expect(toObsidianFiles([paper])).toEqual([
      {
        name: '@example2031toy.md',
        text: `---
title: "Toy Models: \\"Dream\\" of Sheep"
aliases: ["Toy Models"]
authors: ["Ada Example", "Bo van der Beispiel"]
year: 2031
date: "2031-01-02"
arxiv: "3101.00042"
doi: "10.48550/arXiv.3101.00042"
url: "https://arxiv.org/abs/3101.00042"
pdf: "https://arxiv.org/pdf/3101.00042"
tags: ["paper", "cs-LG", "to-read", "n2031"]
lists: ["Farm"]
status: "reading"
citekey: "example2031toy"
starred: true
added: 2031-01-05
---

# Toy Models: "Dream" of Sheep

> [!abstract]
> We study \\*sheep\\*.

## Notes

Line 1

- Line 2
`,
      },
    ]);
  });

  it('keeps a title that YAML would take apart, and an id that it would take for a number', () => {
    const hostile = exchangePaper({
      title: 'Attention: "all" you #need [x]',
      id: 'arxiv:2401.10000',
    });
    const [file] = toObsidianFiles([hostile]);
    expect(file?.text).toContain('title: "Attention: \\"all\\" you #need [x]"\n');
    expect(frontMatter(file?.text ?? '')).toMatchObject({ arxiv: '2401.10000' });
  });

  it('has front matter that reads back, whatever the paper holds', () => {
    fc.assert(
      fc.property(hostilePaper, hostileText, (any, title) => {
        const [file] = toObsidianFiles([{ ...any, title: `x${title.replace(/[$<]/g, '')}` }]);
        const properties = frontMatter(file?.text ?? '') as Record<string, unknown>;
        expect(properties.title).toBe(line(`x${title.replace(/[$<]/g, '')}`));
        for (const tag of properties.tags as string[]) {
          expect(tag).toMatch(/^[\p{L}\p{N}\p{M}\p{Extended_Pictographic}_/-]+$/u);
          expect(tag).not.toMatch(/^\d+$/);
        }
      }),
      { numRuns: 300 },
    );
  });
});

it('writes a page for Logseq with properties first and notes as blocks', () => {
  expect(toLogseqFiles([paper])).toEqual([
    {
      name: '@example2031toy.md',
      text: `title:: Toy Models: "Dream" of Sheep
authors:: Ada Example, Bo van der Beispiel
year:: 2031
date:: 2031-01-02
arxiv:: 3101.00042
doi:: 10.48550/arXiv.3101.00042
url:: https://arxiv.org/abs/3101.00042
pdf:: https://arxiv.org/pdf/3101.00042
tags:: paper, cs-LG, to-read, n2031
lists:: Farm
status:: reading
starred:: true
citekey:: example2031toy
added:: 2031-01-05

- ## Abstract
\t- We study \\*sheep\\*.
- ## Notes
\t- Line 1
\t  
\t  - Line 2
`,
    },
  ]);
});

it('gives each of several papers a file of its own, even where keys differ in nothing but case', () => {
  const papers = [
    exchangePaper({ citationKey: 'DBLP:conf/x' }),
    exchangePaper({ citationKey: 'dblp/conf:x' }),
    exchangePaper({ citationKey: 'A' }),
    exchangePaper({ citationKey: 'a' }),
  ];
  expect(toObsidianFiles(papers).map(({ name }) => name)).toEqual([
    '@DBLP conf x.md',
    '@dblp conf x 2.md',
    '@A.md',
    '@aa.md',
  ]);
});
