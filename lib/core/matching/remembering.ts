/**
 * `make`, with its answers about up to `most` texts kept: records are compared with several others
 * each, and share most of their words. Emptied when full, so that it stays small.
 */
export function remembering<T>(most: number, make: (text: string) => T): (text: string) => T {
  const known = new Map<string, T>();
  return (text) => {
    const kept = known.get(text);
    if (kept !== undefined) return kept;
    if (known.size >= most) known.clear();
    const made = make(text);
    known.set(text, made);
    return made;
  };
}
