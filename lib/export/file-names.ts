const FORBIDDEN = /[\\/:*?"<>|#^[\]\p{Cc}\p{Cf}]/gu;
/** Names of devices, which Windows refuses with any extension. */
const RESERVED = /^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)/i;
const MAX_LENGTH = 120;

/** A name that every file system, Obsidian and Logseq take: at most 120 characters with its extension. */
export function safeFileName(name: string, extension: string): string {
  const cleaned = name
    .toWellFormed()
    .normalize('NFC')
    .replace(FORBIDDEN, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  const cut = [...cleaned]
    .slice(0, MAX_LENGTH - extension.length - 1)
    .join('')
    .replace(/^[. ]+|[. ]+$/g, '');
  const base = cut === '' ? 'paper' : RESERVED.test(cut) ? `_${cut}` : cut;
  return `${base}.${extension}`;
}

/** Names for several files of one folder, no two the same even without regard to case. */
export function uniqueFileNames(names: readonly string[], extension: string): string[] {
  const used = new Set<string>();
  return names.map((name) => {
    let file = safeFileName(name, extension);
    for (let n = 2; used.has(file.toLowerCase()); n += 1) {
      file = safeFileName(`${[...name].slice(0, MAX_LENGTH - 20).join('')} ${n}`, extension);
    }
    used.add(file.toLowerCase());
    return file;
  });
}
