import type { Theme } from './badge-view';

/** What the bar of a listing says and offers. */
export interface ListBarView {
  readonly found: number;
  readonly saved: number;
  /** Papers chosen in place; null while none can be. */
  readonly chosen: number | null;
  /** Only rows with this in title or authors are chosen by "All new". */
  readonly filter: string;
  /** Rows read, seen or dismissed, and whether they are dimmed. */
  readonly dim: { readonly isOn: boolean; readonly count: number };
  /** Can the page's rows be put in another order without harm? Looked at when the bar is open. */
  readonly canSort: () => boolean;
  /** Whether rows stand by closeness to the library, not in the page's own order. */
  readonly isSorted: boolean;
  readonly busy?: boolean;
  readonly failed?: string;
  /** The last change and its way back: "Saved 4 papers." */
  readonly undoable?: string;
}

export interface ListBarHandlers {
  /** Begins or ends choosing. */
  onChoosing(isOn: boolean): void;
  onFilter(text: string): void;
  onChooseAllNew(): void;
  onSaveChosen(): void;
  /** Asks in a page of ours how the chosen papers shall leave; all of the listing while none is. */
  onExportChosen(): void;
  onUndo(): void;
  onDim(isOn: boolean): void;
  onSort(isOn: boolean): void;
}

/** The bar of a listing, in a corner of the window: over the page, never in it. */
export interface ListBar {
  update(view: ListBarView): void;
  setTheme(theme: Theme): void;
  remove(): void;
}
