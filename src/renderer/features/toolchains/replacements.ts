import { client } from '#shared/client.ts';
import { refreshToolchains } from '#shared/installs/index.ts';
import { createStore } from '#shared/store.ts';
import { isFailure } from '#contract/failure';
import type { Replacement, TranslatedGo } from '#contract/native';
import type { InstallProgress } from '#contract/install-progress';
import { drain } from '#contract/streams';

/** The replacement of a translated Go. */
export interface Replacing {
  state: 'running' | 'cancelling' | 'failed';
  progress: InstallProgress | null;
  /** The error of a failed replacement. */
  error?: unknown;
}

/** Replacements by the path of the translated Go. They outlive the page that started them. */
const store = createStore<ReadonlyMap<string, Replacing>>(new Map());
const controllers = new Map<string, AbortController>();

/** Hook: the replacements. */
export const useReplacements = store.use;

function change(path: string, to: Replacing | null): void {
  store.set((all) => {
    const next = new Map(all);
    if (to === null) next.delete(path);
    else next.set(path, to);
    return next;
  });
}

/**
 * Replaces a translated Go with its native build. Resolves with null if it failed, was cancelled or is already running;
 * `useReplacements` has the state.
 */
export async function replaceWithNative({ path }: TranslatedGo): Promise<Replacement | null> {
  if (controllers.has(path)) return null;
  const controller = new AbortController();
  controllers.set(path, controller);
  change(path, { state: 'running', progress: null });
  try {
    const events = await client.native.replace({ path }, { signal: controller.signal });
    const replacement = await drain(events, (progress) => {
      if (!controller.signal.aborted) change(path, { state: 'running', progress });
    });
    // Read the list before the notice goes away, so that the toolchain is always shown by one of them.
    await refreshToolchains();
    controllers.delete(path);
    change(path, null);
    return replacement;
  } catch (error) {
    const cancelled = controller.signal.aborted || isFailure(error, 'cancelled');
    // The button is back before the list is read.
    controllers.delete(path);
    change(path, cancelled ? null : { state: 'failed', progress: null, error });
    await refreshToolchains();
    return null;
  }
}

/** Cancels a replacement. Nothing changes until the native build is installed. */
export function cancelReplacement(path: string): void {
  change(path, { state: 'cancelling', progress: null });
  controllers.get(path)?.abort();
}
