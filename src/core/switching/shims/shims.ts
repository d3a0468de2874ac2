import { mkdir, readdir, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import process from 'node:process';
import type { EditorLink } from '#contract/editor-link';
import {
  burrowPaths,
  fileFailure,
  isFile,
  isOwnHome,
  readStart,
  type System,
  withLock,
  writeFileAtomic,
} from '#core/system';
import { parseVersion } from '#core/toolchains';
import { runnable, runnableTargets, shimMark } from '../resolving/index.ts';
import { refreshLinks } from './links.ts';
import { burrowText, type HomeFacts, launcherText, shimBytes, type ShimText, shimText } from './shim-text.ts';
import { completionScripts, manualPages, ownProgram, shimTemplate } from './templates.ts';

/**
 * Brings the shims folder up to date: `go` and `gofmt`, `burrow` if this Burrow has a command line, with the scripts that
 * complete it in shells and its manual pages, and a launcher for every version that runs here, under its name (`go1.22.5`). Writes only what differs, each file in one step, and
 * removes launchers of versions that are gone; other files in the folder are not touched. The links of editors are
 * updated too (links.ts); returns those that changed. changes.ts calls it after every change of what is installed; call
 * it when `installMissing` has changed. Failures: file.no-permission, disk.full.
 */
export async function refreshShims(system: System): Promise<EditorLink[]> {
  const { shims, locks } = burrowPaths(system);
  // Without the lock, one of two concurrent installs could remove the launcher of the other.
  await withLock(join(locks, 'shims'), {}, async () => {
    const { wanted, read } = await wantedFiles(system);
    try {
      await mkdir(shims, { recursive: true, mode: 0o700 });
      for (const [path, text] of read) {
        await mkdir(dirname(path), { recursive: true, mode: 0o700 });
        await writeIfDifferent(path, text, 0o644);
      }
      for (const [name, text] of wanted) await writeIfDifferent(join(shims, name), text, 0o755);
      for (const name of await readdir(shims)) {
        if (!wanted.has(name) && (await isLauncher(shims, name)))
          await rm(join(shims, name), { force: true });
      }
    } catch (error) {
      throw fileFailure(error, shims);
    }
  });
  return refreshLinks(system);
}

/**
 * Writes the shims again if another Burrow wrote them: an older one, one in another place, or one with other settings.
 * Reads a few files. Does nothing if there are no shims yet, and in a home that this user may not
 * change. Failures: those of refreshShims.
 */
export async function renewShims(system: System): Promise<void> {
  const { shims } = burrowPaths(system);
  const go = join(shims, 'go');
  if (!(await isFile(go)) || !(await isOwnHome(system))) return;
  const { shim, functions } = (await shimFor(system))('go');
  const burrow = await burrowFor();
  const texts = new Map([[go, shim], ...(await filesToRead(system, functions))]);
  // If this Burrow has no command line, the command that another one wrote is kept.
  if (burrow !== null) texts.set(join(shims, 'burrow'), burrow);
  const same = await Promise.all(
    [...texts].map(async ([path, text]) => (await readStart(path)) === asRead(text)),
  );
  if (same.includes(false)) await refreshShims(system);
}

/**
 * The commands in the shims folder that are missing, or are not as this Burrow writes them, by name. Changes nothing.
 * Failures: home.unusable, file.no-permission.
 */
export async function oddShims(system: System): Promise<{ missing: string[]; outdated: string[] }> {
  const { shims, shimFunctions } = burrowPaths(system);
  const { wanted, read } = await wantedFiles(system);
  const functions = [...read].filter(([path]) => dirname(path) === shimFunctions);
  const [commands, parts] = await Promise.all([
    Promise.all([...wanted].map(([name, text]) => stateOf(join(shims, name), { name, text, mode: 0o755 }))),
    Promise.all(functions.map(([path, text]) => stateOf(path, { name: path, text, mode: 0o644 }))),
  ]);
  // Without a part of its functions, the shim itself does not work.
  const ofGo = parts.every(({ state }) => state === 'same') ? [] : [{ name: 'go', state: 'outdated' }];
  const named = (wantedState: string): string[] => [
    ...new Set([...commands, ...ofGo].filter(({ state }) => state === wantedState).map(({ name }) => name)),
  ];
  return { missing: named('missing'), outdated: named('outdated') };
}

/** The files of the shims folder, by name, and those that shims and shells read, by path. */
async function wantedFiles(
  system: System,
): Promise<{ wanted: Map<string, string>; read: ReadonlyMap<string, string> }> {
  const [shim, burrow, launcher, installed] = await Promise.all([
    shimFor(system),
    burrowFor(),
    shimTemplate('launcher.sh'),
    runnable(system),
  ]);
  const { functions } = shim('go');
  const wanted = new Map(['go', 'gofmt'].map((tool) => [tool, shim(tool).shim]));
  if (burrow !== null) wanted.set('burrow', burrow);
  const home = homeFacts(system);
  for (const { version, path } of installed) {
    // Sorted by processor, best first, so the launcher runs the best build of a version.
    const facts = { version, goroot: path, os: system.os, ...home };
    if (!wanted.has(version)) wanted.set(version, launcherText(launcher, facts));
  }
  return { wanted, read: await filesToRead(system, functions) };
}

/**
 * The functions of the shims, and, if this Burrow has a command line, what completes `burrow` and its manual pages. By
 * path. Of an entry of PATH that does not end with `/bin`, man(1) of Linux and of macOS both search the folder `man`.
 */
async function filesToRead(
  system: System,
  functions: ReadonlyMap<string, string>,
): Promise<Map<string, string>> {
  const { shims, shimFunctions, completions } = burrowPaths(system);
  return new Map([
    ...within(shimFunctions, functions),
    ...(ownProgram() === null
      ? []
      : [
          ...within(completions, await completionScripts()),
          ...within(join(shims, 'man'), await manualPages()),
        ]),
  ]);
}

/** What `burrow` in the shims folder must contain; null if this Burrow has no command line of its own. */
async function burrowFor(): Promise<string | null> {
  const program = ownProgram();
  return program === null ? null : burrowText(await shimTemplate('burrow.sh'), program);
}

/** What the shim of a tool must contain. */
async function shimFor(system: System): Promise<(tool: string) => ShimText> {
  // Imported only here, so that resolving a folder does not load the settings' schema.
  const { readSettings } = await import('#core/settings');
  const [template, { installMissing }] = await Promise.all([shimTemplate('go.sh'), readSettings(system)]);
  const { toolchains, defaultFile, shims, shimFunctions: functions } = burrowPaths(system);
  const program = installMissing ? ownProgram() : null;
  const targets = runnableTargets(system);
  const { os } = system;
  const home = homeFacts(system);
  return (tool) =>
    shimText(template, { ...home, tool, os, toolchains, defaultFile, shims, functions, program, targets });
}

function homeFacts(system: System): HomeFacts {
  const { root } = burrowPaths(system);
  // The shim cannot ask who owns the home, only whether its user does. On Windows nobody is asked.
  return { home: root, everyones: system.os === 'windows' || process.geteuid?.() === 0 };
}

/** Files by name, by their path in a folder. */
function within(folder: string, files: ReadonlyMap<string, string>): [path: string, text: string][] {
  return [...files].map(([name, text]) => [join(folder, name), text]);
}

async function writeIfDifferent(path: string, text: string, mode: number): Promise<void> {
  const { state } = await stateOf(path, { name: path, text, mode });
  if (state !== 'same') await writeFileAtomic(path, shimBytes(text), { mode });
}

async function stateOf(
  path: string,
  { name, text, mode }: { name: string; text: string; mode: number },
): Promise<{ name: string; state: 'same' | 'missing' | 'outdated' }> {
  const [content, found] = await Promise.all([readStart(path), stat(path).catch(() => null)]);
  if (found === null) return { name, state: 'missing' };
  return { name, state: content === asRead(text) && (found.mode & 0o777) === mode ? 'same' : 'outdated' };
}

/** The text of a shim as it is read back: the bytes that are not UTF-8 are lost. */
function asRead(text: string): string {
  return shimBytes(text).toString('utf8');
}

async function isLauncher(folder: string, name: string): Promise<boolean> {
  if (parseVersion(name) === null || !name.startsWith('go')) return false;
  const [, second = ''] = ((await readStart(join(folder, name), 200)) ?? '').split('\n');
  return second.startsWith(`${shimMark}launcher`);
}
