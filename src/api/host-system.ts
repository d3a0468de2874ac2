import type { HostEnvironment } from '#contract/consistency';
import { isFailure } from '#contract/failure';
import type { System } from '#core/system';
import { toFailure } from './to-failure.ts';

/**
 * The system of a host that runs for long, and where its environment comes from. The Dock and launchers start apps
 * without what profiles set, such as the folder of git in PATH, or a proxy. So a host that they started asks the login
 * shell, in the background, and sets the variables in `env`, which `system` reads. Until then, programs and downloads
 * wait, for up to 10 s; files are read at once.
 */
export function hostSystem(
  system: System,
  env: Record<string, string | undefined>,
): { system: System; environment: Promise<HostEnvironment> } {
  const environment = resolve(system, env).catch((error: unknown): HostEnvironment => {
    const { code, params } = toFailure(error);
    return { from: 'unknown', reason: { code, params } };
  });
  const waiting: System = {
    ...system,
    fetch: async (url, init) => {
      await environment;
      return system.fetch(url, init);
    },
    run: async (command) => {
      await environment;
      return system.run(command);
    },
    async *stream(command) {
      await environment;
      return yield* system.stream(command);
    },
  };
  return { system: waiting, environment };
}

async function resolve(system: System, env: Record<string, string | undefined>): Promise<HostEnvironment> {
  const { isFromTerminal, loginEnvironment } = await import('#core/environment');
  if (isFromTerminal(system)) return { from: 'start' };
  const found = await loginEnvironment(system);
  if (isFailure(found)) throw found;
  Object.assign(env, found.env);
  return { from: 'login-shell', shell: found.shell };
}
