import { setTimeout } from 'node:timers/promises';

const AGAIN_MS = 20;

/**
 * Asks until the answer is neither null nor false, and gives it. What fails is asked again as well.
 *
 * @param limitMs after which the last failure, or `what` in an error, is thrown
 */
export async function until<Answer>(
  what: string,
  ask: () => Promise<Answer | null | false>,
  limitMs: number,
): Promise<Answer> {
  const endMs = Date.now() + limitMs;
  for (;;) {
    let failure: unknown = new Error(`in vain for ${limitMs} ms: ${what}`);
    try {
      const answer = await ask();
      if (answer !== null && answer !== false) return answer;
    } catch (error) {
      failure = error;
    }
    if (Date.now() >= endMs) throw failure;
    await setTimeout(AGAIN_MS);
  }
}
