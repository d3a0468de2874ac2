import { client } from '#shared/client.ts';
import { refreshToolchains } from '#shared/installs/index.ts';
import { createStore } from '#shared/store.ts';
import { isFailure } from '#contract/failure';
import type { Replacement, TranslatedGo } from '#contract/native';
import type { InstallProgress } from '#contract/install-progress';

/** A translated Go on its way out, or what kept it. */
export interface Replacing {
  state: 'running' | 'cancelling' | 'failed';
  progress: InstallProgress | null;
  /** What was thrown, when it failed. */
  error?: unknown;
}

/** By the translated one's path. They outlive the page that started them. */
const store = createStore<ReadonlyMap<string, Replacing>>(new Map());
const controllers = new Map<string, AbortController>();

/** Follows the replacements, in a component. */
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
 * Starts replacing a translated Go by its native build; one that is under way is left alone. What came of it: null
 * when it was cancelled or failed, and then the list says so.
 */
export async function replaceWithNative({ path }: TranslatedGo): Promise<Replacement | null> {
  if (controllers.has(path)) return null;
  const controller = new AbortController();
  controllers.set(path, controller);
  change(path, { state: 'running', progress: null });
  try {
    const events = await client.native.replace({ path }, { signal: controller.signal });
    let next = await events.next();
    while (!next.done) {
      if (!controller.signal.aborted) change(path, { state: 'running', progress: next.value });
      next = await events.next();
    }
    // The list first, then the notice goes: nothing is missing in between.
    await refreshToolchains();
    change(path, null);
    return next.value;
  } catch (error) {
    const cancelled = controller.signal.aborted || isFailure(error, 'cancelled');
    change(path, cancelled ? null : { state: 'failed', progress: null, error });
    await refreshToolchains();
    return null;
  } finally {
    controllers.delete(path);
  }
}

/** Stops a replacement; until the native one is there, nothing has changed. */
export function cancelReplacement(path: string): void {
  change(path, { state: 'cancelling', progress: null });
  controllers.get(path)?.abort();
}
