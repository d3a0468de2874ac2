import type { FindingKind } from '#contract/findings';
import { blocksOf } from './command-lines.ts';
import { type StartupText, wordsOf } from './startup-file.ts';

const ownVariables: Partial<Record<FindingKind, string>> = {
  goroot: 'GOROOT',
  'modules-off': 'GO111MODULE',
  'go-in-path': 'PATH',
  'quoted-tilde': 'PATH',
  'missing-folder': 'PATH',
};
/** Commands that only ask something, or set what `assignments` has. Fish's `set -q` is one. */
const harmless = new Set(
  '[ [[ test command type hash which whence builtin true false : not ! and or contains status set export typeset declare'.split(
    ' ',
  ),
);

/**
 * Whether more goes with the lines of a finding than what it is about: a variable, a command such as the first of
 * `. ~/.secrets && export GOROOT=x`, or a function that other lines call. `edit`: the lines that were found; `taken`:
 * all that would go. Pure.
 */
export function doesMore(
  file: StartupText,
  edit: ReadonlySet<number>,
  taken: ReadonlySet<number>,
  kind: FindingKind,
): boolean {
  if (kind === 'go-function') return false;
  return setsOther(file, edit, taken, kind) || runsOther(file, taken, kind) || isCalled(file, taken);
}

/** A manager's variables are its own. */
function setsOther(
  { assignments, lines }: StartupText,
  edit: ReadonlySet<number>,
  taken: ReadonlySet<number>,
  kind: FindingKind,
): boolean {
  const own = ownVariables[kind];
  return assignments.some(({ name, at }) => {
    const line = lines.lineAt(at);
    if (!taken.has(line)) return false;
    return own === undefined ? !edit.has(line) : name !== own;
  });
}

function runsOther(file: StartupText, taken: ReadonlySet<number>, kind: FindingKind): boolean {
  // What a manager's lines run is its own, and an alias is no assignment.
  if (ownVariables[kind] === undefined) return false;
  return file.commands.some((placed) => {
    const { at, end } = placed.command;
    if (!taken.has(file.lines.lineAt(at))) return false;
    const [name] = wordsOf(file, placed);
    if (name === undefined || harmless.has(name)) return false;
    return !file.assignments.some((each) => each.at >= at && each.at < end);
  });
}

function isCalled(file: StartupText, taken: ReadonlySet<number>): boolean {
  const names = new Set(
    blocksOf(file.tree.statements)
      .filter(({ kind, at }) => kind === 'function' && taken.has(file.lines.lineAt(at)))
      .flatMap((block) => block.names),
  );
  if (names.size === 0) return false;
  return file.commands.some(
    (placed) => !taken.has(file.lines.lineAt(placed.command.at)) && names.has(wordsOf(file, placed)[0] ?? ''),
  );
}
