import { addCandidate, mergePapers, rowFromCandidate } from '../core/merge-facts';
import type { PaperCandidate, PaperKey, PaperRow } from '../core/paper';
import type { Alias, PaperkinDatabase, StoredPaper } from './database';

/** Where and when candidates were met. */
export interface Meeting {
  readonly atMs: number;
  /** Canonical address of the page; '' for files and pastes. */
  readonly feed: string;
}

/** Two stored papers turned out to be one: what was `from` is now `into`. */
export interface Join {
  readonly from: StoredPaper;
  readonly into: PaperKey;
  /** The other one as it was; null if it came to be in the same transaction. */
  readonly intoBefore: StoredPaper | null;
}

/** May these two rows, which a page names in one breath, become one? */
export type MayJoin = (a: PaperRow, b: PaperRow) => boolean;

/**
 * Brings candidates together with the papers that are stored: same identifier, same paper. Reads
 * all it needs in a few requests, decides in memory, and writes nothing but what changed.
 * Must live inside one transaction over `papers` and `aliases`.
 */
export class PaperBatch {
  readonly #db: PaperkinDatabase;
  readonly #mayJoin: MayJoin;
  readonly #stored = new Map<PaperKey, StoredPaper>();
  readonly #rows = new Map<PaperKey, StoredPaper>();
  readonly #idOf = new Map<PaperKey, PaperKey>();
  readonly #newAliases: Alias[] = [];
  readonly #joins: Join[] = [];

  constructor(db: PaperkinDatabase, mayJoin: MayJoin) {
    this.#db = db;
    this.#mayJoin = mayJoin;
  }

  /** Reads every stored paper that the candidates name. Call once, before `add`. */
  async load(candidates: readonly PaperCandidate[]): Promise<void> {
    const keys = [...new Set(candidates.flatMap(({ key, ids }) => [key, ...ids]))];
    const aliases = await this.#db.aliases.bulkGet(keys);
    for (const alias of aliases) if (alias) this.#idOf.set(alias.key, alias.paperId);
    const rows = await this.#db.papers.bulkGet([...new Set(this.#idOf.values())]);
    for (const row of rows) {
      if (!row) continue;
      this.#stored.set(row.id, row);
      this.#rows.set(row.id, row);
    }
  }

  /** The paper that a candidate is, made or brought up to date. */
  add(candidate: PaperCandidate, meeting: Meeting): StoredPaper {
    const ids = [...new Set([candidate.key, ...candidate.ids])];
    const [first, ...others] = this.#rowsOf(ids);
    if (!first) return this.#put(candidate.key, newRow(candidate, meeting));
    const foreign = others.filter((other) => !this.#mayJoin(first, other));
    const own = ids.filter((id) => !foreign.some((other) => other.id === this.#idOf.get(id)));
    let row = updateRow(first, { ...candidate, ids: own }, meeting);
    for (const other of others) if (!foreign.includes(other)) row = this.#join(row, other);
    return this.#put(row.id, row);
  }

  get joins(): readonly Join[] {
    return this.#joins;
  }

  rowOf(key: PaperKey): StoredPaper | undefined {
    const id = this.#idOf.get(key);
    return id && this.#rows.get(id);
  }

  /** Writes what changed, each row under a revision of its own; answers how many are new. */
  async write(nextRev: () => number): Promise<{ added: number }> {
    const changed: StoredPaper[] = [];
    for (const [id, row] of this.#rows) {
      if (row === this.#stored.get(id)) continue;
      changed.push({ ...row, rev: nextRev() });
    }
    const removals = this.#joins.map(({ from }) => ({ id: from.id, rev: nextRev() }));
    await this.#db.papers.bulkDelete(removals.map(({ id }) => id));
    await this.#db.removals.bulkDelete(changed.map(({ id }) => id));
    await this.#db.removals.bulkPut(removals);
    await this.#db.papers.bulkPut(changed);
    await this.#db.aliases.bulkPut(this.#newAliases);
    return { added: changed.filter(({ id }) => !this.#stored.has(id)).length };
  }

  #rowsOf(keys: readonly PaperKey[]): StoredPaper[] {
    return [...new Set(keys.map((key) => this.rowOf(key)))].filter((row) => row !== undefined);
  }

  #put(id: PaperKey, row: StoredPaper): StoredPaper {
    this.#rows.set(id, row);
    for (const key of row.ids) {
      const owner = this.#idOf.get(key);
      if (owner !== undefined) continue;
      this.#idOf.set(key, id);
      this.#newAliases.push({ key, paperId: id });
    }
    return row;
  }

  #join(into: StoredPaper, from: StoredPaper): StoredPaper {
    this.#joins.push({ from, into: into.id, intoBefore: this.#stored.get(into.id) ?? null });
    this.#rows.delete(from.id);
    for (const key of from.ids) {
      this.#idOf.set(key, into.id);
      this.#newAliases.push({ key, paperId: into.id });
    }
    return joinRows(into, from);
  }
}

function newRow(candidate: PaperCandidate, { atMs, feed }: Meeting): StoredPaper {
  return {
    ...rowFromCandidate(candidate, atMs),
    firstSeenAtMs: atMs,
    firstSeenOn: feed,
    seenAgain: false,
    evictAtMs: atMs,
  };
}

/** The same object when nothing of what it says is new, so that the row is not written again. */
function updateRow(row: StoredPaper, candidate: PaperCandidate, meeting: Meeting): StoredPaper {
  const merged = addCandidate(row, candidate, meeting.atMs);
  const { rev: _rev, ...facts } = merged;
  if (saysTheSame(row, facts)) return row;
  return { ...meetingsOf(row), ...merged };
}

/** Facts alone count: a fact seen again only has a later date. */
function saysTheSame(row: StoredPaper, facts: Omit<PaperRow, 'rev'>): boolean {
  return Object.entries(facts).every(
    ([name, value]) =>
      name === 'provenance' ||
      JSON.stringify(row[name as keyof StoredPaper]) === JSON.stringify(value),
  );
}

function meetingsOf({ firstSeenAtMs, firstSeenOn, seenAgain, evictAtMs }: StoredPaper) {
  return {
    firstSeenAtMs,
    firstSeenOn,
    seenAgain,
    ...(evictAtMs !== undefined && { evictAtMs }),
  };
}

/** Both meetings stay known: the earlier is the first, the other makes it seen again. */
export function joinRows(into: StoredPaper, from: StoredPaper): StoredPaper {
  const earlier = from.firstSeenAtMs < into.firstSeenAtMs ? from : into;
  const isSaved = into.evictAtMs === undefined || from.evictAtMs === undefined;
  return {
    ...mergePapers(into, from),
    id: into.id,
    firstSeenAtMs: earlier.firstSeenAtMs,
    firstSeenOn: earlier.firstSeenOn,
    seenAgain: true,
    ...(!isSaved && { evictAtMs: Math.max(into.evictAtMs ?? 0, from.evictAtMs ?? 0) }),
  };
}
