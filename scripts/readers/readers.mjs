import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Cite } from '@citation-js/core';
import '@citation-js/plugin-bibtex';
import '@citation-js/plugin-ris';
import { parse } from '@retorquere/bibtex-parser';

/**
 * Readers of our files that are not ours. Each takes a file's text and a directory to work in, and
 * gives CSL-JSON items (at least `id`), or null where it is not installed. `foldsCase`: it sets the
 * capitals of titles as it thinks fit.
 */
let lastNote = '';
const note = () => lastNote;
const everything = { abstracts: true, keywords: true, notes: true };

export const READERS = [
  {
    name: 'pandoc',
    format: 'bibtex',
    options: everything,
    read: pandoc('bibtex'),
    foldsCase: true,
  },
  {
    name: 'pandoc',
    format: 'bibtex',
    options: { ascii: true },
    read: pandoc('bibtex'),
    foldsCase: true,
  },
  {
    name: 'pandoc',
    format: 'biblatex',
    options: everything,
    read: pandoc('biblatex'),
    foldsCase: true,
  },
  { name: 'pandoc', format: 'ris', read: pandoc('ris') },
  { name: 'pandoc', format: 'csl-json', read: pandoc('csljson') },
  { name: 'biber --tool', format: 'bibtex', options: everything, read: biber, note },
  { name: 'biber --tool', format: 'biblatex', options: everything, read: biber, note },
  { name: 'bibtex', format: 'bibtex', options: { ascii: true }, read: bibtex, note },
  { name: 'pdflatex', format: 'bibtex', options: { ascii: true }, read: pdflatex, note },
  { name: 'bibutils', format: 'bibtex', options: everything, read: bibutils('bib2xml') },
  { name: 'bibutils', format: 'biblatex', options: everything, read: bibutils('biblatex2xml') },
  { name: 'bibutils', format: 'ris', read: bibutils('ris2xml') },
  {
    name: 'citation-js',
    format: 'bibtex',
    options: everything,
    read: (text) => new Cite(text).data,
  },
  {
    name: 'citation-js',
    format: 'biblatex',
    options: everything,
    read: (text) => new Cite(text).data,
  },
  { name: 'citation-js', format: 'ris', read: (text) => new Cite(text).data },
  { name: 'bibtex-parser', format: 'bibtex', options: everything, read: betterBibtex },
  { name: 'bibtex-parser', format: 'biblatex', options: everything, read: betterBibtex },
];

function run(command, args, options) {
  const { error, stdout, stderr, status } = spawnSync(command, args, {
    encoding: 'utf8',
    maxBuffer: 2 ** 28,
    ...options,
  });
  if (error?.code === 'ENOENT') return null;
  if (error) throw error;
  return { output: stdout + stderr, stdout, status };
}

function pandoc(from) {
  return (text, directory) => {
    writeFileSync(join(directory, 'in.txt'), text);
    const args = ['-f', from, '-t', 'csljson', 'in.txt'];
    const result = run('pandoc', args, { cwd: directory });
    if (!result || result.output.includes('Unknown input format')) return null; // RIS since 3.0
    if (result.status !== 0) throw new Error(`pandoc -f ${from}: ${result.output.slice(0, 500)}`);
    return JSON.parse(result.stdout);
  };
}

/** What biber writes again is read by citation-js. */
function biber(text, directory) {
  writeFileSync(join(directory, 'in.bib'), text);
  const args = ['--tool', '--output-file=out.bib', '--nolog', 'in.bib'];
  const result = run('biber', args, { cwd: directory });
  if (!result) return null;
  const complaints = result.output.match(/^(?:WARN|ERROR) - .*/gm) ?? [];
  lastNote = `${complaints.length} warnings${complaints[0] ? `: ${complaints[0]}` : ''}`;
  const out = readFileSync(join(directory, 'out.bib'), 'utf8');
  return new Cite(out).data;
}

