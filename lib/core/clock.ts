/** Milliseconds since 1970, UTC. Passed in, so that tests own the time. */
export type Now = () => number;

/** The local calendar day of a moment, `2031-01-05`. */
export function localDay(ms: number): string {
  const date = new Date(ms);
  const two = (n: number) => String(n).padStart(2, '0');
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
}
