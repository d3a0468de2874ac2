import { os } from '@orpc/server';
import { isFailure } from '#contract/failure';
import type { System } from '#core/system';
import { type ApiContext, createContext, type OwnedContext } from './context.ts';
import { logBug } from './log.ts';

const builder = os.$context<ApiContext>();

// Each capability, with its part of the contract, is loaded by the first call that needs it: making all of the
// contract's schemas would take `burrow current` longer than its work.
const router = builder.router({
  machine: builder.lazy(() => import('./machine.ts')),
  settings: builder.lazy(() => import('./settings.ts')),
  projects: builder.lazy(() => import('./projects.ts')),
  toolchains: builder.lazy(() => import('./toolchains.ts')),
  upkeep: builder.lazy(() => import('./upkeep.ts')),
  native: builder.lazy(() => import('./native.ts')),
  tools: builder.lazy(() => import('./tools.ts')),
  switching: builder.lazy(() => import('./switching.ts')),
  binaries: builder.lazy(() => import('./binaries.ts')),
  builds: builder.lazy(() => import('./builds.ts')),
  images: builder.lazy(() => import('./images.ts')),
});

/** The whole contract, implemented, and the context that a host passes with every call. */
export interface Api extends OwnedContext {
  router: typeof router;
}

/**
 * What a host does that stays for a while, when it starts: the shims of an older Burrow are made anew, and editors'
 * links follow what changed meanwhile. Never fails: what cannot be done now is said by whoever needs it.
 */
export async function freshen(system: System): Promise<void> {
  try {
    const { refreshLinks, renewShims } = await import('#core/switching');
    await renewShims(system);
    await refreshLinks(system);
  } catch (error) {
    if (!isFailure(error)) await logBug(system, 'freshen', error);
  }
}

/** Makes the API of one host. It holds one history, opened when first needed: `close()` it at the end. */
export function createApi(system: System): Api {
  return { router, ...createContext(system) };
}
