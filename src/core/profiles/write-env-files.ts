import { burrowPaths, isFile, isOwnHome, readTextIfThere, type System, writeFileAtomic } from '#core/system';
import { envFilePaths, envFiles } from './editing/index.ts';
import { type ManagedVariables, readManaged } from './managed/index.ts';

/** Brings `env.sh` and `env.fish` up to date. Failures: environment.managed-unreadable, disk.full, file.no-permission. */
export async function writeEnvFiles(system: System): Promise<void> {
  const variables = await readManaged(system);
  // Values may be secrets.
  const mode = variables.size > 0 ? 0o600 : 0o644;
  for (const { path, before, after } of await envFileTexts(system, variables)) {
    if (before !== after) await writeFileAtomic(path, after, { mode });
  }
}

/** The same if profiles have been made to read them. Failures: those of writeEnvFiles. */
export async function renewEnvFiles(system: System): Promise<void> {
  const { sh } = envFilePaths(burrowPaths(system).root);
  if ((await isFile(sh)) && (await isOwnHome(system))) await writeEnvFiles(system);
}

/** What both files are (null: not there), and what they are with these variables. */
export async function envFileTexts(
  system: System,
  variables: ManagedVariables,
): Promise<{ path: string; before: string | null; after: string }[]> {
  const files = Object.values(envFiles(burrowPaths(system), variables));
  return Promise.all(
    files.map(async ({ path, content }) => ({ path, before: await readTextIfThere(path), after: content })),
  );
}
