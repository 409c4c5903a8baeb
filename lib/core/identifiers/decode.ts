/** Percent-decoded once, since what is encoded twice was meant to be so. Never throws. */
export function decodeOnce(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text; // a stray `%` is no encoding; the text stands as it is
  }
}
