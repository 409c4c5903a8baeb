import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  formatIdentifier,
  isPaperKey,
  parseIdentifier,
  parsePaperAddress,
} from '../../../lib/core/identifiers';
import { SCHEMES, type Scheme, toPaperKey } from '../../../lib/core/identifiers/schemes';

/** `key[@version] kind`, or `none`, then indented addresses. */
function readTable(): { address: string; expected: string }[] {
  const path = fileURLToPath(new URL('../../fixtures/addresses/addresses.txt', import.meta.url));
  let expected = '';
  const rows: { address: string; expected: string }[] = [];
  for (const line of readFileSync(path, 'utf8').split('\n')) {
    if (line.startsWith('  ')) rows.push({ address: line.trim(), expected });
    else if (line !== '' && !line.startsWith('#')) expected = line.trim();
  }
  return rows;
}

function describeAddress(address: string): string {
  const found = parsePaperAddress(address);
  if (!found) return 'none';
  return `${found.key}${found.version === undefined ? '' : `@${found.version}`} ${found.kind}`;
}

const TABLE = readTable();

describe('parsePaperAddress', () => {
  it('is tried on at least 400 different addresses', () => {
    expect(new Set(TABLE.map((row) => row.address)).size).toBeGreaterThanOrEqual(400);
  });

  it.each(TABLE)('$address names $expected', ({ address, expected }) => {
    expect(describeAddress(address)).toBe(expected);
  });

  it('takes a URL object as well as text', () => {
    expect(parsePaperAddress(new URL('https://arxiv.org/abs/1706.03762v2'))).toEqual({
      key: 'arxiv:1706.03762',
      version: 2,
      kind: 'paper',
    });
  });
});

describe('parseIdentifier', () => {
  it.each([
    ['1706.03762', 'arxiv:1706.03762'],
    ['1706.03762v5', 'arxiv:1706.03762', 5],
    ['arXiv:1706.03762', 'arxiv:1706.03762'],
    ['arxiv: 1706.03762v2', 'arxiv:1706.03762', 2],
    ['arXiv:1706.03762v2 [cs.CL]', 'arxiv:1706.03762', 2],
    ['arXiv preprint arXiv:1706.03762', 'arxiv:1706.03762'],
    ['(arXiv:1706.03762).', 'arxiv:1706.03762'],
    ['math.GT/0309136', 'arxiv:math/0309136'],
    ['arXiv:math/0309136v1', 'arxiv:math/0309136', 1],
    ['solv-int/9801001', 'arxiv:solv-int/9801001'],
    ['10.1038/NATURE14539', 'doi:10.1038/nature14539'],
    ['doi:10.1038/nature14539', 'doi:10.1038/nature14539'],
    ['DOI: 10.1038/nature14539.', 'doi:10.1038/nature14539'],
    ['doi 10.1038/nature14539', 'doi:10.1038/nature14539'],
    ['<https://doi.org/10.1038/nature14539>', 'doi:10.1038/nature14539'],
    ['"10.1038/nature14539",', 'doi:10.1038/nature14539'],
    ['10.1038/nature14539\u200b', 'doi:10.1038/nature14539'],
    ['10.1016/S0009-2614(97)04014-1', 'doi:10.1016/s0009-2614(97)04014-1'],
    ['(10.1016/S0009-2614(97)04014-1)', 'doi:10.1016/s0009-2614(97)04014-1'],
    ['10.48550/arXiv.1706.03762', 'arxiv:1706.03762'],
    ['10.48550/arXiv.1706.03762v3', 'arxiv:1706.03762', 3],
    ['10.18653/v1/N19-1423', 'acl:N19-1423'],
    ['10.1101/2020.01.02.123456v2', 'doi:10.1101/2020.01.02.123456'],
    ['10.64898/2025.12.10.693400v1.full', 'doi:10.64898/2025.12.10.693400'],
    ['PMID: 26017442', 'pmid:26017442'],
    ['PMC4368415', 'pmcid:PMC4368415'],
    ['PMCID: PMC4368415', 'pmcid:PMC4368415'],
    ['CorpusID:13756489', 'corpusid:13756489'],
    ['N19-1423', 'acl:N19-1423'],
    ['2020.acl-main.703', 'acl:2020.acl-main.703'],
    ['hal-01234567v2', 'hal:hal-01234567'],
    ['ePrint 2023/123', 'eprint:2023/123'],
    ['Cryptology', null],
    ['2015Natur.521..436L', 'bibcode:2015Natur.521..436L'],
    ['arxiv.org/abs/1706.03762', 'arxiv:1706.03762'],
    ['https://arxiv.org/pdf/1706.03762v2', 'arxiv:1706.03762', 2],
    ['26017442', null],
    ['2023/123', null],
    ['0123456789abcdef0123456789abcdef01234567', null],
    ['https://evil.example/10.1038/nature14539', null],
    ['version 3.14', null],
    ['10.5', null],
    ['', null],
  ] as const)('%j names %j', (text, key, version?: number) => {
    const found = parseIdentifier(text);
    expect({ key: found?.key ?? null, version: found?.version }).toEqual({ key, version });
  });
});

