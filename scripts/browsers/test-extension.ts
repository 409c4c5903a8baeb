/**
 * The names by which a test build is known, so that tests know its addresses beforehand. Chromium
 * derives an extension's id from the manifest's `key`; Firefox takes a UUID from a preference.
 */
import { createHash } from 'node:crypto';

export const TEST_KEY = Buffer.from('Paperkin, the build for tests').toString('base64');

/** The first 16 bytes of the key's SHA-256, each half byte as a letter from a to p. */
export const CHROMIUM_ID = createHash('sha256')
  .update(Buffer.from(TEST_KEY, 'base64'))
  .digest('hex')
  .slice(0, 32)
  .replace(/./g, (digit) => String.fromCharCode(97 + Number.parseInt(digit, 16)));

export const GECKO_ID = 'paperkin@paperkin.example';
export const FIREFOX_UUID = '7a9e1c52-3b64-4d0f-8a51-0c2f6e9d4b17';
