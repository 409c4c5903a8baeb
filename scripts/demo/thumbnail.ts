import { demoPapers } from './demo-papers';
import { html } from './html';

/** A first page in miniature, which stands for the picture that the real site has of it. */
export function drawThumbnail(id: string): string | null {
  const paper = demoPapers.find((each) => each.id === id);
  if (!paper) return null;
  const lines = breakLines(paper.title, 34);
  const title = lines.map(
    (line, at) => html`<text x="300" y="${86 + at * 30}" class="t">${line}</text>`,
  );
  const top = 110 + lines.length * 30;
  const bars = Array.from({ length: 26 }, (_, at) => {
    const x = at % 2 === 0 ? 70 : 310;
    const width = at % 7 === 5 ? 140 : 220;
    return html`<rect x="${x}" y="${top + 40 + Math.floor(at / 2) * 16}" width="${width}" height="7" rx="2"/>`;
  });
  return html`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 600 420"><style>text{font-family:Georgia,serif;text-anchor:middle;fill:#222}.t{font-size:24px}.a{font-size:14px;fill:#555}rect{fill:#d5d5d5}</style><path fill="#fff" d="M0 0h600v420H0z"/>${title}<text x="300" y="${top}" class="a">${paper.authors.slice(0, 4).join('    ')}</text>${bars}</svg>`
    .text;
}

function breakLines(text: string, length: number): string[] {
  const lines: string[] = [];
  for (const word of text.split(' ')) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + word.length < length)
      lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines.slice(0, 3);
}
