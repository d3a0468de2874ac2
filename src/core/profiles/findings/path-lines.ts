import type { Assignment } from '../reading/index.ts';
import { type Entry, entriesOf } from './entries.ts';
import type { Folders, FoundLine } from './found-line.ts';
import { type Known, literal } from './literal.ts';
import type { PlaceOf } from './order.ts';
import { lineOf, type StartupText } from './startup-file.ts';

/** The folders that entries of PATH name, as far as they are known. Pure. */
export function pathFoldersOf(file: StartupText, known: Known): string[] {
  return file.assignments
    .filter(({ name, how }) => name === 'PATH' && how !== 'unset')
    .flatMap((assignment) => entriesOf(assignment, file.syntax))
    .flatMap((entry) => folderOf(entry, known) ?? []);
}

/** What assignments to PATH do: another Go, entries without a folder, a value that drops everything else. Pure. */
export function pathLines(file: StartupText, known: Known, folders: Folders, placeOf: PlaceOf): FoundLine[] {
  return file.assignments
    .filter(({ name, how }) => name === 'PATH' && how !== 'unset')
    .flatMap((assignment) => ofAssignment(file, assignment, { known, folders, placeOf }));
}

interface Facts {
  known: Known;
  folders: Folders;
  placeOf: PlaceOf;
}

function ofAssignment(
  file: StartupText,
  assignment: Assignment,
  { known, folders, placeOf }: Facts,
): FoundLine[] {
  const { at, how, within, value } = assignment;
  const entries = entriesOf(assignment, file.syntax);
  const place = placeOf(file.path, commandAt(file, at));
  const isAfter = place === 'after';
  const base = { file: file.path, ...lineOf(file, at), manager: null, place };
  const lines = linesOf(file, assignment);
  const faults = entries.flatMap((entry): Omit<FoundLine, 'edit'>[] => {
    const folder = folderOf(entry, known);
    if (entry.hasQuotedTilde)
      return [{ ...base, kind: 'quoted-tilde', severity: 'note', subject: entry.shown }];
    if (folder === null) return [];
    if (folders.withGo.has(folder)) {
      // What is appended comes behind Burrow's folder, wherever it stands.
      const wins = isAfter && how !== 'append';
      return [
        {
          ...base,
          kind: 'go-in-path',
          severity: wins ? 'warning' : 'note',
          subject: entry.shown,
          place: isAfter && !wins ? 'before' : place,
        },
      ];
    }
    // A condition mostly asks for the folder itself.
    const isGone = within === 'top' && folders.missing.has(folder);
    return isGone ? [{ ...base, kind: 'missing-folder', severity: 'note', subject: entry.shown }] : [];
  });
  const edit: FoundLine['edit'] = faults.length === entries.length ? lines : 'does-more';
  const found = faults.map((each): FoundLine => ({ ...each, edit }));
  if (how === 'set' && dropsOthers(value, within)) {
    found.push({
      ...base,
      kind: 'path-set',
      severity: isAfter ? 'warning' : 'note',
      subject: '',
      edit: 'by-hand',
    });
  }
  return found;
}

/** Whether the value is known to have nothing of what PATH was. */
function dropsOthers(value: string, within: Assignment['within']): boolean {
  const variables = [...value.matchAll(/\$\{?\^*(\w+)/g)].map(([, name]) => name);
  return within === 'top' && !/\$\(|`/.test(value) && variables.every((name) => name === 'HOME');
}

function folderOf({ word, hasQuotedTilde }: Entry, known: Known): string | null {
  const folder = hasQuotedTilde ? null : literal(word, known);
  return folder?.startsWith('/') ? folder.replace(/(.)\/+$/, '$1') : null;
}

/** The lines that a span is on. */
export function linesOf({ lines }: StartupText, { at, end }: { at: number; end: number }): number[] {
  const first = lines.lineAt(at);
  const last = lines.lineAt(Math.max(at, end - 1));
  return Array.from({ length: last - first + 1 }, (_, index) => first + index);
}

/** Where the command begins that holds an offset. */
export function commandAt({ commands }: StartupText, at: number): number {
  let low = 0;
  let high = commands.length - 1;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if ((commands[middle]?.command.at ?? 0) <= at) low = middle;
    else high = middle - 1;
  }
  return commands[low]?.command.at ?? at;
}
