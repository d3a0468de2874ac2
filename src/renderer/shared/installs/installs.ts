import { isFailure } from '#contract/failure';
import type { InstallProgress } from '#contract/install-progress';
import { drain } from '#contract/streams';
import type { InstallRequest, InstallResult } from '#contract/toolchains';
import { client, orpc } from '#shared/client.ts';
import { doctorKey } from '#shared/doctor/index.ts';
import { refresh } from '#shared/queries.ts';
import { createStore } from '#shared/store.ts';
import { rememberedUnderWay, rememberUnderWay } from './under-way.ts';

type InstallState = 'running' | 'cancelling' | 'cancelled' | 'failed';

/** The install of one toolchain. */
export interface Install {
  /** Equal for equal requests, so that nothing is installed twice at once. */
  id: string;
  request: InstallRequest;
  /** The version in Go's notation once it is resolved; until then as it was requested. */
  version: string;
  state: InstallState;
  /** ms since 1970. */
  startedAt: number;
  progress: InstallProgress | null;
  /** The GOROOT of the finished toolchain, set until the lists that show it have been read again. */
  arrived?: string;
  /** The error of a failed install. */
  error?: unknown;
}

/** Installs that are running, failed or were cancelled. They outlive the page that started them. */
const store = createStore<readonly Install[]>([]);
const controllers = new Map<string, AbortController>();
type DoneListener = (result: InstallResult, install: Install) => void;
const doneListeners = new Set<DoneListener>();
type FailedListener = (install: Install) => void;
const failedListeners = new Set<FailedListener>();

/** Hook: the installs. */
export const useInstalls = store.use;

/** The installs, outside a component. */
export const currentInstalls = store.get;

/** Calls `listener` after each finished install; returns a function that unsubscribes it. */
export function onInstalled(listener: DoneListener): () => void {
  doneListeners.add(listener);
  return () => doneListeners.delete(listener);
}

/** Calls `listener` after each failed install; returns a function that unsubscribes it. */
export function onInstallFailed(listener: FailedListener): () => void {
  failedListeners.add(listener);
  return () => failedListeners.delete(listener);
}

function change(id: string, to: Partial<Install>): void {
  store.set((all) => all.map((install) => (install.id === id ? { ...install, ...to } : install)));
}

function rememberRunning(): void {
  rememberUnderWay(
    store
      .get()
      .filter(({ state }) => state === 'running')
      .map(({ request }) => request),
  );
}

/** Starts an install, or starts it again if it failed or was cancelled. Does nothing if it is running. */
export function startInstall(request: InstallRequest): void {
  const id = [request.version, request.os ?? '', request.arch ?? ''].join(' ');
  if (controllers.has(id)) return;
  const install: Install = {
    id,
    request,
    version: request.version,
    state: 'running',
    startedAt: Date.now(),
    progress: null,
  };
  store.set((all) =>
    all.some((other) => other.id === id)
      ? all.map((other) => (other.id === id ? install : other))
      : [...all, install],
  );
  rememberRunning();
  void run(install);
}

/**
 * Starts again the installs that were running when the page was reloaded. Reloading ended their calls, but not their
 * partial downloads, which are resumed.
 */
export function resumeInstalls(): void {
  for (const request of rememberedUnderWay()) startInstall(request);
}

/** Cancels a running install. */
export function cancelInstall(id: string): void {
  const controller = controllers.get(id);
  if (!controller) return;
  change(id, { state: 'cancelling' });
  rememberRunning();
  controller.abort();
}

/** Removes a failed or cancelled install from the list. */
export function dismissInstall(id: string): void {
  store.set((all) => all.filter((install) => install.id !== id));
}

async function run(install: Install): Promise<void> {
  const { id, request } = install;
  const controller = new AbortController();
  controllers.set(id, controller);
  try {
    const events = await client.toolchains.install(request, { signal: controller.signal });
    const result = await drain(events, (progress) => {
      change(id, { progress, ...(progress.version === null ? {} : { version: progress.version }) });
    });
    // Read the list before the install goes away, so that the toolchain is always shown by one of them.
    change(id, { arrived: result.toolchain.path });
    await refreshToolchains();
    dismissInstall(id);
    for (const listener of doneListeners) listener(result, install);
  } catch (error) {
    const cancelled = controller.signal.aborted || isFailure(error, 'cancelled');
    change(id, cancelled ? { state: 'cancelled', progress: null } : { state: 'failed', error });
    const ended = store.get().find((other) => other.id === id);
    if (ended && !cancelled) for (const listener of failedListeners) listener(ended);
  } finally {
    controllers.delete(id);
    rememberRunning();
  }
}

/** Reads again everything that depends on which toolchains are installed and which are chosen. */
export async function refreshToolchains(): Promise<void> {
  void refresh(doctorKey);
  await refresh(orpc.toolchains.key(), orpc.switching.key(), orpc.native.key(), orpc.tools.key());
}
