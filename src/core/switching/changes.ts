import type { EditorLink } from '#contract/editor-link';
import type { InstallProgress } from '#contract/install-progress';
import { isFailure } from '#contract/failure';
import { drain } from '#contract/streams';
import type { InstallRequest, InstallResult, TakeOverResult, Toolchain } from '#contract/toolchains';
import type { PruneProgress, PruneResult, Verification } from '#contract/upkeep';
import { readSettings } from '#core/settings';
import type { System } from '#core/system';
import { installedVersions } from '#core/toolchains';
import { refreshShims } from './shims/index.ts';

// Everything that changes the set of toolchains is called through this file, so that no caller can forget the refresh
// that must follow. The functions are loaded on first use: resolving a folder needs none of them.
const changes = () => import('#core/toolchains/changes');
type Changes = Awaited<ReturnType<typeof changes>>;

/**
 * Installs one toolchain, from the source of the settings unless the request names one. Failures: those of
 * core/toolchains' `installToolchain`, and of `refreshShims`.
 */
export async function* installToolchain(
  system: System,
  request: InstallRequest,
  signal?: AbortSignal,
): AsyncGenerator<InstallProgress, InstallResult> {
  const { installToolchain: install } = await changes();
  const from = request.from ?? (await readSettings(system)).source;
  return (yield* followed(system, install(system, { ...request, from }, signal))).result;
}

/** Compares toolchains with their records, and with `repair` installs again what has changed. */
export async function* verifyToolchains(
  system: System,
  request: Parameters<Changes['verifyToolchains']>[1],
  signal?: AbortSignal,
): AsyncGenerator<InstallProgress, { verifications: Verification[] }> {
  const { verifyToolchains: verify } = await changes();
  const verifying = verify(system, request, signal);
  // Without `repair` nothing changes, so nothing is written.
  return request.repair ? (yield* followed(system, verifying)).result : yield* verifying;
}

/** Deletes the requested paths that a new plan still lists. */
export async function* pruneThese(
  system: System,
  ...[users, request, signal]: Tail<Parameters<Changes['pruneThese']>>
): AsyncGenerator<PruneProgress, PruneResult> {
  const { pruneThese: prune } = await changes();
  return (yield* followed(system, prune(system, users, request, signal), refreshIfRoom)).result;
}

/** Removes the named toolchain; `links`: the editor links whose target changed or is gone. */
export async function removeToolchain(
  system: System,
  wanted: Parameters<Changes['removeToolchain']>[1],
): Promise<{ removed: Toolchain; links: EditorLink[] }> {
  const { result, links } = await followedAtOnce(system, ({ removeToolchain: remove }) =>
    remove(system, wanted),
  );
  return { removed: result, links };
}

/** Adds a Go that Burrow did not install to its toolchains. */
export async function adoptToolchain(system: System, wanted: { path: string }): Promise<Toolchain> {
  return (await followedAtOnce(system, ({ adoptToolchain: adopt }) => adopt(system, wanted))).result;
}

/** Removes an adopted toolchain from the list; `links` as for `removeToolchain`. */
export async function forgetToolchain(
  system: System,
  wanted: { path: string },
): Promise<{ forgotten: Toolchain; links: EditorLink[] }> {
  const { result, links } = await followedAtOnce(system, ({ forgetToolchain: forget }) =>
    forget(system, wanted),
  );
  return { forgotten: result, links };
}

/** Adopts every Go of a manager that runs on this machine. */
export async function takeOver(
  system: System,
  ...[wanted, projects]: Tail<Parameters<Changes['takeOver']>>
): Promise<TakeOverResult> {
  return (await followedAtOnce(system, ({ takeOver: take }) => take(system, wanted, projects))).result;
}

type Tail<Parameters extends readonly unknown[]> = Parameters extends [unknown, ...infer Rest] ? Rest : never;

interface Followed<Result> {
  result: Result;
  /** The editor links whose target changed or is gone. */
  links: EditorLink[];
}

/**
 * Runs a change, and then refreshes shims, launchers and editor links. A change that fails or is stopped early may have
 * done part of its work: then they are refreshed if the set of toolchains differs.
 */
async function* followed<Progress, Result>(
  system: System,
  change: AsyncGenerator<Progress, Result>,
  refresh = refreshShims,
): AsyncGenerator<Progress, Followed<Result>> {
  const before = await pathsHere(system);
  let done = false;
  try {
    const result = yield* change;
    done = true;
    return { result, links: await refresh(system) };
  } finally {
    // The caller must get the error of the change itself, not of the refresh.
    if (!done) await refreshWhereChanged(system, before).catch(() => undefined);
  }
}

/** What was freed on a full disk may be too little for the shims, which the next change then writes. */
async function refreshIfRoom(system: System): Promise<EditorLink[]> {
  try {
    return await refreshShims(system);
  } catch (error) {
    if (!isFailure(error, 'disk.full')) throw error;
    return [];
  }
}

/** Like `followed`, for a change without progress. */
function followedAtOnce<Result>(
  system: System,
  change: (changes: Changes) => Promise<Result>,
): Promise<Followed<Result>> {
  // oxlint-disable-next-line require-yield -- it has no progress
  async function* atOnce(): AsyncGenerator<never, Result> {
    return await change(await changes());
  }
  return drain(followed(system, atOnce()));
}

async function refreshWhereChanged(system: System, before: string): Promise<void> {
  if ((await pathsHere(system)) !== before) await refreshShims(system);
}

async function pathsHere(system: System): Promise<string> {
  return (await installedVersions(system)).map(({ path }) => path).join('\n');
}
