/** Says what is being done, how it went, and how long it took; remembers whether all of it worked. */
export class Steps {
  #number = 0;
  #hasFailed = false;

  get allWorked(): boolean {
    return !this.#hasFailed;
  }

  /**
   * Runs one step. `work` gives its figures in words. After a failure nothing more is run: what
   * follows would only fail for the same reason.
   */
  async run(what: string, work: () => Promise<string>): Promise<void> {
    this.#number += 1;
    if (this.#hasFailed) return;
    const startedAtMs = Date.now();
    try {
      const figures = await work();
      console.log(`${this.#number}. ${what}: ${figures} (${Date.now() - startedAtMs} ms)`);
    } catch (error) {
      this.#hasFailed = true;
      console.error(`${this.#number}. ${what}: FAILED`, error);
    }
  }
}

/** For a step that sees something other than it must. */
export function demand(isTrue: boolean, message: string): asserts isTrue {
  if (!isTrue) throw new Error(message);
}
