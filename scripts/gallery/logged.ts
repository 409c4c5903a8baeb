/** A callback that only says it was called, with what. */
export const logged =
  (name: string) =>
  (...values: unknown[]): void =>
    console.info(name, ...values);
