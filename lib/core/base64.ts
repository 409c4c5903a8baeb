/** Arguments to one call; engines allow some 64,000. */
const SPREAD = 0x8000;

export function toBase64(bytes: Uint8Array): string {
  let text = '';
  for (let at = 0; at < bytes.length; at += SPREAD) {
    text += String.fromCharCode(...bytes.subarray(at, at + SPREAD));
  }
  return btoa(text);
}

/** @throws DOMException for a text that is not base64 */
export function fromBase64(text: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(atob(text), (char) => char.charCodeAt(0));
}
