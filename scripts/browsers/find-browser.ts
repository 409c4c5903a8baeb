import type { System } from './system';

/** A browser that can run the extension, or one sentence on what to install. */
export type BrowserSearch =
  | { readonly path: string; readonly name: string }
  | { readonly path: null; readonly advice: string };

/** Playwright's own Chromium: where it lies once downloaded, and the command that downloads it. */
export interface PlaywrightBrowser {
  readonly path: string;
  readonly download: { readonly program: string; readonly args: readonly string[] };
}

interface BrowserKind {
  readonly variable: string;
  readonly programs: readonly string[];
  readonly macApps: readonly string[];
  readonly windowsPaths: readonly string[];
  readonly debianPackage: string;
  /** From what `--version` prints: whether this one can load the extension. */
  readonly suits: (version: string) => boolean;
  readonly advice: string;
}

/** First Chrome and Edge whose branded builds ignore `--load-extension`. */
const FIRST_BRANDED_WITHOUT_LOADING = 137;
/** `strict_min_version` of the Firefox manifest. */
const FIRST_FIREFOX = 140;
const DOWNLOAD_LIMIT_MS = 240_000;
const APT_LIMIT_MS = 300_000;

const CHROMIUM: BrowserKind = {
  variable: 'PAPERKIN_CHROMIUM',
  programs: [
    'chromium',
    'chromium-browser',
    'brave-browser',
    'vivaldi-stable',
    'google-chrome',
    'google-chrome-stable',
    'microsoft-edge',
  ],
  macApps: ['Chromium', 'Brave Browser', 'Vivaldi', 'Google Chrome', 'Microsoft Edge'].map(
    (app) => `/Applications/${app}.app/Contents/MacOS/${app}`,
  ),
  windowsPaths: [
    'Chromium\\Application\\chrome.exe',
    'BraveSoftware\\Brave-Browser\\Application\\brave.exe',
  ],
  debianPackage: 'chromium',
  suits: canLoadUnpacked,
  advice:
    'No Chromium that loads unpacked extensions was found: install Chromium or Brave ' +
    '(Chrome and Edge no longer load them), or set PAPERKIN_CHROMIUM to its program.',
};

const FIREFOX: BrowserKind = {
  variable: 'PAPERKIN_FIREFOX',
  programs: ['firefox', 'firefox-esr', 'firefox-devedition', 'firefox-nightly'],
  macApps: ['Firefox', 'Firefox Developer Edition', 'Firefox Nightly'].map(
    (app) => `/Applications/${app}.app/Contents/MacOS/firefox`,
  ),
  windowsPaths: ['Mozilla Firefox\\firefox.exe', 'Firefox Developer Edition\\firefox.exe'],
  debianPackage: 'firefox-esr',
  suits: (version) => !isSnap(version) && majorVersion(version) >= FIRST_FIREFOX,
  advice: `No Firefox ${FIRST_FIREFOX} or newer was found: install it, or set PAPERKIN_FIREFOX to its program.`,
};

/**
 * A Chromium: the one that `PAPERKIN_CHROMIUM` names, else one installed, else Playwright's own,
 * else (on Debian and its kin, as root) the distribution's package, installed now.
 */
export function findChromium(system: System, own: PlaywrightBrowser): BrowserSearch {
  return (
    findNamed(system, CHROMIUM) ??
    findInstalled(system, CHROMIUM) ??
    fetchPlaywrights(system, own) ??
    installPackage(system, CHROMIUM) ?? { path: null, advice: CHROMIUM.advice }
  );
}

/** As findChromium; Playwright's Firefox cannot load extensions and is not asked. */
export function findFirefox(system: System): BrowserSearch {
  return (
    findNamed(system, FIREFOX) ??
    findInstalled(system, FIREFOX) ??
    installPackage(system, FIREFOX) ?? { path: null, advice: FIREFOX.advice }
  );
}

function findNamed(system: System, kind: BrowserKind): BrowserSearch | null {
  const path = system.env[kind.variable];
  if (!path) return null;
  if (system.isThere(path)) return { path, name: system.ask(path, ['--version']) ?? path };
  return { path: null, advice: `${kind.variable} names ${path}, and there is no such file.` };
}

function findInstalled(system: System, kind: BrowserKind): BrowserSearch | null {
  for (const path of placesToLook(system, kind)) {
    const version = versionOf(system, path);
    if (version !== null && kind.suits(version)) return { path, name: version };
  }
  return null;
}

function placesToLook(system: System, kind: BrowserKind): string[] {
  if (system.platform === 'darwin') return kind.macApps.filter(system.isThere);
  if (system.platform === 'win32') {
    const roots = ['LOCALAPPDATA', 'PROGRAMFILES', 'PROGRAMFILES(X86)'].map((it) => system.env[it]);
    return roots
      .flatMap((root) => (root ? kind.windowsPaths.map((path) => `${root}\\${path}`) : []))
      .filter(system.isThere);
  }
  return kind.programs.flatMap((name) => system.findProgram(name) ?? []);
}

/** Windows programs print no version; those we look for there all suit. */
function versionOf(system: System, path: string): string | null {
  if (system.platform === 'win32') return 'Version 999';
  return system.ask(path, ['--version']);
}

function canLoadUnpacked(version: string): boolean {
  if (isSnap(version)) return false;
  const isBranded = /Google Chrome(?! for Testing)|Microsoft Edge/.test(version);
  return !isBranded || majorVersion(version) < FIRST_BRANDED_WITHOUT_LOADING;
}

/** Snaps see neither other folders' profiles nor extensions there. */
function isSnap(version: string): boolean {
  return /\bsnap\b/i.test(version);
}

/** 156 in "Chromium 156.0.8078.79 built on Debian"; 0 where no number is found. */
function majorVersion(version: string): number {
  return Number(/\d+/.exec(version)?.[0] ?? 0);
}

function fetchPlaywrights(system: System, own: PlaywrightBrowser): BrowserSearch | null {
  if (!system.isThere(own.path)) {
    system.say('No installed Chromium will do; fetching the one of Playwright …');
    system.perform(own.download.program, own.download.args, DOWNLOAD_LIMIT_MS);
  }
  if (!system.isThere(own.path)) return null;
  // Its program may lie there and not start: system libraries are not part of the download.
  const version = versionOf(system, own.path);
  return version === null ? null : { path: own.path, name: version };
}

function installPackage(system: System, kind: BrowserKind): BrowserSearch | null {
  const apt = system.isThere('/etc/debian_version') ? system.findProgram('apt-get') : null;
  if (!apt || !system.isRoot) return null;
  system.say(`Installing ${kind.debianPackage} with apt …`);
  if (!refreshed.has(system)) system.perform(apt, ['update'], APT_LIMIT_MS); // else: what it has
  refreshed.add(system);
  system.perform(
    apt,
    ['install', '--yes', '--no-install-recommends', kind.debianPackage],
    APT_LIMIT_MS,
  );
  return findInstalled(system, kind);
}

/** Machines whose package lists have been refreshed in this run. */
const refreshed = new WeakSet<System>();
