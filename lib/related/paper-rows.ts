import type { PaperKey } from '../core/paper';
import type { SegmentChange } from '../core/segments';
import { Block, type BlockRow, MAX_BLOCK_ROWS } from './block';
import { DocumentCounts } from './document-counts';
import { type TermWorth, worthiest } from './features';
import { readState, STATE, writeState } from './rows-state';
import { termHash } from './term-hash';
import { termLimit } from './term-limit';

/** One block and which of its rows are gone. */
export interface HeldBlock {
  readonly name: string;
  readonly block: Block;
  /** Number of the block's first row among all rows. */
  readonly base: number;
  /** 1 for a row that was removed or replaced. */
  readonly dead: Uint8Array;
  readonly deadCount: number;
  /** Terms of its longest row. */
  readonly longest: number;
}

/** Blocks of one tier that are merged at once; each tier holds blocks four times as large. */
const MERGE_WIDTH = 4;
/** A block with more than this share of removed rows is written anew without them. */
const MAX_DEAD_SHARE = 0.25;
/** A row may have so many times its limit of terms before its block is written anew. */
const LIMIT_SLACK = 1.2;

/** Where a paper stands. */
export interface RowPlace {
  readonly held: HeldBlock;
  readonly row: number;
}

/**
 * All rows of an index: blocks that are written once, a list of rows that are gone, and the counts
 * made from them. Small blocks are merged into larger ones, so that a change writes little and a
 * query meets few of them. The more papers, the fewer terms of each are kept (term-limit.ts).
 */
export class PaperRows {
  readonly counts = new DocumentCounts();
  private held: HeldBlock[] = [];
  private nextBlock = 1;
  private revision = 0;
  private changed = false;
  private readonly unwritten = new Map<string, ArrayBuffer>();
  private readonly obsolete = new Set<string>();

  /**
   * @param dimensions of each row's vector
   * @param origin a number that rows made in another way do not share (asset)
   */
  constructor(
    readonly dimensions: number,
    private readonly origin: number,
    private readonly worth: TermWorth,
  ) {}

  /** Rows from their segments; empty (and those segments removed) where they are of another kind. */
  static open(
    segments: ReadonlyMap<string, ArrayBuffer>,
    dimensions: number,
    origin: number,
    worth: TermWorth,
  ): PaperRows {
    const rows = new PaperRows(dimensions, origin, worth);
    const state = readState(segments.get(STATE), origin);
    const blocks = state && readBlocks(state.blocks, segments);
    if (!state || !blocks) {
      for (const name of segments.keys()) rows.obsolete.add(name);
      return rows;
    }
    for (const [name, block] of blocks) rows.hold(name, block);
    for (const [block, row] of state.dead) rows.kill(block, row);
    rows.revision = state.rev;
    rows.nextBlock = state.nextBlock;
    rows.changed = false;
    return rows;
  }

  get rev(): number {
    return this.revision;
  }

  set rev(rev: number) {
    this.revision = rev;
    this.changed = true;
  }

  get blocks(): readonly HeldBlock[] {
    return this.held;
  }

  /** Papers in, without those that are gone. */
  get size(): number {
    return this.counts.papers;
  }

  /** Terms kept of each paper among as many as are in. */
  get termLimit(): number {
    return termLimit(this.size);
  }

  /** Rows in all blocks, gone ones among them. */
  get span(): number {
    const last = this.held.at(-1);
    return last ? last.base + last.block.size : 0;
  }

  /** Adds papers; one that is in already is replaced. Of two with one id the later counts. */
  put(rows: readonly BlockRow[]): void {
    const latest = [...new Map(rows.map((row) => [row.id, row])).values()];
    for (const { id } of latest) this.remove(id);
    for (let i = 0; i < latest.length; i += MAX_BLOCK_ROWS)
      this.append(latest.slice(i, i + MAX_BLOCK_ROWS));
  }

  remove(id: PaperKey): void {
    const at = this.locate(id);
    if (at) this.kill(this.held.indexOf(at.held), at.row);
  }

  locate(id: PaperKey): RowPlace | null {
    const hash = termHash(id);
    for (const held of this.held) {
      const row = held.block.find(id, hash, (candidate) => held.dead[candidate] === 0);
      if (row >= 0) return { held, row };
    }
    return null;
  }

  /** Live rows that hold a name (features.ts), at most `limit`. */
  named(name: number, limit: number): { block: Block; row: number }[] {
    const found: { block: Block; row: number }[] = [];
    for (const { block, dead } of this.held) {
      for (const row of block.rowsNamed(name, limit - found.length, dead))
        found.push({ block, row });
    }
    return found;
  }

