import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cleanUrl } from '../../../lib/core/clean-text';
import { parsePaperAddress } from '../../../lib/core/identifiers';
import { findPaperLinks } from '../../../lib/core/paper-links';

const SCHEMES = ['javascript:', 'data:text/html,', 'file:///', 'moz-extension://', 'blob:', '//'];
/** Hosts that look like arXiv's, or hold its name. */
const LOOK_ALIKES = [
  'arxiv.org@evil.example',
  'arxiv.org:443@evil.example',
  'arxiv.org.evil.example',
  'arxiv.org%2eevil.example',
  'аrxiv.org', // a Cyrillic a
  'arxiν.org', // a Greek nu
];
const PATH = '/abs/3101.00042';

const paths = fc.webPath();

describe('S-02: addresses that are not what they seem', () => {
  it('of no scheme of the web are dropped, however they are written', () => {
    const disguises = fc.constantFrom('', ' ', '\t', '\n', '\u0000', '\u202e');
    fc.assert(
      fc.property(fc.constantFrom(...SCHEMES), disguises, paths, (scheme, disguise, path) => {
        for (const host of ['evil.example', 'arxiv.org']) {
          const address = `${disguise}${scheme}${host}${path}`;
          expect(cleanUrl(address)).toBeNull();
          expect(cleanUrl(address.toUpperCase())).toBeNull();
        }
      }),
    );
  });

  it.each(SCHEMES.filter((scheme) => scheme !== '//'))('with %s name no paper', (scheme) => {
    expect(parsePaperAddress(`${scheme}arxiv.org${PATH}`)).toBeNull();
    expect(parsePaperAddress(`${scheme}//arxiv.org${PATH}`)).toBeNull();
  });

  it.each(LOOK_ALIKES)('of %s name no paper of arXiv', (host) => {
    expect(parsePaperAddress(`https://${host}${PATH}`)).toBeNull();
  });

  it.each(LOOK_ALIKES.slice(-2))('of %s are kept with their true host in sight', (host) => {
    expect(cleanUrl(`https://${host}${PATH}`)).toMatch(/^https:\/\/xn--[\w.-]+\/abs/);
  });

  it('never come out of a paper’s own links, whatever its title holds', () => {
    const titles = fc.oneof(fc.constantFrom(...SCHEMES, ...LOOK_ALIKES), fc.string());
    fc.assert(
      fc.property(titles, (title) => {
        for (const { url } of findPaperLinks(['arxiv:3101.00042' as never], title)) {
          expect(new URL(url).protocol).toBe('https:');
          expect(new URL(url).host).not.toContain('evil');
        }
      }),
    );
  });
});
