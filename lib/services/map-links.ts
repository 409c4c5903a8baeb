import type { PaperKey } from '../core/paper';
import { toReadableText } from '../core/readable-text';
import type { MappedPaper, PaperLinks } from '../messages/protocol';
import type { PaperRepository } from '../store/paper-repository';
import { stateOf } from './paper-views';
import type { RelateOptions } from './relate';
import { mapInSlices } from './slices';
import { toRelatedDocument } from './to-related-document';

/** Links of one paper: more only make the map denser, not truer. */
const LINKS = 8;
/** Papers read at a time. */
const BATCH = 500;

/** All saved papers as points of the map, the last added first. */
export async function mappedPapers(repository: PaperRepository): Promise<MappedPaper[]> {
  const ids = await repository.allIds();
  const mapped: MappedPaper[] = [];
  for (let start = 0; start < ids.length; start += BATCH) {
    for (const found of await repository.get(ids.slice(start, start + BATCH))) {
      if (!found) continue;
      const { id, title } = found.paper;
      mapped.push({
        id,
        title: toReadableText(title) || id,
        state: stateOf(found),
        lists: found.entry?.lists ?? [],
      });
    }
  }
  return mapped;
}

/** The saved papers that each lies close to, with turns for other messages in between. */
export async function paperLinks(
  ids: readonly PaperKey[],
  options: RelateOptions,
): Promise<PaperLinks[]> {
  const { repository, saved } = options;
  const found = await repository.get(ids);
  return mapInSlices(
    ids,
    (id, i) => {
      const paper = found[i]?.paper;
      const close = paper ? saved.closest(toRelatedDocument(id, paper.ids, paper), LINKS) : [];
      return { id, close: close.map(({ id: other, score }) => ({ id: other, score })) };
    },
    options,
  );
}
