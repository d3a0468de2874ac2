import { join } from 'node:path';
import type { Surprise } from '#contract/surprises';
import { readManaged } from '#core/profiles';
import { readTextIfThere, type System } from '#core/system';
import { installedVersions, readEnvFile, readGorootEnvFile, readUserEnvFile } from '#core/toolchains';
import type { StoppingValue } from './ask-go.ts';
import { type ReadFile, surprisesOf } from './surprises/index.ts';

/** What surprises about the variables on this machine. `own`: the `go.env` of the Go that was asked. */
export async function surprisesHere(
  system: System,
  { user, own, stopping }: { user: ReadFile | null; own: ReadFile; stopping: readonly StoppingValue[] },
): Promise<Surprise[]> {
  const { env, home, os } = system;
  const config = env['XDG_CONFIG_HOME'];
  const [userText, managed, toolchains, usual, unread] = await Promise.all([
    user && readTextIfThere(user.path).catch(() => null),
    // The page of variables tells of a file that cannot be read.
    readManaged(system).catch(() => new Map<string, string>()),
    toolchainFiles(system),
    user ? null : readUserEnvFile({ env: { ...env, GOENV: '' }, home, os }),
    os === 'darwin' && config ? readEnvFile(join(config, 'go', 'env'), 'last') : null,
  ]);
  const offFile = usual?.path ?? null;
  return surprisesOf({
    env,
    home,
    os,
    user,
    userText,
    offFile,
    unreadFile: unread,
    own,
    toolchains,
    managed,
    stopping,
  });
}

async function toolchainFiles(system: System): Promise<{ version: string; file: ReadFile }[]> {
  const installed = await installedVersions(system);
  return Promise.all(
    installed.map(async ({ version, path }) => ({ version, file: await readGorootEnvFile(path) })),
  );
}
