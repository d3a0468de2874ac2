import type {
  SetVariable,
  VariableNote,
  VariablePlace,
  VariablesChange,
  VariablesPreview,
} from '#contract/managed-variables';
import {
  changeManaged,
  type ManagedChange,
  managedLines,
  maskedValue,
  previewManaged,
  readManaged,
  shellStatus,
} from '#core/profiles';
import type { System } from '#core/system';
import { readUserEnvFile } from '#core/toolchains';
import { previewGoFile, writeGoFile } from '../go-file/index.ts';
import { checkChanges } from './check.ts';
import { notesOn } from './notes.ts';

/**
 * What a change of variables would make of the files of a place. Changes nothing. Failures:
 * environment.name-refused, .value-refused, .value-invalid, .unknown-variable, .not-settable, .file-off,
 * .managed-unreadable.
 */
export async function previewVariables(
  system: System,
  place: VariablePlace,
  changes: ManagedChange,
): Promise<VariablesPreview> {
  refuse(place, changes);
  const notes = await notesFor(system, place, changes);
  if (place === 'shell') return { ...(await previewManaged(system, changes)), notes };
  const { id, path, diff } = await previewGoFile(system, changes);
  return { id, files: [{ path, diff }], notes };
}

/** Makes a change that was shown. Failures: those of the preview, environment.file-changed, those of writing files. */
export async function writeVariables(
  system: System,
  place: VariablePlace,
  { id, changes }: { id: string; changes: ManagedChange },
): Promise<VariablesChange> {
  refuse(place, changes);
  const notes = await notesFor(system, place, changes);
  if (place === 'go') {
    const { entry, path } = await writeGoFile(system, { id, changes });
    return { place, entry, files: [path], notes };
  }
  const { entry, files } = await changeManaged(system, { id, changes });
  return { place, entry, files, notes };
}

/** What the files of both places set, by name, secrets masked. Failures: environment.managed-unreadable. */
export async function setVariables(system: System): Promise<SetVariable[]> {
  const file = await readUserEnvFile(system);
  const ofGo = [...(file?.variables ?? [])].map(([name, { value, line }]) => ({
    name,
    value: maskedValue(name, value),
    place: 'go' as const,
    file: file?.path ?? '',
    line,
  }));
  const ofShell = (await managedLines(system)).map(({ name, value, path, line }) => ({
    name,
    value: maskedValue(name, value),
    place: 'shell' as const,
    file: path,
    line,
  }));
  return [...ofGo, ...ofShell].toSorted((a, b) => (a.name < b.name ? -1 : 1));
}

function refuse(place: VariablePlace, changes: ManagedChange): void {
  const problem = checkChanges(place, changes);
  if (problem) throw problem;
}

async function notesFor(
  system: System,
  place: VariablePlace,
  changes: ManagedChange,
): Promise<VariableNote[]> {
  const [managed, goFile, isRead] = await Promise.all([
    readManaged(system),
    readUserEnvFile(system),
    place === 'go' || isReadBySomeShell(system),
  ]);
  return notesOn(place, changes, { env: system.env, managed, goFile, isRead });
}

async function isReadBySomeShell(system: System): Promise<boolean> {
  const { profiles } = await shellStatus(system);
  return profiles.some(({ state }) => state === 'ours' || state === 'outdated' || state === 'edited');
}
