import { failure, isFailure } from '#contract/failure';
import type { GoneToolchain } from '#contract/gone-toolchain';
import type { InstallProgress } from '#contract/install-progress';
import type { System } from '#core/system';
import { installToolchain } from './changes.ts';
import { folderOfCommand, goFor, type RunnableGo } from './resolving/index.ts';

/**
 * What goFor finds for `dir`, or for the folder that the -C flag of a `go` command leads to from there. Where a version that somebody named (a pin, or `version`) is missing, and the user has turned on
 * `installMissing`, it is installed first. A minimum of go.mod's and `system` name no version: nothing is ever
 * installed for them, nor while GOPROXY is off, which is how people tell Go to leave the network alone, nor for an
 * `arch` that somebody named.
 *
 * The shim comes here for the same: resources/shims/go.sh.
 *
 * Failures: those of goFor, toolchain.not-provided, cancelled.
 */
export async function* providedGo(
  system: System,
  request: {
    dir: string;
    /** What will run there: a program and its arguments. */
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

// Loaded when they are needed: whatever resolves a folder would load all that installs.
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
    // Whoever waits for a Go sees no result of its install, and must not get one that nothing vouches for without a
    // word.
    if (warnings.length > 0) yield { ...finished, version: toolchain.version, warnings };
  } catch (error) {
    if (!isFailure(error) || error.code === 'cancelled') throw error;
    const why = { code: error.code, params: error.params };
    throw failure('toolchain.not-provided', { wanted, because, gone, why }, error);
  }
}
