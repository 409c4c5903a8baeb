import { computed, signal } from '@preact/signals';
import type { BulkActions } from '../../components/paper-list/bulk-bar';
import type { ListViewProps } from '../../components/paper-list/list-view';
import { selectRange, toggled } from '../../components/paper-list/selection';
import type { ListedPaper } from '../../lib/core/listed-paper';
import type { PaperKey } from '../../lib/core/paper';
import type { Send } from '../../lib/messages/client';
import { foldText } from '../../lib/search/fold';

/** What was removed in the last 30 days: few enough to be looked through here. */
export class BinModel {
  readonly papers = signal<readonly ListedPaper[]>([]);
  readonly #query = signal('');
  readonly #selected = signal<ReadonlySet<PaperKey>>(new Set());
  readonly #activeIndex = signal(0);
  readonly #send: Send;
  #anchor = 0;

  constructor(send: Send) {
    this.#send = send;
  }

  readonly #shown = computed(() => {
    const words = foldText(this.#query.value).split(/\s+/);
    return this.papers.value.filter((paper) => {
      const text = foldText([paper.title, ...paper.authors.map(({ name }) => name)].join(' '));
      return words.every((word) => text.includes(word));
    });
  });

  /** Nothing changes what lies in the bin. */
  readonly #bulk: BulkActions = {
    onStatus: () => undefined,
    onStar: () => undefined,
    onTag: () => undefined,
    onQueue: () => undefined,
    onRemove: () => undefined,
    onSelectAll: () => this.#choose(this.#shown.value),
    onClear: () => this.#choose([]),
  };

  #choose(papers: readonly ListedPaper[]): void {
    this.#selected.value = new Set(papers.map(({ key }) => key));
  }

  async load(): Promise<void> {
    const binned = await this.#send('bin.list', {});
    // However they stood before: here they are not saved.
    this.papers.value = binned.map((paper) => ({ ...paper, state: 'new' }));
    const there = new Set(this.papers.value.map(({ key }) => key));
    this.#selected.value = new Set([...this.#selected.value].filter((key) => there.has(key)));
  }

  /** What stands in place of the list's own. */
  props(): Pick<
    ListViewProps,
    | 'rows'
    | 'listed'
    | 'query'
    | 'onQuery'
    | 'queryNotes'
    | 'activeIndex'
    | 'onActivate'
    | 'selected'
    | 'onSelect'
    | 'onSelectBoth'
    | 'onNeedRows'
    | 'bulk'
  > {
    const papers = this.#shown.value;
    return {
      rows: { kind: 'ready', count: papers.length, paperAt: (index) => papers[index] },
      listed: this.#query.value,
      query: this.#query.value,
      onQuery: (query) => {
        this.#query.value = query;
        this.#activeIndex.value = 0;
      },
      queryNotes: [],
      activeIndex: this.#activeIndex.value,
      onActivate: (index) => {
        this.#activeIndex.value = index;
      },
      selected: this.#selected.value,
      onSelect: (index, isRange) => this.#select(papers, index, isRange),
      onSelectBoth: (one, other) => {
        const keys = papers.map(({ key }) => key);
        this.#selected.value = selectRange(this.#selected.value, keys, one, other);
        this.#anchor = other;
      },
      onNeedRows: () => undefined,
      bulk: this.#bulk,
    };
  }

  #select(papers: readonly ListedPaper[], index: number, isRange: boolean): void {
    const paper = papers[index];
    if (!paper) return;
    const keys = papers.map(({ key }) => key);
    this.#selected.value = isRange
      ? selectRange(this.#selected.value, keys, this.#anchor, index)
      : toggled(this.#selected.value, paper.key);
    this.#anchor = index;
  }
}
