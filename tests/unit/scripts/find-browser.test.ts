import { describe, expect, it } from 'vitest';
import { findChromium, findFirefox } from '../../../scripts/browsers/find-browser';
import type { System } from '../../../scripts/browsers/system';

const OWN = { path: '/own/chrome', download: { program: 'node', args: ['cli.js', 'install'] } };

/** A machine described by the programs on its PATH and what each prints as its version. */
function makeSystem(options: {
  programs?: Record<string, string>;
  files?: string[];
  env?: Record<string, string>;
  platform?: NodeJS.Platform;
  isRoot?: boolean;
  /** What running a command leaves behind. */
  onPerform?: (command: string, programs: Record<string, string>, files: string[]) => void;
}) {
  const programs = { ...options.programs };
  const files = [...(options.files ?? [])];
  const performed: string[] = [];
  const system: System = {
    platform: options.platform ?? 'linux',
    env: options.env ?? {},
    isRoot: options.isRoot ?? false,
    isThere: (path) => files.includes(path) || path in programs,
    findProgram: (name) => (`/usr/bin/${name}` in programs ? `/usr/bin/${name}` : null),
    ask: (program) => programs[program] ?? null,
    perform(program, args) {
      const command = [program, ...args].join(' ');
      performed.push(command);
      options.onPerform?.(command, programs, files);
      return true;
    },
    say: () => undefined,
  };
  return { system, performed };
}

describe('finding a Chromium', () => {
  it('takes the one that the variable names before any other', () => {
    const { system } = makeSystem({
      env: { PAPERKIN_CHROMIUM: '/opt/mine' },
      programs: { '/opt/mine': 'Chromium 150.0.1', '/usr/bin/chromium': 'Chromium 156.0.1' },
    });
    expect(findChromium(system, OWN)).toEqual({ path: '/opt/mine', name: 'Chromium 150.0.1' });
  });

  it('says so when the variable names nothing, and looks no further', () => {
    const { system, performed } = makeSystem({
      env: { PAPERKIN_CHROMIUM: '/opt/gone' },
      programs: { '/usr/bin/chromium': 'Chromium 156.0.1' },
    });
    expect(findChromium(system, OWN)).toMatchObject({
      path: null,
      advice: expect.stringContaining('/opt/gone'),
    });
    expect(performed).toEqual([]);
  });

  it.each([
    ['Google Chrome 136.0.7000.1', true],
    ['Google Chrome 137.0.7151.55', false],
    ['Google Chrome for Testing 150.0.1', true],
    ['Microsoft Edge 150.0.1', false],
    ['Chromium 156.0.8078.79 built on Debian GNU/Linux 12 (bookworm)', true],
    ['Chromium 150.0.1 snap', false],
    ['Brave Browser 150.1.80.1', true],
  ])('%s loads unpacked extensions: %s', (version, isUsed) => {
    const { system } = makeSystem({ programs: { '/usr/bin/google-chrome': version } });
    const found = findChromium(system, OWN);
    expect(found.path).toBe(isUsed ? '/usr/bin/google-chrome' : null);
  });

  it('passes by a Chrome that cannot load extensions for a Brave that can', () => {
    const { system } = makeSystem({
      platform: 'darwin',
      programs: {
        '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome': 'Google Chrome 150.0',
        '/Applications/Brave Browser.app/Contents/MacOS/Brave Browser': 'Brave Browser 150.1',
      },
    });
    expect(findChromium(system, OWN).path).toContain('Brave');
  });

  it('finds a program on Windows, where none prints its version', () => {
    const path = 'C:\\Programs\\Chromium\\Application\\chrome.exe';
    const { system } = makeSystem({
      platform: 'win32',
      env: { LOCALAPPDATA: 'C:\\Programs' },
      files: [path],
    });
    expect(findChromium(system, OWN).path).toBe(path);
  });

  it('uses the Chromium of Playwright that is already downloaded', () => {
    const { system, performed } = makeSystem({ programs: { '/own/chrome': 'Chromium 154.0' } });
    expect(findChromium(system, OWN).path).toBe('/own/chrome');
    expect(performed).toEqual([]);
  });

  it('downloads the Chromium of Playwright when none is installed', () => {
    const { system, performed } = makeSystem({
      onPerform: (_command, programs) => {
        programs['/own/chrome'] = 'Chromium 154.0';
      },
    });
    expect(findChromium(system, OWN).path).toBe('/own/chrome');
    expect(performed).toEqual(['node cli.js install']);
  });

  it('goes on to apt when what Playwright brought does not start', () => {
    const { system, performed } = makeSystem({
      isRoot: true,
      files: ['/own/chrome', '/etc/debian_version'],
      programs: { '/usr/bin/apt-get': 'apt 2.6' },
      onPerform: (command, programs) => {
        if (command.includes('install')) programs['/usr/bin/chromium'] = 'Chromium 156.0';
      },
    });
    expect(findChromium(system, OWN).path).toBe('/usr/bin/chromium');
    expect(performed).toEqual([
      '/usr/bin/apt-get update',
      '/usr/bin/apt-get install --yes --no-install-recommends chromium',
    ]);
  });

  it('leaves apt alone when not root, and advises in one sentence', () => {
    const { system, performed } = makeSystem({
      files: ['/etc/debian_version'],
      programs: { '/usr/bin/apt-get': 'apt 2.6' },
    });
    expect(findChromium(system, OWN)).toMatchObject({
      path: null,
      advice: expect.stringMatching(/install Chromium or Brave/),
    });
    expect(performed).toEqual(['node cli.js install']);
  });
});

describe('finding a Firefox', () => {
  it.each([
    ['Mozilla Firefox 153.7.0esr', true],
    ['Mozilla Firefox 139.0', false],
  ])('%s is new enough: %s', (version, isUsed) => {
    const { system } = makeSystem({ programs: { '/usr/bin/firefox': version } });
    expect(findFirefox(system).path).toBe(isUsed ? '/usr/bin/firefox' : null);
  });

  it('refreshes the package lists once for two browsers', () => {
    const { system, performed } = makeSystem({
      isRoot: true,
      files: ['/etc/debian_version'],
      programs: { '/usr/bin/apt-get': 'apt 2.6' },
    });
    findChromium(system, OWN);
    expect(findFirefox(system).path).toBeNull();
    expect(performed.filter((command) => command.endsWith('update'))).toHaveLength(1);
  });
});
