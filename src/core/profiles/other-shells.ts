import { join } from 'node:path';
import { quoted } from '#contract/shell-word';
import type { OtherShell } from '#contract/shell';
import { type BurrowPaths, burrowPaths, findOnPath, readForeign, type System } from '#core/system';
import { blockFor } from './editing/index.ts';

/** What is read of a profile. Bytes. */
const maxBytes = 1_000_000;

/** A shell that Burrow knows, but whose profile it does not edit. */
interface KnownShell {
  name: OtherShell['name'];
  programs: readonly string[];
  /** Where it looks in an interactive shell, from its manual. The first that exists; the first of all if none does. */
  profiles: (folders: Folders) => string[];
  /** What puts Burrow's folder first in PATH there. */
  lines: (system: System, paths: BurrowPaths) => string;
}

interface Folders {
  home: string;
  /** `$XDG_CONFIG_HOME`, or ~/.config. */
  config: string;
  os: System['os'];
}

const shells: readonly KnownShell[] = [
  {
    name: 'ksh',
    programs: ['ksh', 'ksh93'],
    // ksh(1), Invocation: $ENV, by default $HOME/.kshrc. A login shell reads .profile before it.
    profiles: ({ home }) => [join(home, '.kshrc')],
    lines: posixLine,
  },
  {
    name: 'mksh',
    programs: ['mksh'],
    profiles: ({ home }) => [join(home, '.mkshrc')],
    lines: posixLine,
  },
  {
    name: 'tcsh',
    programs: ['tcsh', 'csh'],
    // tcsh(1), Startup and shutdown: ~/.tcshrc, and only without it ~/.cshrc.
    profiles: ({ home }) => [join(home, '.tcshrc'), join(home, '.cshrc')],
    lines: (_, { shims }) => `set path = ( ${quoted(shims)} $path:q )`,
  },
  {
    name: 'elvish',
    programs: ['elvish'],
    profiles: ({ config }) => [join(config, 'elvish', 'rc.elv')],
    lines: (_, { shims }) => `set paths = ['${shims.replaceAll("'", "''")}' $@paths]`,
  },
  {
    name: 'nushell',
    programs: ['nu'],
    profiles: ({ home, config, os }) => [
      os === 'darwin'
        ? join(home, 'Library', 'Application Support', 'nushell', 'config.nu')
        : join(config, 'nushell', 'config.nu'),
    ],
    lines: (_, { shims }) =>
      `$env.PATH = ($env.PATH | split row (char esep) | prepend ${JSON.stringify(shims)})`,
  },
];

/** One line of POSIX shell, as in the block of other profiles. */
function posixLine(system: System, paths: BurrowPaths): string {
  return (
    blockFor('sh', system, paths)
      .split('\n')
      .find((line) => line.startsWith('if ')) ?? ''
  );
}

/** Shells that are installed or have a profile, and whose profiles Burrow leaves to the person. Changes nothing. */
export async function otherShells(system: System): Promise<OtherShell[]> {
  const { home, env, os } = system;
  const folders = { home, config: env['XDG_CONFIG_HOME'] || join(home, '.config'), os };
  const paths = burrowPaths(system);
  const found = await Promise.all(
    shells.map(async ({ name, programs, profiles, lines }): Promise<OtherShell | null> => {
      const path = await firstOnPath(system, programs);
      const candidates = profiles(folders);
      const texts = await Promise.all(candidates.map((each) => readText(each)));
      const index = texts.findIndex((text) => text !== null);
      if (path === null && index === -1) return null;
      const text = texts[index] ?? '';
      const ready = text.includes(paths.shims) || /\.burrow\/(?:shims|env\.sh)\b/.test(text);
      const profile = candidates[Math.max(index, 0)] ?? '';
      return { name, path, profile, exists: index !== -1, ready, lines: lines(system, paths) };
    }),
  );
  return found.filter((each) => each !== null);
}

async function firstOnPath(system: System, programs: readonly string[]): Promise<string | null> {
  for (const program of programs) {
    const path = await findOnPath(system, program);
    if (path !== null) return path;
  }
  return null;
}

/** null: it is missing, or no text that can be read. */
async function readText(path: string): Promise<string | null> {
  const bytes = await readForeign(path, maxBytes).catch(() => null);
  return bytes && bytes.toString('latin1');
}
