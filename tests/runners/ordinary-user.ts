import { execa } from 'execa';
import { mkdir, mkdtemp, readdir, rm, symlink } from 'node:fs/promises';
import { homedir } from 'node:os';
import { delimiter, join, resolve } from 'node:path';
import { counted } from './counted.ts';
import { named, nothingRan, skippedOne, type Tally } from './tally.ts';
import { vitest } from './vitest.ts';

/** The user `nobody`, which exists on every Linux and owns no files. */
const user = 65_534;
/** The arguments of setpriv. */
export const asUser = [`--reuid=${user}`, `--regid=${user}`, '--clear-groups'];

/** Integration tests of files, permissions, locks, homes, profiles, installs and shims that compile nothing. */
const integration = [
  'locks',
  'shell-permissions',
  'shell-profiles',
  'switching-links',
  'switching-shims',
  'toolchains-adopt',
  'toolchains-install',
  'toolchains-interrupted',
  'toolchains-places',
  'toolchains-prune',
  'toolchains-remove',
  'toolchains-verify',
];
/** Unit tests of files, locks and processes; those of rows and decisions are the same for every user. */
const unit = [
  'system/archives/',
  'system/downloads/',
  'system/local/',
  'system/files',
  'system/home',
  'system/locks',
  'system/private-group',
  'settings/',
  'history/backups/',
  'history/files/',
  'history/opening/',
  'projects/',
  'switching/pinning/',
  'switching/shims/',
];

/** Tests that might pass only for root, as beginnings of paths. */
const tests = [
  ...unit.map((name) => `src/core/${name}`),
  ...integration.map((name) => `tests/integration/${name}`),
];

/**
 * If the tests run as root, runs `tests` again as an ordinary user, with that user's own home and checkout. Otherwise,
 * everything has run as an ordinary user already.
 */
export async function runAsOrdinaryUser(): Promise<Tally> {
  if (process.getuid?.() !== 0) {
    console.log('this is an ordinary user');
    return nothingRan;
  }
  const tried = await execa('setpriv', [...asUser, 'true'], { reject: false });
  if (tried.failed) return skippedOne('tests as an ordinary user', `${tried.stderr || tried.shortMessage}`);
  // Open to everyone on every Linux, and on a disk.
  const folder = await mkdtemp('/var/tmp/burrow-user-');
  try {
    const checkout = await copyCheckout('.', folder);
    const tally = await counted({
      name: 'user',
      command: ['setpriv', ...asUser, ...vitest(['unit', 'integration'], tests)],
      cwd: checkout,
      env: await environment(folder, checkout),
      folder,
    });
    return named('as an ordinary user', tally);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/**
 * Copies the checkout into a folder that the user owns, because only root may be able to read the original. The modules
 * (700 MB) are only linked if the user can read them. Returns the path of the copy.
 */
export async function copyCheckout(from: string, folder: string): Promise<string> {
  const checkout = join(folder, 'checkout');
  await mkdir(checkout);
  for (const name of ['home', 'tmp']) await mkdir(join(folder, name));
  const modules = resolve(from, 'node_modules');
  const names = (await readdir(from)).filter((name) => name !== '.git' && name !== 'node_modules');
  await execa('cp', ['-R', '--', ...names, checkout], { cwd: from });
  if (await isReadable(join(modules, 'vitest/package.json'))) {
    await mkdir(join(checkout, 'node_modules'));
    // Vite writes to hidden folders.
    const linked = (await readdir(modules)).filter((name) => !name.startsWith('.') || name === '.bin');
    for (const name of linked) {
      await symlink(join(modules, name), join(checkout, 'node_modules', name));
    }
  } else {
    await execa('cp', ['-R', modules, checkout]);
  }
  await execa('chown', ['-hR', `${user}:${user}`, folder]);
  return checkout;
}

async function isReadable(path: string): Promise<boolean> {
  return (await execa('setpriv', [...asUser, 'test', '-r', path], { reject: false })).exitCode === 0;
}

/** Variables that name root's folders. */
const rootsOwn = /^(?:XDG_.*|GO(?:BIN|CACHE|ENV|MODCACHE|PATH|TMPDIR)|NODE_COMPILE_CACHE)$/;

/** Variables for the user; undefined removes one. The module proxy stays the same. */
async function environment(folder: string, checkout: string): Promise<Record<string, string | undefined>> {
  const removed = Object.keys(process.env).filter((name) => rootsOwn.test(name));
  const proxies = ['GOPROXY', 'GOSUMDB', 'GONOSUMDB', 'GONOPROXY', 'GOPRIVATE'];
  const go = await execa('go', ['env', '-json', ...proxies], { reject: false });
  const path = (process.env['PATH'] ?? '').split(delimiter).filter((each) => !each.startsWith(homedir()));
  return {
    ...Object.fromEntries(removed.map((name) => [name, undefined])),
    ...(go.exitCode === 0 ? (JSON.parse(go.stdout) as Record<string, string>) : {}),
    HOME: join(folder, 'home'),
    TMPDIR: join(folder, 'tmp'),
    NODE_COMPILE_CACHE: join(folder, 'tmp/compiled'),
    USER: 'nobody',
    LOGNAME: 'nobody',
    PATH: [join(checkout, 'node_modules/.bin'), ...path].join(delimiter),
  };
}
