import { failure } from '#contract/failure';
import { burrowPaths, type System } from '#core/system';
import { changeFile, type EditText, previewFile } from './change-file.ts';
import { unifiedDiff } from './diff.ts';
import { envFiles, sha256 } from './editing/index.ts';
import {
  formatManaged,
  managedFile,
  type ManagedVariables,
  maskedValue,
  parseManaged,
  readManaged,
  withChanges,
} from './managed/index.ts';
import { envFileTexts, writeEnvFiles } from './write-env-files.ts';

/** Variables of the shells' environment, which were checked; null takes one out. */
export type ManagedChange = Readonly<Record<string, string | null>>;

/**
 * What a change would make of `env.sh` and `env.fish`, with secrets masked. `id` names exactly this change of exactly
 * these bytes. Failures: environment.managed-unreadable.
 */
export async function previewManaged(
  system: System,
  changes: ManagedChange,
): Promise<{ id: string; files: { path: string; diff: string }[] }> {
  const path = managedFile(burrowPaths(system));
  const source = await previewFile(path, editOf(path, changes));
  const variables = await readManaged(system);
  const texts = await envFileTexts(system, withChanges(variables, changes));
  return {
    id: `${source.id}-${sha256(JSON.stringify(texts)).slice(0, 12)}`,
    files: await maskedDiffs(system, variables, changes),
  };
}

/** Secrets are masked before the texts are compared, since their lines have other forms in each shell. */
async function maskedDiffs(system: System, variables: ManagedVariables, changes: ManagedChange) {
  const shown = masked(variables);
  const changed = new Map(
    [...masked(withChanges(variables, changes))].map(([name, value]) => {
      const isHidden =
        shown.get(name) === value && (changes[name] ?? variables.get(name)) !== variables.get(name);
      // Another secret shows as a change.
      return [name, isHidden ? `${value}*` : value];
    }),
  );
  const texts = await envFileTexts(system, changed);
  const now = envFiles(burrowPaths(system), shown);
  return [now.sh, now.fish].map(({ path, content }) => {
    const text = texts.find((each) => each.path === path);
    const before = text?.before === null ? null : latin1(content);
    return { path, diff: unifiedDiff(path, before, latin1(text?.after ?? '')) };
  });
}

function masked(variables: ManagedVariables): ManagedVariables {
  return new Map([...variables].map(([name, value]) => [name, maskedValue(name, value)]));
}

/**
 * Makes a change that was shown; `entry`: in the journal, which has the one file from which both are made. Failures:
 * environment.file-changed, environment.managed-unreadable, and those of writing files.
 */
export async function changeManaged(
  system: System,
  { id, changes }: { id: string; changes: ManagedChange },
): Promise<{ entry: string | null; files: string[] }> {
  const path = managedFile(burrowPaths(system));
  const now = await previewManaged(system, changes);
  if (now.id !== id) throw failure('environment.file-changed', { path });
  const [source = ''] = id.split('-');
  const { entry } = await changeFile(system, { path, id: source }, editOf(path, changes), {
    mode: 0o600,
    afterwards: () => writeEnvFiles(system),
  });
  return { entry, files: now.files.map((file) => file.path) };
}

/** The variables, each with its line in `env.sh`. Failures: environment.managed-unreadable. */
export async function managedLines(
  system: System,
): Promise<{ name: string; value: string; path: string; line: number }[]> {
  const variables = await readManaged(system);
  const { path, content } = envFiles(burrowPaths(system)).sh;
  let line = content.split('\n').length;
  return [...variables].map(([name, value]) => {
    const at = line;
    line += value.split('\n').length;
    return { name, value, path, line: at };
  });
}

function editOf(path: string, changes: ManagedChange): EditText {
  return (bytes) => {
    const text = bytes === null ? null : Buffer.from(bytes, 'latin1').toString('utf8');
    const before = parseManaged(text, path);
    const after = withChanges(before, changes);
    const isSame =
      after.size === before.size && [...after].every(([name, value]) => before.get(name) === value);
    return isSame ? bytes : latin1(formatManaged(after));
  };
}

/** UTF-8 as Latin-1, in which edits and diffs have their bytes. */
function latin1(text: string | null): string | null {
  return text === null ? null : Buffer.from(text, 'utf8').toString('latin1');
}
