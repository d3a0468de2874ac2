import { orpc } from '#shared/client.ts';
import { refresh } from '#shared/queries.ts';

/**
 * Reads again what a change of profiles or of variables may have changed. What starts shells or asks proxies takes
 * seconds, and is not waited for.
 */
export async function readAgain(): Promise<void> {
  void refresh(orpc.shell.key(), orpc.findings.key(), orpc.proxies.key(), orpc.switching.key());
  await refresh(orpc.environment.list.key(), orpc.variables.key());
}
