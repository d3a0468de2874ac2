import { failure, isFailure } from '#contract/failure';
import type { GoneToolchain } from '#contract/gone-toolchain';
import type { InstallProgress } from '#contract/install-progress';
import type { System } from '#core/system';
import { installToolchain } from './changes.ts';
import { folderOfCommand, goFor, type RunnableGo } from './resolving/index.ts';

/**
 * Returns what goFor finds for `dir`, or for the folder that the -C flag of a `go` command selects. A missing version
 * is installed first if a pin or `version` names it and the user has turned on `installMissing`. Nothing is installed
 * for go.mod (a minimum) and `system`, which name no version; while GOPROXY is off, which tells Go not to use the
 * network; and if an `arch` is given.
 *
 * The shim (resources/shims/go.sh) calls this too, as `burrow provide`.
 *
 * Failures: those of goFor, toolchain.not-provided, cancelled.
 */
export async function* providedGo(
  system: System,
  request: {
    dir: string;
    /** The program that will run there, and its arguments. */
    command?: readonly string[] | undefined;
    version?: string | undefined;
    arch?: string | undefined;
  },
  signal?: AbortSignal,
): AsyncGenerator<InstallProgress, RunnableGo> {
  const { version, arch } = request;
  const dir = await folderOfCommand(request.dir, request.command);
  try {
    return await goFor(system, dir, version, arch);
  } catch (error) {
    const missing = missingPin(error);
    if (!missing || !(await mayInstall(system))) throw error;
    yield* install(system, missing, signal);
  }
  return goFor(system, dir, version, arch);
}

interface MissingPin {
  /** As users type it after `burrow install`. */
  wanted: string;
  because: string;
  /** It was adopted and is gone. */
  gone: GoneToolchain | null;
}

function missingPin(error: unknown): MissingPin | null {
  if (!isFailure(error, 'toolchain.not-installed') || error.params['pinned'] !== true) return null;
  const { wanted, because, gone = null } = error.params;
  return { wanted: String(wanted), because: String(because), gone: gone as GoneToolchain | null };
}

// Imported only here, so that resolving a folder does not load the code that installs.
async function mayInstall(system: System): Promise<boolean> {
  const [{ readSettings }, { proxyIsOff }] = await Promise.all([
    import('#core/settings'),
    import('#core/toolchains'),
  ]);
  return (await readSettings(system)).installMissing && !(await proxyIsOff(system));
}

const finished: InstallProgress = {
  version: null,
  phase: 'finishing',
  bytes: 0,
  totalBytes: null,
  bytesPerSecond: null,
  source: null,
  building: null,
};

async function* install(
  system: System,
  { wanted, because, gone }: MissingPin,
  signal: AbortSignal | undefined,
): AsyncGenerator<InstallProgress, void> {
  try {
    const { toolchain, warnings } = yield* installToolchain(system, { version: wanted }, signal);
    // The caller gets a Go, not the result of its install, so pass the warnings on: it may be unverified.
    if (warnings.length > 0) yield { ...finished, version: toolchain.version, warnings };
  } catch (error) {
    if (!isFailure(error) || error.code === 'cancelled') throw error;
    const why = { code: error.code, params: error.params };
    throw failure('toolchain.not-provided', { wanted, because, gone, why }, error);
  }
}
