/**
 * What has to be there before anything of ours can run. Node 20's built-ins only: on a fresh clone
 * there is nothing else.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * @typedef {object} LockEntry One package as npm writes it down.
 * @property {string} [version]
 * @property {string} [integrity]
 * @property {boolean} [optional] May be left out where the machine is of another kind.
 * @property {boolean} [devOptional]
 */

/**
 * Whether `npm ci` has to run: the packages that npm noted in `node_modules` are not those of the
 * lock file. Packages too many do no harm and are not asked about.
 *
 * @param {string} lockText package-lock.json
 * @param {string | null} installedText node_modules/.package-lock.json; null where there is none
 */
export function needsInstall(lockText, installedText) {
  if (installedText === null) return true;
  const wanted = packagesOf(lockText);
  const installed = packagesOf(installedText);
  return Object.entries(wanted).some(([path, want]) => {
    if (path === '') return false; // the project itself
    const have = installed[path];
    if (!have) return !(want.optional || want.devOptional);
    return have.version !== want.version || have.integrity !== want.integrity;
  });
}

/**
 * @param {string} lockText
 * @returns {Record<string, LockEntry>}
 */
function packagesOf(lockText) {
  return JSON.parse(lockText).packages ?? {};
}

/**
 * Installs the project's packages if they are not those of the lock file.
 * Throws when npm fails; npm has then said why.
 *
 * @param {string} root
 */
export function installPackages(root) {
  const lockText = readFileSync(join(root, 'package-lock.json'), 'utf8');
  const notes = join(root, 'node_modules', '.package-lock.json');
  const installedText = existsSync(notes) ? readFileSync(notes, 'utf8') : null;
  if (!needsInstall(lockText, installedText)) return;
  // On standard error: what a script prints may be for another program.
  console.error('Installing packages (npm ci) …');
  const npm = spawnSync('npm ci --no-audit --no-fund --loglevel=error', {
    cwd: root,
    shell: true,
    stdio: 'inherit',
  });
  if (npm.status !== 0) {
    throw new Error('npm ci failed; see above. Check the network and the npm registry setting.');
  }
}

/**
 * The Node that the lock file pins. The tools need a newer one than the 20 that we ask of people.
 *
 * @param {string} root
 */
export function findPinnedNode(root) {
  const name = process.platform === 'win32' ? 'node.exe' : 'node';
  const pinned = join(root, 'node_modules', 'node', 'bin', name);
  if (existsSync(pinned)) return pinned;
  if (Number(process.versions.node.split('.')[0]) >= 24) return process.execPath;
  throw new Error(
    `The package "node" brought no program for ${process.platform}-${process.arch}. ` +
      'Install Node 24 or newer and run this again.',
  );
}
