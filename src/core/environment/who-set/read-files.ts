import { basename, dirname, isAbsolute, join } from 'node:path';
import type { SetBy } from '#contract/environment';
import { type Assignment, assignmentsIn, profileFiles, snippetsIn } from '#core/profiles';
import { readForeign, type System } from '#core/system';

/** How many files are followed, and how deep. */
const maxFiles = 50;
const maxDepth = 4;
const maxBytes = 1_000_000;

/** An assignment in a startup file. */
export interface ReadAssignment extends Assignment {
  file: string;
}

/**
 * The assignments in the startup files of a shell, in the order in which it reads them. Files that they name in a
 * `source` line are read there, where their path is literal or starts with `$HOME`, `$ZDOTDIR` or an XDG folder.
 */
export async function readStartupFiles(
  system: System,
  shell: 'zsh' | 'bash' | 'fish' | 'sh',
): Promise<ReadAssignment[]> {
  const seen = new Set<string>();
  const read = async (file: string, depth: number): Promise<ReadAssignment[]> => {
    if (seen.has(file) || seen.size >= maxFiles || depth > maxDepth) return [];
    seen.add(file);
    const text = await readForeign(file, maxBytes).then(
      (bytes) => bytes.toString('latin1'),
      () => '',
    );
    const found: ReadAssignment[] = [];
    const assignments = Map.groupBy(assignmentsIn(text, shell === 'bash' ? 'sh' : shell), ({ line }) => line);
    for (const [index, line] of text.split('\n').entries()) {
      found.push(...(assignments.get(index + 1) ?? []).map((each) => ({ ...each, file })));
      const path = sourcedPath(line, system, dirname(file));
      if (path !== null) found.push(...(await read(path, depth + 1)));
    }
    return found;
  };
  const found: ReadAssignment[] = [];
  for (const file of await startupFilesOf(system, shell)) found.push(...(await read(file, 0)));
  return found;
}

/**
 * The line that gave a variable this value, as far as the text can tell: the last assignment of all stands outside
 * conditions, loops and functions, and its value is literal but for the home folder. Otherwise null. Pure.
 */
export function setterInText(
  assignments: readonly ReadAssignment[],
  { name, value, home, shell }: { name: string; value: string; home: string; shell: string },
): SetBy | null {
  const last = assignments.findLast((each) => each.name === name);
  if (last?.how !== 'set' || last.within !== 'top' || literal(last.value, home) !== value) return null;
  return { file: last.file, line: last.line, shell, through: [] };
}

/** What a word stands for; null: only the shell knows. */
function literal(word: string, home: string): string | null {
  const single = /^'([^']*)'$/.exec(word)?.[1];
  if (single !== undefined) return single;
  const plain = (/^"([^"]*)"$/.exec(word)?.[1] ?? word.replace(/^~(?=\/|$)/, () => home)).replace(
    /^\$\{?HOME\}?(?![A-Za-z0-9_])/,
    () => home,
  );
  return /[\s$`"'\\*?()[\]{}~]/.test(plain) ? null : plain;
}

/** The path in a line that reads another file; null: it is none, or its path is not literal. */
function sourcedPath(line: string, { home, env }: System, folder: string): string | null {
  const found = /(?:^|[;&|{]|\bthen\b|\band\b)\s*(?:source|\.)\s+("?)([^\s"';&|]+)\1/.exec(line);
  if (!found) return null;
  const folders: Readonly<Record<string, string>> = {
    HOME: home,
    ZDOTDIR: env['ZDOTDIR'] || folder,
    XDG_CONFIG_HOME: env['XDG_CONFIG_HOME'] || join(home, '.config'),
    XDG_DATA_HOME: env['XDG_DATA_HOME'] || join(home, '.local/share'),
  };
  const path = (found[2] ?? '')
    .replace(/^~(?=\/)/, () => home)
    .replace(/^\$\{?(\w+)\}?/, (whole, name: string) => folders[name] ?? whole);
  return isAbsolute(path) && !/[$`*?\\]/.test(path) ? path : null;
}

async function startupFilesOf(system: System, shell: string): Promise<string[]> {
  const { files, fishSnippets } = profileFiles(system);
  const named = (...names: string[]) => files.filter((file) => names.includes(basename(file)));
  switch (shell) {
    case 'zsh':
      return named('.zshenv', '.zprofile', '.zshrc', '.zlogin');
    case 'fish':
      return [...(await snippetsIn(fishSnippets)), ...named('config.fish')];
    case 'bash': {
      const [first] = await existing(named('.bash_profile', '.bash_login', '.profile'));
      return [...(first === undefined ? [] : [first]), ...named('.bashrc')];
    }
    default:
      return named('.profile');
  }
}

async function existing(files: readonly string[]): Promise<string[]> {
  const found: string[] = [];
  for (const file of files) {
    await readForeign(file, maxBytes).then(
      () => found.push(file),
      () => {},
    );
  }
  return found;
}
