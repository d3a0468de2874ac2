import { os } from '@orpc/server';
import type { HostEnvironment } from '#contract/consistency';
import { isFailure } from '#contract/failure';
import { refuseForeignHome, type System } from '#core/system';
import { type ApiContext, createContext, type OwnedContext } from './context.ts';
import { logBug } from './log.ts';

const builder = os.$context<ApiContext>();

// Each capability, with its part of the contract, is loaded by the first call that needs it: creating all schemas of
// the contract would take longer than the work of `burrow current`.
const router = builder.router({
  changes: builder.lazy(() => import('./changes.ts')),
  machine: builder.lazy(() => import('./machine.ts')),
  settings: builder.lazy(() => import('./settings.ts')),
  projects: builder.lazy(() => import('./projects.ts')),
  toolchains: builder.lazy(() => import('./toolchains.ts')),
  installs: builder.lazy(() => import('./installs.ts')),
  upkeep: builder.lazy(() => import('./upkeep.ts')),
  native: builder.lazy(() => import('./native.ts')),
  tools: builder.lazy(() => import('./tools.ts')),
  shell: builder.lazy(() => import('./shell.ts')),
  environment: builder.lazy(() => import('./environment.ts')),
  consistency: builder.lazy(() => import('./consistency.ts')),
  findings: builder.lazy(() => import('./findings.ts')),
  variables: builder.lazy(() => import('./managed-variables.ts')),
  proxies: builder.lazy(() => import('./proxies.ts')),
  desktop: builder.lazy(() => import('./desktop.ts')),
  doctor: builder.lazy(() => import('./doctor.ts')),
  snapshots: builder.lazy(() => import('./snapshots.ts')),
  switching: builder.lazy(() => import('./switching.ts')),
  binaries: builder.lazy(() => import('./binaries.ts')),
  budgets: builder.lazy(() => import('./budgets.ts')),
  builds: builder.lazy(() => import('./builds.ts')),
  runs: builder.lazy(() => import('./runs.ts')),
  modules: builder.lazy(() => import('./modules.ts')),
  images: builder.lazy(() => import('./images.ts')),
  setup: builder.lazy(() => import('./setup.ts')),
});

/** The implementation of the contract, and the context that a host passes with every call. */
export interface Api extends OwnedContext {
  router: typeof router;
}

/**
 * Updates shims, and what shells read, of an older Burrow, and the links of editors. Called when a long-running host starts. It never
 * fails: a problem is reported by the operation that it affects.
 */
export async function freshen(system: System): Promise<void> {
  try {
    await refuseForeignHome(system);
    const [{ refreshLinks, renewShims }, { renewEnvFiles }] = await Promise.all([
      import('#core/switching'),
      import('#core/profiles'),
    ]);
    await renewShims(system);
    await renewEnvFiles(system);
    await refreshLinks(system);
  } catch (error) {
    if (!isFailure(error)) await logBug(system, 'freshen', error);
  }
}

/**
 * Creates the API of one host. It opens the history when it is first needed; call `close()` at the end. `environment`:
 * that of hostSystem; by default it is that of the start.
 */
export function createApi(system: System, environment?: Promise<HostEnvironment>): Api {
  return { router, ...createContext(system, environment) };
}
