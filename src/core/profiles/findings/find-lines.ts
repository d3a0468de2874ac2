import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { withoutControlCharacters } from '#contract/control-characters';
import type { Finding, NoFixReason } from '#contract/findings';
import { burrowPaths, errorCode, maskSecrets, realPath, type System } from '#core/system';
import { generatedBy, placeBlock, sha256, wholeLines } from '../editing/index.ts';

import { ownedElsewhere } from '../owned-elsewhere.ts';
import { managerLines, nameLines, pathHelperLines, unreachedBlock, variableLines } from './command-lines.ts';
import { doesMore } from './does-more.ts';
import type { Folders, FoundLine, ManagerMark } from './found-line.ts';
import { hiddenProfile } from './hidden-profile.ts';
import { type Known, literal } from './literal.ts';
import { placesIn, type Startup } from './order.ts';
import { pathFoldersOf, pathLines } from './path-lines.ts';
import { readStartup } from './read-startup.ts';
import type { StartupText } from './startup-file.ts';
import { universalFolders, universalLines } from './universal.ts';

/** A finding with the file it is in; null: it is in fish's own. */
export interface FoundIn {
  finding: Finding;
  startup: StartupText | null;
}

/** The longest line that is shown, in characters. */
const maxShown = 300;

/** Lines of the profiles in use that conflict with Burrow. Reads files; starts zsh to ask for its folder. */
export async function findLines(system: System, marks: readonly ManagerMark[]): Promise<FoundIn[]> {
  const startup = await readStartup(system);
  const known = knownValues(startup);
  const folders = await foldersOf(system, startup, known);
  const placeOf = placesIn(startup, known);
  const found: FoundIn[] = [];
  for (const file of startup.files.values()) {
    const lines = linesIn(file, { startup, known, folders, marks, placeOf });
    const isOwned = lines.length > 0 && (await isMadeElsewhere(system, file));
    found.push(...lines.map((each) => ({ finding: toFinding(each, file, isOwned), startup: file })));
  }
  if (startup.universal) {
    const { path, text } = startup.universal;
    const lines = universalLines(path, text, folders);
    found.push(...lines.map((each) => ({ finding: toFinding(each, null, false), startup: null })));
  }
  return numbered(found);
}

interface Facts {
  startup: Startup;
  known: Known;
  folders: Folders;
  marks: readonly ManagerMark[];
  placeOf: ReturnType<typeof placesIn>;
}

function linesIn(file: StartupText, { startup, known, folders, marks, placeOf }: Facts): FoundLine[] {
  const said = [
    ...variableLines(file, placeOf),
    ...pathLines(file, known, folders, placeOf),
    ...nameLines(file, placeOf),
    ...pathHelperLines(file, placeOf),
  ];
  const numbers = new Set(said.map(({ line }) => line));
  const withoutBlock = file.block
    ? file.text.slice(0, file.block.at) + file.text.slice(file.block.end)
    : null;
  const ending =
    withoutBlock !== null && file.syntax !== 'fish' ? (placeBlock(withoutBlock)?.before ?? null) : null;
  const all = [
    ...said,
    ...managerLines(file, marks, numbers, placeOf),
    ...unreachedBlock(file, ending),
    ...hiddenProfile(file, startup.profile, known),
  ];
  return all.toSorted((a, b) => a.line - b.line);
}

/** Values of variables that the files set to texts, as GOROOT for `$GOROOT/bin`. */
function knownValues({ files, known }: Startup): Known {
  const values = new Map(known);
  for (const file of files.values()) {
    for (const { name, value, how } of file.assignments) {
      if (how !== 'set' || name === 'PATH' || values.has(name)) continue;
      const read = literal(value, values);
      if (read !== null) values.set(name, read);
    }
  }
  return values;
}

async function foldersOf(system: System, { files, universal }: Startup, known: Known): Promise<Folders> {
  const { shims } = burrowPaths(system);
  const named = new Set([...files.values()].flatMap((file) => pathFoldersOf(file, known)));
  for (const folder of universalFolders(universal?.text ?? '')) named.add(folder);
  named.delete(shims);
  // `go install` makes its folder when it first needs it.
  const installed = [known.get('GOBIN'), join(known.get('GOPATH') ?? join(system.home, 'go'), 'bin')];
  const withGo = new Set<string>();
  const missing = new Set<string>();
  for (const folder of named) {
    if (installed.includes(folder)) continue;
    if (await isMissing(folder)) missing.add(folder);
    else if ((await realPath(join(folder, 'go'))) !== null && !(await isFolder(join(folder, 'go'))))
      withGo.add(folder);
  }
  return { withGo, missing };
}

async function isMissing(folder: string): Promise<boolean> {
  return stat(folder).then(
    () => false,
    (error: unknown) => errorCode(error) === 'ENOENT',
  );
}

async function isFolder(path: string): Promise<boolean> {
  return stat(path).then(
    (found) => found.isDirectory(),
    () => false,
  );
}

async function isMadeElsewhere(system: System, { path, text }: StartupText): Promise<boolean> {
  const target = (await realPath(path)) ?? path;
  return generatedBy(text) !== null || (await ownedElsewhere(system, { path, target })) !== null;
}

function toFinding({ edit, text, ...found }: FoundLine, file: StartupText | null, isOwned: boolean): Finding {
  const fix = fixOf(edit, file, isOwned, found.kind);
  const shown = withoutControlCharacters(maskSecrets(Buffer.from(text, 'latin1').toString('utf8')));
  const subject = withoutControlCharacters(
    maskSecrets(Buffer.from(found.subject, 'latin1').toString('utf8')),
  );
  return {
    ...found,
    id: `${found.kind}-${sha256([found.file, text, found.subject].join('\0')).slice(0, 8)}`,
    text: shortened(shown),
    subject: shortened(subject),
    fix: typeof fix === 'string' ? null : { lines: fix },
    noFix: typeof fix === 'string' ? fix : null,
  };
}

function fixOf(
  edit: FoundLine['edit'],
  file: StartupText | null,
  isOwned: boolean,
  kind: FoundLine['kind'],
): number[] | NoFixReason {
  if (typeof edit === 'string') return edit;
  if (file === null) return 'by-hand';
  if (isOwned) return 'owned';
  const { taken, obstacle } = wholeLines(file.text, edit, file.syntax);
  if (obstacle !== null) return obstacle;
  return doesMore(file, new Set(edit), new Set(taken), kind) ? 'does-more' : taken;
}

function shortened(text: string): string {
  return text.length > maxShown ? `${text.slice(0, maxShown)}…` : text;
}

/** Gives lines that are the same in one file ids of their own. */
function numbered(found: readonly FoundIn[]): FoundIn[] {
  const seen = new Map<string, number>();
  return found.map((each) => {
    const { id } = each.finding;
    const count = (seen.get(id) ?? 0) + 1;
    seen.set(id, count);
    return count === 1 ? each : { ...each, finding: { ...each.finding, id: `${id}-${count}` } };
  });
}
