/**
 * Groups that BibTeX managers keep in comments behind the entries: JabRef before version 4 and
 * BibDesk. Both list the citation keys of each group.
 */

/** The names of the groups of each citation key. */
export type GroupsOfKey = ReadonlyMap<string, readonly string[]>;

export function readGroups(comments: readonly string[]): GroupsOfKey {
  const groups = new Map<string, string[]>();
  for (const comment of comments) {
    for (const [name, keys] of [...readJabRef(comment), ...readBibDesk(comment)]) {
      for (const key of keys) groups.set(key, [...(groups.get(key) ?? []), name]);
    }
  }
  return groups;
}

/** `1 ExplicitGroup:Sheep\;0\;example2031toy\;other2030\;;`, one group a line or wrapped. */
function readJabRef(comment: string): [name: string, keys: string[]][] {
  if (!/^\s*jabref-meta:\s*groupstree:/.test(comment.slice(0, 100))) return [];
  return comment
    .replace(/[\r\n]/g, '')
    .split(/(?<!\\);/)
    .flatMap((line): [string, string[]][] => {
      const [, rest] = /^\s*\d+ ExplicitGroup:(.*)$/s.exec(line) ?? [];
      if (!rest) return [];
      const [name = '', , ...keys] = rest.split('\\;').map((part) => part.replaceAll('\\', ''));
      return [[name, keys.filter((key) => key !== '')]];
    });
}

/** A property list: `<key>group name</key><string>Sheep</string><key>keys</key><string>a,b</string>`. */
function readBibDesk(comment: string): [name: string, keys: string[]][] {
  if (!/^\s*BibDesk Static Groups/.test(comment.slice(0, 100))) return [];
  return comment.split('<dict>').flatMap((group): [string, string[]][] => {
    const name = stringBehind(group, 'group name');
    const keys = stringBehind(group, 'keys');
    return name && keys ? [[name, keys.split(',').map((key) => key.trim())]] : [];
  });
}

function stringBehind(group: string, key: string): string | undefined {
  const at = group.indexOf(`<key>${key}</key>`);
  if (at < 0) return undefined;
  const start = group.indexOf('<string>', at);
  const end = group.indexOf('</string>', start);
  return start < 0 || end < 0 ? undefined : group.slice(start + '<string>'.length, end);
}
