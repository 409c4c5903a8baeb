import type { Page } from 'playwright';

interface ProfileNode {
  readonly id: number;
  readonly callFrame: { readonly url: string };
  readonly children?: readonly number[];
}

export interface Profile {
  readonly nodes: readonly ProfileNode[];
  /** The node on top of the stack at each sample. */
  readonly samples?: readonly number[];
  /** Microseconds from one sample to the next. */
  readonly timeDeltas?: readonly number[];
}

const SAMPLE_EVERY_US = 200;

/**
 * Milliseconds of the page's main thread spent in scripts of an origin, and in what they call,
 * while `work` runs.
 */
export async function measureScriptMs(
  page: Page,
  origin: string,
  work: () => Promise<unknown>,
): Promise<number> {
  const session = await page.context().newCDPSession(page);
  await session.send('Profiler.enable');
  await session.send('Profiler.setSamplingInterval', { interval: SAMPLE_EVERY_US });
  await session.send('Profiler.start');
  await work();
  const { profile } = await session.send('Profiler.stop');
  await session.detach();
  return scriptMs(profile, origin);
}

/** A sample counts when a frame of the origin is anywhere on its stack. */
export function scriptMs(profile: Profile, origin: string): number {
  const ours = new Set<number>();
  // Parents come before their children in a profile.
  for (const node of profile.nodes) {
    if (node.callFrame.url.startsWith(origin)) ours.add(node.id);
    if (ours.has(node.id)) for (const child of node.children ?? []) ours.add(child);
  }
  const samples = profile.samples ?? [];
  const us = samples.reduce(
    (total, id, at) => (ours.has(id) ? total + (profile.timeDeltas?.[at + 1] ?? 0) : total),
    0,
  );
  return us / 1000;
}
