/** What the segments of an index are: the small segment that is written with every change. */
export interface RowsState {
  readonly origin: number;
  readonly rev: number;
  readonly nextBlock: number;
  /** Names of the segments with blocks, in order. */
  readonly blocks: readonly string[];
  /** Rows that are gone: place of the block in `blocks`, row in it. */
  readonly dead: readonly (readonly [number, number])[];
}

export const STATE = 'state';
const VERSION = 1;

export function writeState(state: RowsState): ArrayBuffer {
  return new TextEncoder().encode(JSON.stringify({ version: VERSION, ...state })).buffer;
}

/** The state in a segment; null where there is none, or one of another version or origin. */
export function readState(bytes: ArrayBuffer | undefined, origin: number): RowsState | null {
  if (!bytes) return null;
  const state = parse(new TextDecoder().decode(bytes));
  return state?.version === VERSION && state.origin === origin ? state : null;
}

/** Only this file writes the segment; one cut short by a fault is as good as none. */
function parse(text: string): (RowsState & { version: number }) | null {
  try {
    return JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}
