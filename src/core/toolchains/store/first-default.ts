import { runsAs } from '#contract/runs-as';
import { burrowPaths, readTextIfThere, type System, writeFileAtomic } from '#core/system';
import { type Installed, installedVersions } from './installed.ts';

/** Whether no toolchain that runs on this machine is installed yet. */
export async function isFirst(system: System): Promise<boolean> {
  return !(await installedVersions(system)).some((each) => runsAs(system, each) !== 'foreign');
}

/**
 * Makes a toolchain the default if it runs on this machine and no default is set. Called for the first one, so that `go`
 * then works in every folder. Failures: disk.full, file.no-permission.
 */
export async function becomeDefault(
  system: System,
  toolchain: Pick<Installed, 'version' | 'os' | 'arch'>,
): Promise<void> {
  if (runsAs(system, toolchain) === 'foreign' || (await hasDefault(system))) return;
  await writeFileAtomic(burrowPaths(system).defaultFile, `${toolchain.version}\n`);
}

/** Whether the default file has any content, valid or not. */
export async function hasDefault(system: System): Promise<boolean> {
  const content = await readTextIfThere(burrowPaths(system).defaultFile);
  return Boolean(content?.trim());
}
