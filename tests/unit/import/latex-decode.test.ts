import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeLatex } from '../../../lib/import/latex-decode';

describe('LaTeX as text', () => {
  it.each([
    // one letter, every spelling
    ['\\"u {\\"u} \\"{u} {\\"{u}} \\" u', 'ü ü ü ü ü'],
    ['\\v c \\v{c} {\\v c} {\\v{c}}', 'č č č č'],
    ["\\'\\i{} \\'{\\i} {\\'\\i} \\`\\i", 'í í í ì'],
    ['\\~{\\^e} \\^{\\~e}', 'ễ ẽ̂'],
    ['\\H{o} {\\H o} \\c{c} \\k{a} \\r a \\d{s} \\b{b} \\u{g} \\.I \\={a}', 'ő ő ç ą å ṣ ḇ ğ İ ā'],
    ['\\ss{} \\ae \\OE \\o \\L \\aa \\AA \\dh \\th \\i \\j \\ng', 'ß æŒøŁåÅðþıȷŋ'],
    ['Stra\\ss e, \\oe uvre, Ho{\\v r}ava', 'Straße, œuvre, Hořava'],
    // an accent with nothing under it
    ['\\~{} \\^{} \\\'{} \\"{}', '~ ^ \' "'],
    // specials and symbols
    ['\\& \\% \\$ \\# \\_ \\{ \\}', '& % $ # _ { }'],
    ['\\textasciitilde{} \\textbackslash{} \\textless{}\\textgreater{} \\textbar', '~ \\ <> |'],
    ['\\ldots{} \\textendash{} \\textquotedblleft a\\textquotedblright', '… – “a”'],
    ['a~b a\\ b a\\,b a\\-b a\\/b a\\\\b', 'a b a b a b ab ab a b'],
    ["``a'' `b' it's d'Alembert", "“a” ‘b’ it's d'Alembert"],
    ['a--b a---b a-b ----', 'a–b a—b a-b ----'],
    // markup
    [
      '\\textit{a} \\emph{b} {\\it c} {\\em d} \\textbf{e}',
      '<i>a</i> <i>b</i> <i>c</i> <i>d</i> <b>e</b>',
    ],
    ['H\\textsubscript{2}O x\\textsuperscript{2}', 'H<sub>2</sub>O x<sup>2</sup>'],
    ['{\\bf a {\\it b} c} d', '<b>a <i>b</i> c</b> d'],
    ['\\textsc{a} {\\sc b} \\texttt{c} \\mbox{d} \\uppercase{e}', 'a b c d E'],
    ['\\enquote{a} \\href{https://x}{b} \\url{c} \\noopsort{d}e', '“a” b c e'],
    // formulas stay
    ['$\\alpha$ {$x^{2}$} $a\\$b$', '$\\alpha$ $x^{2}$ $a\\$b$'],
    ['\\(a + b\\) \\[c\\] $$d$$ \\ensuremath{\\alpha}', '$a + b$ $c$ $d$ $\\alpha$'],
    ['from $5 to $10, $5, \\$5', 'from $5 to $10, $5, $5'],
    // what Mendeley makes of backslashes
    ["R$\\backslash$'enyi $\\backslash$textit{a} C:$\\backslash$dir", 'Rényi <i>a</i> C:\\dir'],
    // what is not known stays
    ['\\foo{x}{y} \\foo \\write18{z} \\+', '\\foo{x}{y} \\foo \\write18{z} \\+'],
    // what web pages leave
    ['a &amp; b &lt; c &#233; &#xe9; & d &unknown;', 'a & b < c é é & d &unknown;'],
    // braces that do not match
    ['a } b { c', 'a  b  c'],
    ['', ''],
  ])('%j is %j', (latex, text) => {
    expect(decodeLatex(latex)).toBe(text);
  });

  it('never throws, and leaves text without LaTeX alone', () => {
    const pieces = '\\ { } $ ~ ` \' - & # " ^ \\textit \\" \\it \\foo $x$ a é 1'.split(' ');
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...pieces, ' ', '\n')), (parts) => {
        expect(typeof decodeLatex(parts.join(''))).toBe('string');
      }),
    );
    fc.assert(
      fc.property(
        fc.string().map((text) => text.replace(/[\\{}$~`'&-]/g, '')),
        (text) => {
          expect(decodeLatex(text)).toBe(text);
        },
      ),
    );
  });
});
