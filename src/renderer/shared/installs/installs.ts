import { Failure, type FailureCode } from '#contract/failure';
import type { InstallProgress } from '#contract/install-progress';
import type { InstallRun, InstallRunEvent } from '#contract/install-runs';
import type { InstallRequest, InstallResult } from '#contract/toolchains';
import { client, orpc } from '#shared/client.ts';
import { doctorKey } from '#shared/doctor/index.ts';
import { refresh } from '#shared/queries.ts';
import { createStore } from '#shared/store.ts';

/** The install of one toolchain. */
export interface Install {
  /** Equal for equal requests, so that nothing is installed twice at once. */
  id: string;
  /** Its number in the host; null: not known yet, or the host could not be asked. */
  run: number | null;
  request: InstallRequest;
  /** The version in Go's notation once it is resolved; until then as it was requested. */
  version: string;
  state: 'running' | 'cancelling' | 'cancelled' | 'failed';
  /** ms since 1970. */
  startedAt: number;
  progress: InstallProgress | null;
  /** The GOROOT of the finished toolchain, set until the lists that show it have been read again. */
  arrived?: string;
  /** The error of a failed install. */
  error?: unknown;
}

/** ms before asking the host again that did not answer. */
const retryMs = 2000;

/** Installs that are running, failed or were cancelled. The host runs them, so that they outlive this page. */
const store = createStore<readonly Install[]>([]);
type DoneListener = (result: InstallResult, install: Install) => void;
const doneListeners = new Set<DoneListener>();
type FailedListener = (install: Install) => void;
const failedListeners = new Set<FailedListener>();

/** Hook: the installs. */
export const useInstalls = store.use;

/** The installs, outside a component. */
export const currentInstalls = store.get;

/** Calls `listener` after each install that finishes while this page is open; returns a function that unsubscribes it. */
export function onInstalled(listener: DoneListener): () => void {
  doneListeners.add(listener);
  return () => doneListeners.delete(listener);
}

/** Calls `listener` after each failed install; returns a function that unsubscribes it. */
export function onInstallFailed(listener: FailedListener): () => void {
  failedListeners.add(listener);
  return () => failedListeners.delete(listener);
}

/** Starts an install, or starts it again if it failed or was cancelled. Does nothing if it is running. */
export function startInstall(request: InstallRequest): void {
  const id = idOf(request);
  const known = installOf(id);
  if (known && isRunning(known)) return;
  const install: Install = {
    id,
    run: null,
    request,
    version: request.version,
    state: 'running',
    startedAt: Date.now(),
    progress: null,
  };
  store.set((all) => withInstall(all, install));
  void ask(install);
}

async function ask(install: Install): Promise<void> {
  const { id, request } = install;
  try {
    const { run } = await client.installs.start(request);
    const isCancelled = installOf(id)?.state === 'cancelling';
    if (installOf(id)?.run === null) change(id, { run: run.id });
    if (isCancelled) cancelInstall(id);
  } catch (error) {
    const failed: Install = { ...install, state: 'failed', error };
    store.set((all) => withInstall(all, failed));
    for (const listener of failedListeners) listener(failed);
  }
}

/** Cancels a running install. */
export function cancelInstall(id: string): void {
  const install = installOf(id);
  if (!install || !isRunning(install)) return;
  change(id, { state: 'cancelling' });
  if (install.run !== null) void client.installs.cancel({ id: install.run }).catch(() => undefined);
}

/** Removes a failed or cancelled install from the list. */
export function dismissInstall(id: string): void {
  const run = installOf(id)?.run ?? null;
  store.set((all) => all.filter((install) => install.id !== id));
  if (run !== null) void client.installs.dismiss({ id: run }).catch(() => undefined);
}

/** Follows the installs of the host until `signal` aborts, and finds them again after a lost connection. */
export async function followInstalls(signal: AbortSignal): Promise<void> {
  while (!signal.aborted) {
    try {
      const events = await client.installs.watch(undefined, { signal });
      // Another host may have taken the place of the one before; this one says all that it runs.
      store.set((all) => all.filter(({ run }) => run === null));
      for await (const event of events) follow(event);
    } catch {
      await new Promise((passed) => setTimeout(passed, retryMs));
    }
  }
}

function follow(event: InstallRunEvent): void {
  const before = store.get();
  store.set((all) => afterEvent(all, event));
  if (event.type === 'gone') return;
  const { run } = event;
  const id = idOf(run.request);
  const was = before.find((install) => install.id === id);
  const install = installOf(id);
  if (!was || !isRunning(was) || was.arrived !== undefined || !install) return;
  if (run.result !== null) void arrive(run.result, install);
  else if (install.state === 'failed') for (const listener of failedListeners) listener(install);
}

async function arrive(result: InstallResult, install: Install): Promise<void> {
  // Read the list before the install goes away, so that the toolchain is always shown by one of them.
  await refreshToolchains();
  dismissInstall(install.id);
  for (const listener of doneListeners) listener(result, install);
}

/** The installs after an event. One that had ended well, or was cancelled, before this page knew of it is not shown. Pure. */
export function afterEvent(installs: readonly Install[], event: InstallRunEvent): readonly Install[] {
  if (event.type === 'gone') return installs.filter(({ run, arrived }) => run !== event.id || arrived);
  const { run } = event;
  const id = idOf(run.request);
  const isOver = run.state === 'installed' || run.state === 'cancelled';
  if (isOver && !installs.some((install) => install.id === id)) return installs;
  return withInstall(installs, installOfRun(run));
}

function installOfRun({ id, request, state, progress, startedAt, result, error }: InstallRun): Install {
  return {
    id: idOf(request),
    run: id,
    request,
    version: progress?.version ?? request.version,
    state: state === 'installed' ? 'running' : state,
    startedAt: Date.parse(startedAt),
    progress: state === 'cancelled' ? null : progress,
    ...(result === null ? {} : { arrived: result.toolchain.path }),
    ...(error === null
      ? {}
      : { error: new Failure({ code: error.code as FailureCode, params: error.params }) }),
  };
}

function withInstall(all: readonly Install[], install: Install): readonly Install[] {
  return all.some(({ id }) => id === install.id)
    ? all.map((other) => (other.id === install.id ? install : other))
    : [...all, install];
}

function idOf({ version, os, arch }: InstallRequest): string {
  return [version, os ?? '', arch ?? ''].join(' ');
}

function installOf(id: string): Install | undefined {
  return store.get().find((install) => install.id === id);
}

function isRunning({ state }: Install): boolean {
  return state === 'running' || state === 'cancelling';
}

function change(id: string, to: Partial<Install>): void {
  store.set((all) => all.map((install) => (install.id === id ? { ...install, ...to } : install)));
}

/** Reads again everything that depends on which toolchains are installed and which are chosen. */
export async function refreshToolchains(): Promise<void> {
  void refresh(doctorKey);
  await refresh(orpc.toolchains.key(), orpc.switching.key(), orpc.native.key(), orpc.tools.key());
}
