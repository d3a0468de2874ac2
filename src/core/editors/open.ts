import { stat } from 'node:fs/promises';
import { resolve } from 'node:path';
import { type EditorName, editorNames, editorTitles } from '#contract/editor-names';
import { failure } from '#contract/failure';
import { readSettings } from '#core/settings';
import { findOnPath, isProgram, type System } from '#core/system';
import { editors, knownPlaces } from './editors.ts';
import { startProgram } from './start.ts';
import { type Terminal, terminalsFor } from './terminals.ts';

/** The editors that are here, in the order in which they are taken, and whether a terminal can be opened. */
export async function desktopPrograms(system: System): Promise<{ editors: EditorName[]; terminal: boolean }> {
  const found = await Promise.all(editorNames.map((name) => programOf(system, name)));
  return {
    editors: editorNames.filter((_, index) => found[index] !== null),
    terminal: (await firstThere(system, terminalsFor(system, system.home))) !== null,
  };
}

/** What to open; `file` is relative to `dir` unless it is absolute; lines and columns count from 1. */
export interface WhatToOpen {
  dir: string;
  file?: string | undefined;
  line?: number | undefined;
  column?: number | undefined;
}

/**
 * Opens a folder, and perhaps a file in it, in the editor of the settings, or in the first that is here. All paths are
 * absolute, so that none can be taken for an option. Failures: folder.not-found, file.not-found, desktop.no-editor,
 * desktop.not-started.
 */
export async function openEditor(
  system: System,
  { dir, file, line, column }: WhatToOpen,
): Promise<EditorName> {
  const folder = await existingFolder(system, dir);
  const path = file === undefined ? undefined : resolve(folder, file);
  if (path !== undefined && !(await isOfKind(path, 'isFile'))) throw failure('file.not-found', { path });
  const { editor } = await readSettings(system);
  const { name, program } = await chooseEditor(system, editor);
  const args = editors[name].args({ folder, file: path, line, column });
  await startProgram(system, { file: program, args, cwd: folder, title: editorTitles[name] });
  return name;
}

/** Opens a terminal in a folder. Failures: folder.not-found, desktop.no-terminal, desktop.not-started. */
export async function openTerminal(system: System, dir: string): Promise<void> {
  const folder = await existingFolder(system, dir);
  const terminal = await firstThere(system, terminalsFor(system, folder));
  if (terminal === null) throw failure('desktop.no-terminal', {});
  await startProgram(system, { ...terminal, cwd: folder, title: terminal.file });
}

async function chooseEditor(
  system: System,
  wanted: EditorName | 'auto',
): Promise<{ name: EditorName; program: string }> {
  for (const name of wanted === 'auto' ? editorNames : [wanted]) {
    const program = await programOf(system, name);
    if (program !== null) return { name, program };
  }
  throw failure('desktop.no-editor', { wanted: wanted === 'auto' ? null : editorTitles[wanted] });
}

/** The path of an editor's program; null: it is not here. On Windows the commands on PATH are scripts of a shell. */
async function programOf(system: System, name: EditorName): Promise<string | null> {
  if (system.os !== 'windows') {
    for (const command of editors[name].commands) {
      const found = await findOnPath(system, command);
      if (found !== null) return found;
    }
  }
  for (const path of knownPlaces(name, system)) if (await isProgram(path)) return path;
  return null;
}

async function firstThere(system: System, terminals: readonly Terminal[]): Promise<Terminal | null> {
  for (const terminal of terminals) {
    const file = terminal.file.startsWith('/') ? terminal.file : await findOnPath(system, terminal.file);
    if (file !== null && (await isProgram(file))) return { ...terminal, file };
  }
  return null;
}

/** Failures: folder.not-found. */
async function existingFolder(system: System, dir: string): Promise<string> {
  const folder = resolve(system.cwd, dir);
  if (!(await isOfKind(folder, 'isDirectory'))) throw failure('folder.not-found', { path: folder });
  return folder;
}

async function isOfKind(path: string, kind: 'isFile' | 'isDirectory'): Promise<boolean> {
  return stat(path).then(
    (found) => found[kind](),
    () => false,
  );
}
