import type { System } from '#core/system';
import { binaries } from './binaries.ts';
import { builds } from './builds.ts';
import { createContext, type OwnedContext } from './context.ts';
import { images } from './images.ts';
import { implementer } from './implementer.ts';
import { machine } from './machine.ts';
import { projects } from './projects.ts';
import { settings } from './settings.ts';
import { switching } from './switching.ts';
import { toolchains } from './toolchains.ts';

const router = implementer.router({
  machine,
  settings,
  projects,
  toolchains,
  switching,
  binaries,
  builds,
  images,
});

/** The whole contract, implemented, and the context that a host passes with every call. */
export interface Api extends OwnedContext {
  router: typeof router;
}

/** Makes the API of one host. It holds one history, opened when first needed: `close()` it at the end. */
export function createApi(system: System): Api {
  return { router, ...createContext(system) };
}
