import { join } from 'node:path';
import type { GoEnvironment } from '#contract/environment';
import { isFailure, isFailureOfClass } from '#contract/failure';
import type { Snapshot } from '#contract/snapshots';
import { burrowPaths, isProgram, pathFolders, type System } from '#core/system';
import { listToolchains } from '#core/toolchains';
import { compareShells } from '../consistency/index.ts';
import { listVariables } from '../list.ts';

type GoFacts = Pick<Snapshot, 'go' | 'variables'>;

/**
 * The Go of a folder and its variables, without those that follow from the folder or from the Go itself.
 */
export async function askForVariables(
  system: System,
  dir: string,
  signal: AbortSignal | undefined,
): Promise<GoFacts> {
  try {
    const { version, goroot, variables } = await listVariables(system, { dir }, signal);
    const own = variables.filter(
      ({ name, origin: { kind } }) => !ofMoment.has(name) && (name !== 'GOROOT' || kind !== 'default'),
    );
    return {
      go: { version, goroot },
      variables: own.map(({ name, value, origin: { kind, file, line } }) => ({
        name,
        value,
        origin: { kind, file, line },
      })),
    };
  } catch (error) {
    if (isFailureOfClass(error, 'not-installed'))
      return { go: { version: null, goroot: null }, variables: null };
    if (isFailure(error) && !isFailureOfClass(error, 'cancelled')) return { go: null, variables: null };
    throw error;
  }
}

/** What changes by itself, or belongs to one machine alone. */
const ofMoment = new Set(['GOMOD', 'GOWORK', 'GOVERSION', 'GOTOOLDIR', 'GOTELEMETRYDIR', 'GOGCCFLAGS']);

/** Which Go each shell gives its programs; null: they did not all answer within `timeoutMs`. */
export async function askShells(
  system: System,
  dir: string,
  { timeoutMs, signal }: { timeoutMs: number; signal: AbortSignal | undefined },
): Promise<Snapshot['starts']> {
  const timeout = new AbortController();
  const cancel = system.after(timeoutMs, () => timeout.abort());
  const both = signal ? AbortSignal.any([signal, timeout.signal]) : timeout.signal;
  try {
    const { shells } = await compareShells(system, { dir }, both);
    const answered = shells.filter(({ unknown, used, inherits }) => !unknown && used && !inherits);
    const starts = answered.map(({ shell, mode, version }) => ({ shell, mode, version }));
    // Of a shell that is installed twice, the first counts.
    return [...Map.groupBy(starts, ({ shell, mode }) => `${shell ?? ''}:${mode}`).values()].flatMap((same) =>
      same.slice(0, 1),
    );
  } catch (error) {
    if (signal?.aborted || !isFailure(error)) throw error;
    return null;
  } finally {
    cancel();
  }
}

export async function describeToolchains(system: System): Promise<Snapshot['toolchains']> {
  const toolchains = await listToolchains(system);
  return toolchains
    .filter(({ adopted }) => !adopted?.gone)
    .map(({ version, os, arch, adopted, default: isDefault, proof }) => ({
      version,
      os,
      arch,
      adopted: adopted?.manager ?? null,
      default: isDefault,
      verified: proof.method,
    }));
}

/** The folders of PATH with a `go` in them, Burrow's, and those in which `go install` puts programs. */
export async function goFolders(
  system: System,
  variables: Pick<GoEnvironment['variables'][number], 'name' | 'value'>[],
): Promise<string[]> {
  const valueOf = (wanted: string) => variables.find(({ name }) => name === wanted)?.value || null;
  const [gopath] = (valueOf('GOPATH') ?? join(system.home, 'go')).split(':');
  const own = new Set([burrowPaths(system).shims, valueOf('GOBIN') ?? join(gopath ?? '', 'bin')]);
  const folders = await Promise.all(
    pathFolders(system.env).map(async (folder) => {
      return own.has(folder) || (await isProgram(join(folder, 'go'))) ? folder : null;
    }),
  );
  return folders.filter((folder) => folder !== null);
}
