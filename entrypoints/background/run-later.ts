import { isAppError } from '../../lib/core/errors';

/** Runs what nobody waits for; a failure is logged. */
export function runLater(what: string, work: () => Promise<unknown>): void {
  work().catch((error: unknown) => logFailure(`${what} failed`, error));
}

export function logFailure(message: string, error: unknown): void {
  const isExpected = isAppError(error);
  console[isExpected ? 'warn' : 'error'](`Paperkin: ${message}`, error);
}
