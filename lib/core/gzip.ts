import { AppError } from './errors';

/** Compresses lines of text one by one, so that only the result is ever whole in memory. */
export async function gzipLines(lines: AsyncIterable<string>): Promise<ArrayBuffer> {
  const gzip = new CompressionStream('gzip');
  const result = new Response(gzip.readable).arrayBuffer();
  const writer = gzip.writable.getWriter();
  const encoder = new TextEncoder();
  for await (const line of lines) await writer.write(encoder.encode(line));
  await writer.close();
  return result;
}

/** The lines again. Throws `bad-input` for more than `maxBytes` of text, before it is all read. */
export async function* gunzipLines(
  bytes: ArrayBuffer,
  maxBytes: number,
): AsyncGenerator<string, void> {
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('gzip'));
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let rest = '';
  let size = 0;
  for await (const chunk of stream as unknown as AsyncIterable<Uint8Array>) {
    size += chunk.byteLength;
    if (size > maxBytes) throw new AppError('bad-input', `more than ${maxBytes} bytes of text`);
    const lines = (rest + decoder.decode(chunk, { stream: true })).split('\n');
    rest = lines.pop() ?? '';
    yield* lines;
  }
  if (rest) yield rest;
}