/** BibTeX keeps the keys alone in a form that can be read: one \bibitem for each entry. */
function bibtex(text, directory) {
  writeFileSync(join(directory, 'in.bib'), text);
  writeFileSync(
    join(directory, 'in.aux'),
    '\\relax\n\\citation{*}\n\\bibstyle{plain}\n\\bibdata{in}\n',
  );
  const result = run('bibtex', ['in'], { cwd: directory });
  if (!result) return null;
  const log = readFileSync(join(directory, 'in.blg'), 'utf8');
  const errors = log.match(/^.*---line \d+ of file.*$/gm) ?? [];
  lastNote = `${errors.length} errors${errors[0] ? `: ${errors[0]}` : ''}`;
  return bibitems(directory);
}

function bibitems(directory) {
  const items = readFileSync(join(directory, 'in.bbl'), 'utf8');
  return [...items.matchAll(/\\bibitem(?:\[[^\]]*\])?\{([^}]*)\}/g)].map(([, id]) => ({ id }));
}

const LATEX_PAPER = `\\documentclass{article}
\\usepackage[T1]{fontenc}
\\usepackage{amssymb}
\\begin{document}
\\nocite{*}
\\bibliographystyle{plain}
\\bibliography{in}
\\end{document}
`;

/** Prints the bibliography. That pdflatex knows no Chinese or emoji is no fault of ours. */
function pdflatex(text, directory) {
  const latex = () => run('pdflatex', ['-interaction=nonstopmode', 'in.tex'], { cwd: directory });
  writeFileSync(join(directory, 'in.tex'), LATEX_PAPER);
  writeFileSync(join(directory, 'in.bib'), text);
  if (!latex() || !run('bibtex', ['in'], { cwd: directory })) return null;
  const errors = latex().output.match(/^! .*$/gm) ?? [];
  const ours = errors.filter((error) => !error.includes('Unicode character'));
  lastNote = `${ours.length} errors${ours[0] ? `: ${ours[0]}` : ''}`;
  return bibitems(directory);
}

/** MODS, of which keys and main titles are read. */
function bibutils(command) {
  return (text, directory) => {
    writeFileSync(join(directory, 'in.txt'), text);
    const result = run(command, ['-i', 'utf8', 'in.txt'], { cwd: directory });
    if (!result) return null;
    const records = result.stdout.match(/<mods [\s\S]*?<\/mods>/g) ?? [];
    return records.map((record) => ({
      id: unescapeXml(/ ID="([^"]*)"/.exec(record)?.[1] ?? ''),
      author: personsOf(record),
    }));
  };
}

function personsOf(record) {
  const names = record.replace(/<relatedItem[\s\S]*?<\/relatedItem>/g, '');
  const authors = [...names.matchAll(/<name(?: type="[a-z]+")?>([\s\S]*?)<\/name>/g)].filter(
    ([, name]) => name.includes('>author<'),
  );
  return authors.map(([, name]) => {
    const part = (type) =>
      [...name.matchAll(new RegExp(`<namePart type="${type}">([^<]*)<`, 'g'))]
        .map(([, text]) => unescapeXml(text))
        .join(' ');
    const literal = /<namePart>([^<]*)</.exec(name)?.[1];
    if (literal) return { literal: unescapeXml(literal) };
    return { family: part('family'), given: part('given'), suffix: part('suffix') };
  });
}

function betterBibtex(text) {
  const { entries } = parse(text, { sentenceCase: false });
  return entries.map(({ key, fields }) => ({
    id: key,
    title: fields.title,
    author: fields.author?.map(({ name, lastName, firstName, prefix, suffix }) =>
      name
        ? { literal: name }
        : { family: lastName, given: firstName, 'non-dropping-particle': prefix, suffix },
    ),
    issued: { 'date-parts': [[(fields.year ?? fields.date ?? '').slice(0, 4)]] },
    'container-title': fields.journal ?? fields.journaltitle ?? fields.booktitle ?? fields.series,
    DOI: fields.doi,
    URL: fields.url,
  }));
}

function unescapeXml(text) {
  return text
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&apos;', "'")
    .replaceAll('&amp;', '&');
}
