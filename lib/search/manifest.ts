import { FORMAT_VERSION } from './sections';

/** Which segments make up the index. Kept as a small JSON text, rewritten by every flush. */
export interface Manifest {
  readonly rev: number;
  /** Number of the next segment; numbers are never used again. */
  readonly nextNumber: number;
  /** Numbers of the segments, the oldest first. */
  readonly segments: readonly number[];
}

/** Everything of the index in the store of segments begins so. */
const PREFIX = 'search.';
export const MANIFEST_NAME = `${PREFIX}manifest`;

export function isOurs(name: string): boolean {
  return name.startsWith(PREFIX);
}

export function headName(segment: number): string {
  return `${PREFIX}${segment}.head`;
}

export function bodyName(segment: number): string {
  return `${PREFIX}${segment}.body`;
}

export function deadName(segment: number): string {
  return `${PREFIX}${segment}.dead`;
}

/** The segment that a buffer belongs to; 0 for none. */
export function numberOf(name: string): number {
  return Number(/^search\.(\d+)\./.exec(name)?.[1] ?? 0);
}

export function packManifest(manifest: Manifest): ArrayBuffer {
  const text = JSON.stringify({ version: FORMAT_VERSION, ...manifest });
  return new TextEncoder().encode(text).buffer as ArrayBuffer;
}

/** Null where it is missing, damaged or of another version. */
export function readManifest(buffer: ArrayBuffer | undefined): Manifest | null {
  if (!buffer) return null;
  let value: unknown;
  try {
    value = JSON.parse(new TextDecoder().decode(buffer));
  } catch {
    return null; // A damaged manifest is a missing one: the index is built again.
  }
  if (!isManifest(value) || value.version !== FORMAT_VERSION) return null;
  return { rev: value.rev, nextNumber: value.nextNumber, segments: value.segments };
}

function isManifest(value: unknown): value is Manifest & { version: unknown } {
  if (typeof value !== 'object' || value === null) return false;
  const { rev, nextNumber, segments } = value as Partial<Record<keyof Manifest, unknown>>;
  return (
    Number.isSafeInteger(rev) &&
    Number.isSafeInteger(nextNumber) &&
    Array.isArray(segments) &&
    segments.every(Number.isSafeInteger)
  );
}
