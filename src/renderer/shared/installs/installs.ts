import { isFailure } from '#contract/failure';
import type { InstallProgress } from '#contract/install-progress';
import type { InstallRequest, InstallResult } from '#contract/toolchains';
import { client, orpc } from '#shared/client.ts';
import { refresh } from '#shared/queries.ts';
import { createStore } from '#shared/store.ts';
import { rememberedUnderWay, rememberUnderWay } from './under-way.ts';

type InstallState = 'running' | 'cancelling' | 'cancelled' | 'failed';

/** One toolchain on its way here. */
export interface Install {
  /** The same for the same wish: asking twice does not install twice. */
  id: string;
  request: InstallRequest;
  /** Go's word for it, as far as it is known. */
  version: string;
  state: InstallState;
  progress: InstallProgress | null;
  /** The GOROOT that has come, until all lists know of it. */
  arrived?: string;
  /** What was thrown, when it failed. */
  error?: unknown;
}

/** All that are under way, or ended without a toolchain. They outlive the page that started them. */
const store = createStore<readonly Install[]>([]);
const controllers = new Map<string, AbortController>();
type DoneListener = (result: InstallResult, install: Install) => void;
const doneListeners = new Set<DoneListener>();
type FailedListener = (install: Install) => void;
const failedListeners = new Set<FailedListener>();

/** Follows the installs, in a component. */
export const useInstalls = store.use;

/** The installs as they are now. */
export const currentInstalls = store.get;

/** Calls back with each toolchain that has arrived; returns the way to stop. */
export function onInstalled(listener: DoneListener): () => void {
  doneListeners.add(listener);
  return () => doneListeners.delete(listener);
}

/** Calls back with each install that failed; returns the way to stop. */
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

/** Starts an install; one that is under way already is left alone, one that ended is started again. */
export function startInstall(request: InstallRequest): void {
  const id = [request.version, request.os ?? '', request.arch ?? ''].join(' ');
  if (controllers.has(id)) return;
  const install: Install = { id, request, version: request.version, state: 'running', progress: null };
  store.set((all) =>
    all.some((other) => other.id === id)
      ? all.map((other) => (other.id === id ? install : other))
      : [...all, install],
  );
  rememberRunning();
  void run(install);
}

/**
 * Goes on with what was under way when the page was loaded again: that ended the calls, but what was downloaded is
 * kept, and is not downloaded twice.
 */
export function resumeInstalls(): void {
  for (const request of rememberedUnderWay()) startInstall(request);
}

/** Stops an install that is under way; nothing of it stays. */
export function cancelInstall(id: string): void {
  const controller = controllers.get(id);
  if (!controller) return;
  change(id, { state: 'cancelling' });
  rememberRunning();
  controller.abort();
}

/** Takes an install that ended off the list. */
export function dismissInstall(id: string): void {
  store.set((all) => all.filter((install) => install.id !== id));
}

async function run(install: Install): Promise<void> {
  const { id, request } = install;
  const controller = new AbortController();
  controllers.set(id, controller);
  try {
    const events = await client.toolchains.install(request, { signal: controller.signal });
    let next = await events.next();
    while (!next.done) {
      const progress = next.value;
      change(id, { progress, ...(progress.version === null ? {} : { version: progress.version }) });
      next = await events.next();
    }
    const result = next.value;
    // The list first, then the install goes: nothing is missing in between.
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

/** Asks again for everything that depends on which toolchains are here and which are chosen. */
export async function refreshToolchains(): Promise<void> {
  await refresh(orpc.toolchains.key(), orpc.switching.key(), orpc.native.key(), orpc.tools.key());
}
