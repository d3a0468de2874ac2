import { orpc } from '#shared/client.ts';
import { refresh } from '#shared/queries.ts';

/** Reads again what a change of profiles or of variables may have changed, but for who set them: that starts a shell. */
export function readAgain(): Promise<void> {
  return refresh(
    orpc.shell.key(),
    orpc.findings.key(),
    orpc.environment.list.key(),
    orpc.variables.key(),
    orpc.proxies.key(),
    orpc.switching.key(),
  );
}
