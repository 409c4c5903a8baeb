import { spawnSync } from 'node:child_process';
import { accessSync, constants, existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';

/** The machine, as far as looking for a browser needs it. Tests pass one that is made up. */
export interface System {
  readonly platform: NodeJS.Platform;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly isRoot: boolean;
  isThere(path: string): boolean;
  /** Full path of a program on PATH; null where there is none. */
  findProgram(name: string): string | null;
  /** What a program prints, white space trimmed; null when it fails or takes over ten seconds. */
  ask(program: string, args: readonly string[]): string | null;
  /** Runs a program that may take minutes, its output shown. Whether it succeeded in time. */
  perform(program: string, args: readonly string[], timeoutMs: number): boolean;
  say(line: string): void;
}

export function thisMachine(): System {
  return {
    platform: process.platform,
    env: process.env,
    isRoot: process.getuid?.() === 0,
    isThere: existsSync,
    findProgram,
    ask(program, args) {
      const answer = spawnSync(program, args, { encoding: 'utf8', timeout: 10_000 });
      return answer.status === 0 ? answer.stdout.trim() : null;
    },
    perform(program, args, timeoutMs) {
      const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
      return spawnSync(program, args, { env, stdio: 'inherit', timeout: timeoutMs }).status === 0;
    },
    say: (line) => console.log(line),
  };
}

function findProgram(name: string): string | null {
  for (const folder of (process.env.PATH ?? '').split(delimiter)) {
    const path = join(folder, name);
    if (folder && isExecutable(path)) return path;
  }
  return null;
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false; // not there, or not ours to run: both mean "look on"
  }
}
