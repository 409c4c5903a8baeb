import { cleanLine, TEXT_LIMITS } from '../core/clean-text';

/** Never text of the paper: scripts, hidden copies of formulas, notes, and our own badge. */
const SKIPPED =
  'style, noscript, template, button, svg, paperkin-badge, .descriptor, .MathJax, .MathJax_Preview, ' +
  '.MathJax_Display, .MathJax_SVG, .MathJax_CHTML, .MathJax_Error, .katex-html, .ltx_note, .ltx_ERROR';

/** Deeper is no text that an author wrote; it is taken as it stands. */
const MAX_DEPTH = 100;

/**
 * The text of an element as its author wrote it: one clean line, formulas as `$TeX$` whatever a
 * typesetter made of them (MathJax 2 and 3, KaTeX, LaTeXML), without labels such as "Title:".
 * '' for no element. `skipped` names further descendants to leave out.
 */
export function readText(
  element: Element | null | undefined,
  max: number = TEXT_LIMITS.title,
  skipped = '',
): string {
  if (!element) return '';
  // Most elements hold plain text only; walking those node by node would cost a listing dearly.
  if (element.firstElementChild === null) return cleanLine(element.textContent ?? '', max);
  const pieces: string[] = [];
  collect(element, skipped === '' ? SKIPPED : `${SKIPPED}, ${skipped}`, pieces);
  return cleanLine(pieces.join(''), max);
}

function collect(element: Element, skipped: string, pieces: string[], depth = 0): void {
  if (element.firstElementChild === null || depth > MAX_DEPTH) {
    pieces.push(element.textContent ?? '');
    return;
  }
  for (const node of element.childNodes) {
    if (node.nodeType === 3) pieces.push(node.nodeValue ?? '');
    else if (node.nodeType === 1) collectElement(node as Element, skipped, pieces, depth + 1);
  }
}

function collectElement(element: Element, skipped: string, pieces: string[], depth: number): void {
  const tex = findTex(element);
  if (tex !== null) pieces.push(`$${tex.trim()}$`);
  else if (element.localName === 'br') pieces.push(' ');
  // MathJax 3 keeps no TeX: the letters of its copy for screen readers are the next best.
  else if (element.localName === 'mjx-container') {
    pieces.push(element.querySelector('mjx-assistive-mml')?.textContent ?? '');
  } else if (element.localName !== 'script' && !element.matches(skipped)) {
    collect(element, skipped, pieces, depth);
  }
}

/** The TeX source of a typeset formula; null for what is none. */
function findTex(element: Element): string | null {
  if (element.localName === 'script') {
    return /^math\/tex/.test(element.getAttribute('type') ?? '') ? element.textContent : null;
  }
  if (element.localName === 'math') {
    return element.getAttribute('alttext') ?? findAnnotation(element);
  }
  if (element.localName === 'mjx-container') {
    const source = element.querySelector('mjx-math')?.getAttribute('data-latex');
    return source ?? findAnnotation(element);
  }
  return element.matches('.katex') ? findAnnotation(element) : null;
}

function findAnnotation(element: Element): string | null {
  return element.querySelector('annotation[encoding="application/x-tex"]')?.textContent ?? null;
}

/** A whole number that a text consists of ("1,204"); undefined for anything else. */
export function parseCount(text: string | null | undefined): number | undefined {
  const digits = (text ?? '').trim().replace(/[,\u202f\u00a0]/g, '');
  return /^\d{1,9}$/.test(digits) ? Number(digits) : undefined;
}