const digits = (count: number) => fc.stringMatching(new RegExp(`^[1-9]\\d{${count - 1}}$`));
const VALUES: Record<Scheme, fc.Arbitrary<string>> = {
  arxiv: fc.oneof(
    fc.stringMatching(/^(?:0[8-9]|1[0-4])(?:0[1-9]|1[0-2])\.\d{3}[1-9]$/),
    fc.stringMatching(/^(?:1[5-9]|2\d)(?:0[1-9]|1[0-2])\.\d{4}[1-9]$/),
    fc.stringMatching(/^(?:math|solv-int|hep-th)\/9[2-9]0[1-9]\d\d[1-9]$/),
  ),
  acl: fc.oneof(
    fc.stringMatching(/^[A-Z]\d\d-\d\d\d[1-9]$/),
    fc.stringMatching(/^20\d\d\.[a-z]{2,9}-[a-z]{1,9}\.[1-9]\d{0,3}$/),
  ),
  doi: fc.stringMatching(/^10\.[1-9]\d{3,8}\/[a-z0-9.;:()<>/-]{0,30}[a-z0-9]$/),
  openreview: fc.stringMatching(/^[A-Za-z0-9_-]{9,12}$/),
  pmlr: fc.stringMatching(/^v\d{1,3}\/[a-z]{3,9}\d\d[a-z]$/),
  neurips: fc.stringMatching(/^[0-9a-f]{32}$/),
  cvf: fc.stringMatching(/^[A-Z][a-z]{2,9}_[A-Za-z_-]{2,40}_CVPR_20\d\d$/),
  pmid: digits(8),
  pmcid: digits(7).map((number) => `PMC${number}`),
  ieee: digits(8),
  pii: fc.stringMatching(/^S\d{15}[\dX]$/),
  hal: fc.stringMatching(/^(?:hal|tel|halshs)-\d{8}$/),
  eprint: fc.stringMatching(/^20\d\d\/[1-9]\d{2,3}$/),
  bibcode: fc.stringMatching(/^20\d\d[A-Z][a-z]{4}\.\d{3}\.\.\d{3}[A-Z]$/),
  s2: fc.stringMatching(/^[0-9a-f]{40}$/),
  corpusid: digits(8),
};
const keys = fc
  .constantFrom(...(Object.keys(SCHEMES) as Scheme[]))
  .chain((scheme) => VALUES[scheme].map((value) => ({ scheme, value })))
  .map(({ scheme, value }) => toPaperKey(scheme, value))
  .filter((key) => key !== null);

describe('any identifier', () => {
  it('reads back as written by formatIdentifier', () => {
    fc.assert(fc.property(keys, (key) => parseIdentifier(formatIdentifier(key))?.key === key));
  });

  it('stays put when its key is read again', () => {
    fc.assert(fc.property(keys, (key) => parseIdentifier(key)?.key === key && isPaperKey(key)));
  });

  it('covers every scheme', () => {
    for (const [scheme, values] of Object.entries(VALUES)) {
      const sample = fc.sample(values, 5).map((value) => toPaperKey(scheme as Scheme, value));
      expect(sample, scheme).not.toContain(null);
    }
  });
});

describe('any text at all', () => {
  const hostile = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 300 }),
    fc.webUrl({ withQueryParameters: true, withFragments: true }),
    fc.string().map((text) => `https://arxiv.org/abs/${text}`),
    fc.string().map((text) => `https://doi.org/10.1000/${text}`),
    fc.string().map((text) => `10.1000/${text}`),
    fc.constantFrom('('.repeat(5_000), '10.1000/'.padEnd(6_000, ')'), '%'.repeat(3_000)),
  );

  it('never throws and gives a canonical key or null', () => {
    fc.assert(
      fc.property(hostile, (text) => {
        for (const found of [parseIdentifier(text), parsePaperAddress(text)]) {
          if (found) expect(isPaperKey(found.key), found.key).toBe(true);
        }
      }),
      { numRuns: 1_000 },
    );
  });

  it('is nobody on a host that is not ours, whatever its path says', () => {
    const paths = fc.constantFrom(
      ...TABLE.filter((row) => row.expected !== 'none' && URL.canParse(row.address)).map((row) => {
        const url = new URL(row.address);
        return url.pathname + url.search;
      }),
    );
    const hosts = fc.stringMatching(/^[a-z0-9-]{0,20}$/).map((label) => `x${label}x.example`);
    fc.assert(
      fc.property(
        hosts,
        paths,
        (host, path) => parsePaperAddress(`https://${host}${path}`) === null,
      ),
    );
  });
});

describe('isPaperKey', () => {
  it.each(['arxiv:1706.03762', 'doi:10.1038/nature14539', 't:0a1b2c3d4e5f', 'acl:N19-1423'])(
    'takes %s',
    (key) => expect(isPaperKey(key)).toBe(true),
  );

  it.each([
    'arxiv:1706.03762v2',
    'arxiv:math.GT/0309136',
    'doi:10.1038/Nature14539',
    'doi:10.48550/arxiv.1706.03762',
    'pmid:x',
    'foo:1',
    '1706.03762',
    '__proto__:1',
    '',
  ])('refuses %j', (key) => expect(isPaperKey(key)).toBe(false));
});
