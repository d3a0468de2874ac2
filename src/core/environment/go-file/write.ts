import { failure } from '#contract/failure';
import { changeFile, type EditText, type FileChange, type ManagedChange, previewFile } from '#core/profiles';
import type { System } from '#core/system';
import { readUserEnvFile } from '#core/toolchains';
import { refuseWithGo } from './ask-go.ts';
import { checkVariable } from './check.ts';
import { updateEnvFile } from './update.ts';

/**
 * What `go env -w`, and `-u` for null, would change in Go's file, without running Go: some values stop even that.
 * Failures: environment.value-invalid, environment.not-settable, environment.unknown-variable, environment.file-off.
 */
export async function previewGoFile(system: System, changes: ManagedChange): Promise<FileChange> {
  return previewFile(await goFile(system, changes), editOf(changes));
}

/**
 * Makes a change that was shown; returns its entry in the journal, which it has like the edits of profiles, or null
 * where nothing changed. Failures: as those of both.
 */
export async function writeGoFile(
  system: System,
  { id, changes }: { id: string; changes: ManagedChange },
): Promise<{ path: string; entry: string | null }> {
  const path = await goFile(system, changes);
  const { entry } = await changeFile(system, { path, id }, editOf(changes));
  return { path, entry };
}

async function goFile(system: System, changes: ManagedChange): Promise<string> {
  for (const [name, value] of Object.entries(changes)) {
    // What stops Go must go, whatever its name.
    const problem = value === null ? null : checkVariable(name, value);
    if (problem) throw problem;
  }
  const file = await readUserEnvFile(system);
  if (file === null) throw failure('environment.file-off', {});
  await refuseWithGo(system, file.variables, changes);
  return file.path;
}

/** Removed after added, as two runs of `go env` would. */
function editOf(changes: ManagedChange): EditText {
  const entries = Object.entries(changes).map(
    ([name, value]) => [bytes(name), value && bytes(value)] as const,
  );
  const added = new Map(entries.filter(([, value]) => value !== null));
  const removed = new Map(entries.filter(([, value]) => value === null));
  return (text) => {
    const one = added.size > 0 ? updateEnvFile(text ?? '', added) : text;
    return removed.size > 0 && one !== null ? updateEnvFile(one, removed) : one;
  };
}

/** As UTF-8, in the form in which edits have bytes. */
function bytes(text: string): string {
  return Buffer.from(text, 'utf8').toString('latin1');
}
