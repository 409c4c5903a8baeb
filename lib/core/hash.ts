const PRIME_LOW = 0x1b3;
const WORD = 2 ** 32;

/**
 * FNV-1a, 64 bits, of the text's UTF-8 bytes, as 16 hex digits (draft-eastlake-fnv). Not for
 * secrets; for names that must be the same on every machine and in every version.
 */
export function fnv1a64(text: string): string {
  let high = 0xcbf29ce4;
  let low = 0x84222325;
  for (const byte of new TextEncoder().encode(text)) {
    low = (low ^ byte) >>> 0;
    // The prime is 2^40 + 0x1b3; each product stays below 2^53.
    const product = low * PRIME_LOW;
    high = (high * PRIME_LOW + Math.floor(product / WORD) + ((low << 8) >>> 0)) % WORD;
    low = product % WORD;
  }
  return [high, low].map((half) => half.toString(16).padStart(8, '0')).join('');
}
