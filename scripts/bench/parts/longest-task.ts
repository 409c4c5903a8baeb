import type { Profile } from '../../../tests/support/script-time';

/** What stands on top of the stack when the thread rests. */
const REST = new Set(['(idle)', '(program)', '(root)']);

/** The longest stretch of the main thread with a frame of the origin in it, in milliseconds. */
export function longestTaskMs(profile: Profile, origin: string): number {
  const ours = new Set<number>();
  const resting = new Set<number>();
  for (const node of profile.nodes) {
    const { url, functionName } = node.callFrame as { url: string; functionName?: string };
    if (url.startsWith(origin)) ours.add(node.id);
    if (ours.has(node.id)) for (const child of node.children ?? []) ours.add(child);
    if (REST.has(functionName ?? '')) resting.add(node.id);
  }
  let longestUs = 0;
  let stretchUs = 0;
  for (const [at, id] of (profile.samples ?? []).entries()) {
    // Only what is ours counts: the parser's and the page's own work beside it is not.
    stretchUs = ours.has(id) ? stretchUs + (profile.timeDeltas?.[at + 1] ?? 0) : stretchUs;
    if (resting.has(id)) stretchUs = 0;
    longestUs = Math.max(longestUs, stretchUs);
  }
  return longestUs / 1000;
}
