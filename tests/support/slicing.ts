import type { Slicing } from '../../lib/services/slices';

/** Work that is never interrupted. */
export const atOnce: Slicing = { nowMs: () => 0, pause: async () => undefined };
