import fc from 'fast-check';
import { expect, it, test } from 'vitest';
import { safeFileName, uniqueFileNames } from '../../../lib/export/file-names';

test.each([
  ['@example2031toy', '@example2031toy.md'],
  ['a\\b/c:d*e?f"g<h>i|j#k^l[m]n', 'a b c d e f g h i j k l m n.md'],
  ['../../etc/passwd', 'etc passwd.md'],
  ['.hidden', 'hidden.md'],
  ['CON', '_CON.md'],
  ['com1.txt', '_com1.txt.md'],
  ['ends in dot. ', 'ends in dot.md'],
  ['', 'paper.md'],
  ['???', 'paper.md'],
  ['王小明 🦜', '王小明 🦜.md'],
])('makes of "%s" the name %s', (name, file) => {
  expect(safeFileName(name, 'md')).toBe(file);
});

it('cuts names at 120 characters, through no character', () => {
  const file = safeFileName('🦜'.repeat(200), 'md');
  expect([...file]).toHaveLength(120);
  expect(file.isWellFormed()).toBe(true);
});

it('gives no name twice and none that a file system refuses', () => {
  const name = fc.oneof(fc.string({ unit: 'grapheme' }), fc.constantFrom('a', 'A', 'a ', 'nul'));
  fc.assert(
    fc.property(fc.array(name), (names) => {
      const files = uniqueFileNames(names, 'md');
      expect(new Set(files.map((file) => file.toLowerCase())).size).toBe(names.length);
      for (const file of files)
        expect(file).toMatch(
          /^[^\\/:*?"<>|#^[\]\p{Cc}.][^\\/:*?"<>|#^[\]\p{Cc}]*\.md$|^[^.]\.md$/u,
        );
    }),
  );
});
