import { BACKUP_FORMAT, BACKUP_VERSION, type Backup } from '../core/backup';
import type { ExchangePaper } from '../core/exchange';
import type { ExportOptions } from './export-options';

/** Everything, as it is: what the importer reads back is deep-equal. One paper a line. */
export function toBackup(papers: readonly ExchangePaper[], options: ExportOptions = {}): string {
  const { lists = namesIn(papers, 'lists'), tags = namesIn(papers, 'tags') } = options.backup ?? {};
  const head: Omit<Backup, 'papers'> = {
    format: BACKUP_FORMAT,
    version: BACKUP_VERSION,
    ...(options.exportedAt && { exportedAt: options.exportedAt }),
    counts: { papers: papers.length, lists: lists.length, tags: tags.length },
    lists,
    tags,
    settings: options.backup?.settings ?? {},
  };
  const members = Object.entries(head).map(
    ([name, value]) => `${JSON.stringify(name)}: ${JSON.stringify(value)}`,
  );
  const rows = papers.map((paper) => JSON.stringify(paper)).join(',\n');
  return `{\n${members.join(',\n')},\n"papers": [\n${rows}\n]\n}\n`;
}

/** In the order in which the papers name them. */
function namesIn(papers: readonly ExchangePaper[], member: 'lists' | 'tags'): string[] {
  return [...new Set(papers.flatMap((paper) => paper[member] ?? []))];
}
