import { SourceMap, type SourceMapPayload } from 'node:module';
import { gzipSync } from 'node:zlib';

/** What a script is made of, by where the source of it stands; the first that fits counts. */
const AREAS: readonly (readonly [name: string, path: RegExp])[] = [
  ['Dexie', /node_modules\/dexie\//],
  ['check of messages', /node_modules\/valibot\/|lib\/messages\//],
  ['search', /lib\/search\//],
  ['relatedness', /lib\/related\//],
  ['same paper', /lib\/match\/|lib\/core\/(matching\/|same-paper|merge-)/],
  ['store and look-up', /lib\/(store|lookup)\//],
  ['identifiers and addresses', /lib\/sites\/|lib\/core\/(identifiers|page-address)/],
  ['services', /lib\/services\//],
  ['other rules', /lib\//],
  ['entrypoints', /entrypoints\//],
];
export const OTHER = 'other';

/**
 * How many bytes of a script, gzip, each area takes: what its code comes to by itself, in proportion,
 * so that all together are the whole script's.
 *
 * @param map of the script's source
 */
export function measureAreas(code: string, map: SourceMapPayload): Map<string, number> {
  const own = new Map(
    [...codeByArea(code, new SourceMap(map))].map(([area, text]) => [area, gzipBytes(text)]),
  );
  const sum = [...own.values()].reduce((total, bytes) => total + bytes, 0);
  const scale = gzipBytes(code) / Math.max(1, sum);
  return new Map([...own].map(([area, bytes]) => [area, bytes * scale]));
}

function codeByArea(code: string, map: SourceMap): Map<string, string> {
  const texts = new Map<string, string>();
  for (const [line, text] of code.split(/(?<=\n)/).entries()) {
    for (let column = 0; column < text.length; column++) {
      const area = areaOf(map.findEntry(line, column));
      texts.set(area, (texts.get(area) ?? '') + text.charAt(column));
    }
  }
  return texts;
}

function areaOf(entry: ReturnType<SourceMap['findEntry']>): string {
  const source = 'originalSource' in entry ? entry.originalSource : '';
  return AREAS.find(([, path]) => path.test(source))?.[0] ?? OTHER;
}

function gzipBytes(text: string): number {
  return gzipSync(text, { level: 9 }).length;
}
