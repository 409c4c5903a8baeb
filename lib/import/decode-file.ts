/**
 * The text of a file. UTF-16 is told by its byte order mark or by its zeros; everything else is
 * UTF-8, and where it is not valid UTF-8, Windows-1252, which older reference managers write.
 */
export function decodeFile(bytes: Uint8Array): string {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return decode(bytes, 'utf-16le');
  if (first === 0xfe && second === 0xff) return decode(bytes, 'utf-16be');
  if (first !== 0 && second === 0 && bytes[3] === 0) return decode(bytes, 'utf-16le');
  if (first === 0 && second !== 0 && bytes[2] === 0) return decode(bytes, 'utf-16be');
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return decode(bytes, 'windows-1252'); // every byte is a character there: it cannot fail
  }
}

function decode(bytes: Uint8Array, encoding: string): string {
  return new TextDecoder(encoding).decode(bytes);
}
