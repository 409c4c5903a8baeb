import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import en from '../../../public/_locales/en/messages.json';
import zh from '../../../public/_locales/zh_CN/messages.json';
import type { MessageFile } from '../../support/get-message';

const ROOT = join(import.meta.dirname, '../../..');
const english: MessageFile = en;
const chinese: MessageFile = zh;

describe('the message files', () => {
  it('name the same messages', () => {
    expect(Object.keys(chinese).sort()).toEqual(Object.keys(english).sort());
  });

  it.each(Object.keys(english))('%s has the same placeholders in both', (name) => {
    expect(chinese[name]?.placeholders).toEqual(english[name]?.placeholders);
    for (const file of [english, chinese]) {
      const named = [...(file[name]?.message ?? '').matchAll(/\$(\w+)\$/g)].map((m) => m[1]);
      const declared = Object.keys(file[name]?.placeholders ?? {});
      expect(declared).toEqual(expect.arrayContaining(named.map((n) => n?.toLowerCase())));
    }
  });

  it('have a plural family of one and other, or none', () => {
    const families = Object.keys(english).filter((name) => /_(one|other)$/.test(name));
    for (const name of families) {
      const stem = name.replace(/_(one|other)$/, '');
      expect(families).toEqual(expect.arrayContaining([`${stem}_one`, `${stem}_other`]));
    }
  });

  it('hold nothing that no code asks for', () => {
    const code = sources(['components', 'lib', 'entrypoints', 'wxt.config.ts'])
      .map(({ text }) => text)
      .join('\n');
    const unused = Object.keys(english).filter((name) => {
      const stem = name.replace(/_(one|other)$/, '');
      return !code.includes(`'${stem}'`) && !code.includes(`__MSG_${stem}__`);
    });
    expect(unused).toEqual([]);
  });
});

describe('components', () => {
  it.each(sources(['components', 'entrypoints']))(
    '$path writes no words of its own',
    ({ text }) => {
      const code = text.replace(/\/\*[\s\S]*?\*\/|(?<!:)\/\/.*$/gm, '');
      const elementText = /<\w[^<>{}]*>\s*[^<>{}=;()]*[A-Za-z]{2}[^<>{}=;()]*</g;
      // Attributes in JSX, and those of plain elements (`'aria-label': 'words'`).
      const attribute = /\b(?:title|placeholder|alt|label)="[^"]*[A-Za-z]|'aria-label': '/g;
      expect(code.match(elementText) ?? []).toEqual([]);
      expect(code.match(attribute) ?? []).toEqual([]);
    },
  );
});

function sources(paths: readonly string[]): { path: string; text: string }[] {
  return paths.flatMap((path) => {
    if (/\.tsx?$/.test(path)) return [{ path, text: readFileSync(join(ROOT, path), 'utf8') }];
    return readdirSync(join(ROOT, path), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name))
      .map((entry) => join(entry.parentPath, entry.name))
      .map((file) => ({ path: file.slice(ROOT.length + 1), text: readFileSync(file, 'utf8') }));
  });
}
