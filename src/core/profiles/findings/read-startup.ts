import { join } from 'node:path';
import type { ShellName } from '#contract/shell';
import { burrowPaths, readForeign, type System } from '#core/system';
import { envFiles } from '../editing/index.ts';
import { snippetsIn, syntaxOf } from '../files.ts';
import type { Syntax } from '../reading/index.ts';
import { fishFolder, shellsHere, zshFolder } from '../startup/index.ts';
import type { Known } from './literal.ts';
import { sourcedBy, type Start, type Startup } from './order.ts';
import { type StartupText, startupText, wordsOf } from './startup-file.ts';

/** Larger than any profile that a person writes: the largest of 760 real ones has 145 kB. Bytes. */
const maxBytes = 1_000_000;
/** Startup files and what they source. */
const maxFiles = 100;

/** Reads the startup files of the shells in use, and what they source by paths that are known. Starts zsh. */
export async function readStartup(system: System): Promise<Startup> {
  const shells = (await shellsHere(system)).filter(({ used }) => used).map(({ name }) => name);
  const zsh = shells.includes('zsh') ? await zshFolder(system) : system.home;
  const fish = fishFolder(system);
  const known = new Map([
    ['HOME', system.home],
    ['ZDOTDIR', zsh],
    ['XDG_CONFIG_HOME', system.env['XDG_CONFIG_HOME'] || join(system.home, '.config')],
    ['__fish_config_dir', fish],
  ]);
  const starts: Start[] = [];
  for (const shell of shells) starts.push(...(await startsOf(shell, { home: system.home, zsh, fish })));
  const own = new Set(Object.values(envFiles(burrowPaths(system))).map(({ path }) => path));
  const files = new Map<string, StartupText>();
  for (const { shell, roots } of starts) {
    for (const root of roots) await follow(root, syntaxFor(shell), { files, own }, known);
  }
  // A file that is missing was looked for, and is none of these.
  for (const [path, file] of files) if (file.text === '') files.delete(path);
  const variables = join(fish, 'fish_variables');
  const text = shells.includes('fish') ? await readText(variables) : null;
  const profile = await readText(join(system.home, '.profile'));
  return { starts, files, own, known, profile, universal: text === null ? null : { path: variables, text } };
}

function syntaxFor(shell: string): Syntax {
  return shell === 'zsh' || shell === 'fish' ? shell : 'sh';
}

/** What each kind of start reads, from the manuals (see startup/startup-files.ts). */
async function startsOf(
  shell: ShellName,
  { home, zsh, fish }: { home: string; zsh: string; fish: string },
): Promise<Start[]> {
  const inHome = (name: string) => join(home, name);
  switch (shell) {
    case 'zsh': {
      const [env, login, rc, last] = ['.zshenv', '.zprofile', '.zshrc', '.zlogin'].map((name) =>
        join(zsh, name),
      );
      // zsh reads ~/.zshenv, which may set ZDOTDIR, and then no other.
      const first = (await readText(inHome('.zshenv'))) === null ? env : inHome('.zshenv');
      return [
        [first, login, last],
        [first, rc],
        [first, login, rc, last],
      ].map((roots) => ({ shell, roots: roots.filter((each) => each !== undefined) }));
    }
    case 'bash': {
      for (const name of ['.bash_profile', '.bash_login', '.profile']) {
        if ((await readText(inHome(name))) === null) continue;
        return [inHome(name), inHome('.bashrc')].map((path) => ({ shell, roots: [path] }));
      }
      return [{ shell, roots: [inHome('.bashrc')] }];
    }
    case 'sh':
      return [{ shell, roots: [inHome('.profile')] }];
    default:
      return [{ shell, roots: [...(await snippetsIn(join(fish, 'conf.d'))), join(fish, 'config.fish')] }];
  }
}

/** Reads a file, and what it sources. The path of a file that is missing is remembered with an empty text. */
async function follow(
  root: string,
  syntax: Syntax,
  { files, own }: Pick<Startup, 'files' | 'own'>,
  known: Known,
): Promise<void> {
  const waiting = [root];
  for (let path = waiting.pop(); path !== undefined && files.size < maxFiles; path = waiting.pop()) {
    if (files.has(path)) continue;
    const named = syntaxOf(path);
    const file = startupText(path, (await readText(path)) ?? '', named === 'sh' ? syntax : named);
    files.set(path, file);
    for (const placed of file.commands) {
      const sourced = sourcedBy(wordsOf(file, placed), known);
      if (sourced !== null && !own.has(sourced) && !isFramework(sourced)) waiting.push(sourced);
    }
  }
}

/** Files of a framework or a program are not the person's to edit. */
function isFramework(path: string): boolean {
  return /^\/(?:usr|opt|nix|etc|Library|Applications|snap)\/|\/\.(?:oh-my-zsh|zprezto|zinit|antigen|nvm|sdkman|cargo|rvm|rbenv|pyenv)\//.test(
    path,
  );
}

/** null: it is missing, or no text that can be read. */
async function readText(path: string): Promise<string | null> {
  const bytes = await readForeign(path, maxBytes).catch(() => null);
  const text = bytes && bytes.toString('latin1');
  return text === null || text.includes('\0') ? null : text;
}