  /** The block that holds row `number` of all rows. */
  blockOf(number: number): HeldBlock {
    let low = 0;
    let high = this.held.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((this.held[middle]?.base ?? 0) <= number) low = middle;
      else high = middle - 1;
    }
    const found = this.held[low];
    if (!found) throw new RangeError(`no row ${number}`);
    return found;
  }

  flush(): SegmentChange {
    if (this.changed) this.unwritten.set(STATE, this.state());
    const change = { put: new Map(this.unwritten), remove: [...this.obsolete] };
    this.unwritten.clear();
    this.obsolete.clear();
    this.changed = false;
    return change;
  }

  /** Merges one group of blocks, at most 1,024 rows (a few milliseconds). True while work is left. */
  mergeStep(): boolean {
    const group = this.nextMerge();
    if (group.length > 0) this.merge(group);
    return this.nextMerge().length > 0;
  }

  private append(rows: readonly BlockRow[]): void {
    const block = Block.build(rows, this.dimensions);
    const name = `rows-${this.nextBlock++}`;
    this.unwritten.set(name, block.buffer);
    this.hold(name, block);
  }

  private hold(name: string, block: Block): void {
    const dead = new Uint8Array(block.size);
    const base = this.span;
    let longest = 0;
    for (let row = 0; row < block.size; row++) {
      this.counts.add(block, row, 1);
      longest = Math.max(longest, block.textOf(row).terms.length);
    }
    this.held.push({ name, block, base, dead, deadCount: 0, longest });
    this.changed = true;
  }

  private kill(index: number, row: number): void {
    const held = this.held[index];
    if (held?.dead[row] !== 0) return;
    held.dead[row] = 1;
    this.held[index] = { ...held, deadCount: held.deadCount + 1 };
    this.counts.add(held.block, row, -1);
    this.changed = true;
  }

  /** The blocks to merge next: one with many dead rows or too long ones, or the first four of a tier. */
  private nextMerge(): HeldBlock[] {
    const limit = this.termLimit * LIMIT_SLACK;
    const loose = this.held.find(
      ({ block, deadCount, longest }) => deadCount > block.size * MAX_DEAD_SHARE || longest > limit,
    );
    if (loose) return [loose];
    const tiers = new Map<number, HeldBlock[]>();
    for (const held of this.held) {
      if (held.block.size > MAX_BLOCK_ROWS / MERGE_WIDTH) continue;
      const level = Math.floor(Math.log(held.block.size) / Math.log(MERGE_WIDTH));
      const tier = [...(tiers.get(level) ?? []), held];
      if (tier.length === MERGE_WIDTH) return tier;
      tiers.set(level, tier);
    }
    return [];
  }

  private merge(group: readonly HeldBlock[]): void {
    const rows: BlockRow[] = [];
    const limit = this.termLimit;
    for (const { block, dead } of group) {
      for (let row = 0; row < block.size; row++) {
        if (dead[row] === 0) rows.push(this.trim(block.row(row), limit));
      }
    }
    for (const { name, block, dead } of group) {
      this.drop(name);
      for (let row = 0; row < block.size; row++)
        if (dead[row] === 0) this.counts.add(block, row, -1);
    }
    const kept = this.held.filter((held) => !group.includes(held));
    this.held = [];
    for (const held of kept) this.held.push({ ...held, base: this.span });
    if (rows.length > 0) this.append(rows);
    this.changed = true;
  }

  private trim(row: BlockRow, limit: number): BlockRow {
    return { ...row, terms: worthiest(row.terms, limit, this.worth) };
  }

  private drop(name: string): void {
    if (!this.unwritten.delete(name)) this.obsolete.add(name);
  }

  private state(): ArrayBuffer {
    return writeState({
      origin: this.origin,
      rev: this.revision,
      nextBlock: this.nextBlock,
      blocks: this.held.map((held) => held.name),
      dead: this.held.flatMap((held, block) =>
        deadRows(held).map((row): [number, number] => [block, row]),
      ),
    });
  }
}

function deadRows({ dead, deadCount }: HeldBlock): number[] {
  return deadCount === 0 ? [] : [...dead.keys()].filter((row) => dead[row] === 1);
}

/** The blocks of these names; null where one is missing or cannot be read. */
function readBlocks(
  names: readonly string[],
  segments: ReadonlyMap<string, ArrayBuffer>,
): Map<string, Block> | null {
  const blocks = new Map<string, Block>();
  for (const name of names) {
    const block = Block.read(segments.get(name) ?? new ArrayBuffer(0));
    if (!block) return null;
    blocks.set(name, block);
  }
  return blocks;
}
