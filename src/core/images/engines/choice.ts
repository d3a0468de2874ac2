import { type Failure, failure } from '#contract/failure';
import { readSettings, writeSettings } from '#core/settings';
import { maskSecrets, type System } from '#core/system';
import type { EngineChooser } from '#contract/engine-chooser';
import { contextAddress, currentContext } from './docker-context.ts';
import { parseAddress } from './endpoints.ts';
import { isNerdctl } from './nerdctl.ts';

/** The address that somebody chose, and where. */
export interface Choice {
  by: EngineChooser;
  address: string;
}

/**
 * Which engine was chosen: by DOCKER_HOST, by DOCKER_CONTEXT, in Burrow's settings, or by Docker's current context, the
 * first of them that names one. A variable is set for one shell on purpose; what was chosen in Burrow is meant for Burrow;
 * Docker's context is meant for `docker`. null: nobody chose one. Failures: file.no-permission, home.unusable.
 */
export async function chosenEngine(system: System): Promise<Choice | null> {
  const host = system.env['DOCKER_HOST'];
  if (host) return { by: 'DOCKER_HOST', address: host };
  const named = await contextAddress(system, system.env['DOCKER_CONTEXT']);
  if (named !== null) return { by: 'DOCKER_CONTEXT', address: named };
  const { engine } = await readSettings(system);
  if (engine !== 'auto') return { by: 'settings', address: engine };
  const current = await contextAddress(system, await currentContext(system));
  return current === null ? null : { by: 'context', address: current };
}

/**
 * Remembers the engine in Burrow's settings; null: the first that answers. Returns their warning (`writeSettings`). Failures:
 * engine.unsupported, and those of the settings.
 */
export async function chooseEngine(system: System, address: string | null): Promise<Failure | null> {
  if (address !== null && parseAddress(address) === null && !isNerdctl(address)) {
    throw failure('engine.unsupported', { endpoint: maskSecrets(address) });
  }
  return (await writeSettings(system, { engine: address ?? 'auto' })).warning;
}
