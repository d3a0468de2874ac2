import type { GoFileChange, GoFilePreview } from '#contract/environment';
import { failure } from '#contract/failure';
import { changeFile, type EditText, previewFile } from '#core/profiles';
import type { System } from '#core/system';
import { readUserEnvFile } from '#core/toolchains';
import { checkVariable } from './check.ts';
import { updateEnvFile } from './update.ts';

/** Variables of Go's file; null takes one out. */
export type Variables = Readonly<Record<string, string | null>>;

/**
 * What `go env -w`, and `-u` for null, would change in Go's file, without running Go: some values stop even that.
 * Failures: environment.value-invalid, environment.not-settable, environment.unknown-variable, environment.file-off.
 */
export async function previewGoFile(system: System, variables: Variables): Promise<GoFilePreview> {
  const path = await goFile(system, variables);
  const { id, diff } = await previewFile(path, editOf(variables));
  return { id, file: path, diff, shadowed: shadowedBy(system, variables) };
}

/** Makes a change that was shown. It stands in the journal, like the edits of profiles. Failures: as those of both. */
export async function writeGoFile(
  system: System,
  { id, variables }: { id: string; variables: Variables },
): Promise<GoFileChange> {
  const path = await goFile(system, variables);
  const { entry } = await changeFile(system, { path, id }, editOf(variables));
  return { entry, file: path, shadowed: shadowedBy(system, variables) };
}

async function goFile(system: System, variables: Variables): Promise<string> {
  for (const [name, value] of Object.entries(variables)) {
    // What stops Go must go, whatever its name.
    const problem = value === null ? null : checkVariable(name, value);
    if (problem) throw problem;
  }
  const file = await readUserEnvFile(system);
  if (file === null) throw failure('environment.file-off', {});
  return file.path;
}

/** Added before removed, as two runs of `go env` would. */
function editOf(variables: Variables): EditText {
  const entries = Object.entries(variables);
  const added = new Map(entries.filter(([, value]) => value !== null));
  const removed = new Map(entries.filter(([, value]) => value === null));
  return (text) => {
    const one = added.size > 0 ? updateEnvFile(text ?? '', added) : (text ?? '');
    return removed.size > 0 ? updateEnvFile(one, removed) : one;
  };
}

/** The variables that the process environment has too, where they win. */
function shadowedBy({ env }: System, variables: Variables): string[] {
  return Object.keys(variables).filter((name) => Boolean(env[name]));
}
