import { orpc } from '#shared/client.ts';
import { doctorKey } from '#shared/doctor/index.ts';
import { refresh } from '#shared/queries.ts';

/**
 * Reads again what a change of profiles or of variables may have changed. What starts shells takes seconds, and is not
 * waited for.
 */
export async function readAgain(): Promise<void> {
  void refresh(orpc.shell.key(), orpc.findings.key(), orpc.switching.key(), doctorKey);
  await refresh(orpc.environment.list.key(), orpc.variables.key(), orpc.proxies.key());
}
