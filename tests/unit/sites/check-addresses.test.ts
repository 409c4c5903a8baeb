import { execFileSync } from 'node:child_process';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';

const SCRIPT = fileURLToPath(new URL('../../../scripts/check-addresses.mjs', import.meta.url));

function check(text: string): unknown[] {
  const file = join(mkdtempSync(join(tmpdir(), 'addresses-')), 'list.txt');
  writeFileSync(file, text);
  const lines = execFileSync(process.execPath, [SCRIPT, file], { encoding: 'utf8' }).split('\n');
  expect(lines.pop()).toBe('');
  return lines.map((line) => JSON.parse(line) as unknown);
}

it('check:addresses prints one JSON line for each line, in order, empty ones too', () => {
  expect(
    check(
      'https://arxiv.org/abs/math.GT/0309136v2\r\n\r\nnonsense\r\nhttps://arxiv.org/list/cs.LG/new',
    ),
  ).toEqual([
    { url: 'https://arxiv.org/abs/math.GT/0309136v2', id: 'arxiv:math/0309136', kind: 'paper' },
    { url: '', id: null, kind: null },
    { url: 'nonsense', id: null, kind: null },
    { url: 'https://arxiv.org/list/cs.LG/new', id: null, kind: 'list' },
  ]);
}, 30_000);
