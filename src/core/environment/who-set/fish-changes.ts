import { resolve } from 'node:path';
import type { SetBy } from '#contract/environment';
import type { Universal } from './fish-universals.ts';
import type { FileLines } from './places.ts';
import type { RawRecord } from './records.ts';
import { type Expanded, letters, lineOfCommand } from './statement.ts';
import type { Change } from './traced.ts';

/** A command that runs, as fish_trace shows it: how deep, and with variables replaced. */
interface Running extends Expanded {
  depth: number;
}

/** What the records of fish say, each with its line. */
export interface FishFound {
  changes: Change[];
  final: Map<string, string>;
  ended: boolean;
}

/** The changes that fish's records tell. `before`: the output before the first. `home`: what relative paths start from. */
export async function fishChanges(
  records: readonly RawRecord[],
  { home, files, universals }: { home: string; files: FileLines; universals: ReadonlyMap<string, Universal> },
): Promise<FishFound> {
  const changes: Change[] = [];
  const final = new Map<string, string>();
  const running: Running[] = [];
  let ended = false;
  for (const { fields, after } of records) {
    const [kind, name = '', value = '', shown = '', stack = ''] = fields;
    const universal = universals.get(name);
    if (kind === 'first') changes.push({ name, value, setBy: universal ? placeOf(universal) : null });
    else if (kind === 'final') final.set(name, value);
    else if (kind === 'end') ended = true;
    // A local variable is gone before anything of Go runs.
    else if (kind === 'changed' && !/set in (?:local|function) scope/.test(shown)) {
      const before = changes.findLast((change) => change.name === name)?.value ?? '';
      const isSame = value === before;
      // The handler does not see the local variables of functions, but is told about them.
      if (!isSame || setsAgain(running.at(-1)?.text ?? '', value)) {
        const setBy = await setByOf(stack, running, home, files);
        changes.push({ name, value, setBy: setBy ?? ofUserPaths(universals, name, before, value) });
      }
    }
    follow(running, after);
  }
  // An `exec` ends fish without a word.
  if (!ended) for (const { name, value } of changes) final.set(name, value);
  return { changes, final, ended };
}

/** Whether a command gave a variable the value that it had. Pure. */
export function setsAgain(text: string, value: string): boolean {
  if (/\s(?:-\w*[lf]\w*|--local|--function)(?:\s|$)/.test(text)) return false;
  if (/^(?:builtin )?read\s/.test(text)) return /\s-\w*[gUx]/.test(text);
  return letters(text).includes(letters(value));
}

/** fish itself puts what is in the universal `fish_user_paths` into PATH. */
function ofUserPaths(
  universals: ReadonlyMap<string, Universal>,
  name: string,
  before: string,
  value: string,
): SetBy | null {
  const paths = universals.get('fish_user_paths');
  if (name !== 'PATH' || !paths) return null;
  const had = before.split(':');
  const added = value.split(':').filter((folder) => !had.includes(folder));
  return added.some((folder) => paths.values.includes(folder)) ? placeOf(paths) : null;
}

function placeOf({ file, line }: Universal): SetBy {
  return { file, line, shell: 'fish', through: [] };
}

/** Adds the commands of fish_trace's lines to those that run, and takes out those that ended. */
function follow(running: Running[], output: string): void {
  for (const line of output.split('\n')) {
    const found = /^(-*)> (.*)$/.exec(line);
    if (!found) continue;
    const depth = found[1]?.length ?? 0;
    const ended: string[] = [];
    while ((running.at(-1)?.depth ?? -1) >= depth) ended.push(running.pop()?.text ?? '');
    running.push({ depth, text: found[2] ?? '', before: ended });
  }
}

/** fish names the line in the file, but counts from 1 in text that it evaluates, and keeps its own functions apart. */
async function setByOf(
  stack: string,
  running: readonly Running[],
  home: string,
  files: FileLines,
): Promise<SetBy | null> {
  const told = /called on line (\d+) of file ([^\n]+)\s*$/.exec(stack);
  const levels = levelsOf(running);
  const [level, outer] = levels;
  if (!told || !level) return null;
  const file = pathOf(told[2] ?? '', home);
  // What fish's own functions set, their caller set.
  if (isOwn(file)) return calledBy(levels, home, files);
  if (file === '-') {
    const user = outer ? sourcedFile(outer, home) : null;
    const line = user === null ? null : await called(level.caller, user, files);
    return user === null || line === null ? null : { file: user, line, shell: 'fish', through: [] };
  }
  const line = level.evaluating === null ? Number(told[1]) : await called(level.evaluating, file, files);
  if (line === null || !file.includes('/')) return null;
  return { file, line, shell: 'fish', through: await throughOf(levels, home, files) };
}

/** The calls of functions that led here, up to the file that a call stands in. */
async function throughOf(
  levels: readonly Level[],
  home: string,
  files: FileLines,
): Promise<SetBy['through']> {
  const sourced = levels.findIndex((each) => sourcedFile(each, home) !== null);
  const [source, call] = [levels[sourced], levels[sourced - 1]];
  const file = source ? sourcedFile(source, home) : null;
  if (!call || file === null) return [];
  const line = await called(call.caller, file, files);
  return line === null ? [] : [{ file, line, function: nameOf(call.caller.text) }];
}

/** The commands that run, up to the next function or file. */
interface Level {
  /** The outermost command of this level. */
  top: Running;
  /** The command that called this level: a function, or `source`. */
  caller: Running;
  /** The innermost `eval`; null: none. */
  evaluating: Running | null;
}

/** From the innermost outwards. A function or a file is two deeper than its call, anything else one. */
function levelsOf(running: readonly Running[]): Level[] {
  const levels: Level[] = [];
  let evaluating: Running | null = null;
  for (let at = running.length - 1; at > 0; at--) {
    const [top, outer] = [running[at], running[at - 1]];
    if (!top || !outer) break;
    const isEval = at < running.length - 1 && /^(?:builtin )?eval\s/.test(top.text);
    if (isEval) evaluating ??= top;
    if (top.depth - outer.depth < 2) continue;
    levels.push({ top, caller: outer, evaluating });
    evaluating = null;
  }
  return levels;
}

/** Whether a file is fish's own; packages put theirs beside it. */
function isOwn(file: string): boolean {
  return /\/share\/fish\/(?:config\.fish$|functions\/)|^embedded:/.test(file);
}

/** The line in the nearest file of the user that led here. */
async function calledBy(levels: readonly Level[], home: string, files: FileLines): Promise<SetBy | null> {
  for (const level of levels) {
    const file = sourcedFile(level, home);
    if (file === null || isOwn(file)) continue;
    const line = await called(level.evaluating ?? level.top, file, files);
    return line === null ? null : { file, line, shell: 'fish', through: [] };
  }
  return null;
}

async function called(command: Running, file: string, files: FileLines): Promise<number | null> {
  const text = command.text.replaceAll(String.raw`\n`, ' ');
  return lineOfCommand(await files.of(file), { ...command, text });
}

function sourcedFile({ caller }: Level, home: string): string | null {
  const found = /^(?:source|\.) ([^-].*)$/.exec(caller.text);
  return found ? pathOf(unescaped(found[1] ?? ''), home) : null;
}

function unescaped(word: string): string {
  return word.startsWith("'") ? word.slice(1, -1) : word.replace(/\\(.)/g, '$1');
}

function pathOf(file: string, home: string): string {
  return file.startsWith('~/')
    ? resolve(home, file.slice(2))
    : file.includes('/')
      ? resolve(home, file)
      : file;
}

function nameOf(command: string): string {
  return /^\S+/.exec(command)?.[0] ?? '';
}
