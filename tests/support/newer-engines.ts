import { execa } from 'execa';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type EngineOrReason, startDocker } from './engine.ts';
import { commandTimeoutMs } from './limits.ts';
import { testCache } from './test-cache.ts';

/** Where Debian's packages have the keys of its archive. */
const keyring = '/usr/share/keyrings/debian-archive-keyring.gpg';
const packages = ['docker.io', 'containerd'];

/**
 * Starts a newer Docker engine, of Debian's unstable release, with one of its two image stores. Its packages are unpacked,
 * not installed, and kept in the test cache; they run with the libraries of the stable release.
 */
export async function startNewerDocker(store: 'classic' | 'containerd'): Promise<EngineOrReason> {
  const folder = join(testCache('engines'), 'docker-unstable');
  try {
    if (!existsSync(folder)) await fetchPackages(folder);
  } catch (error) {
    const stderr = error instanceof Error && 'stderr' in error ? String(error.stderr).trim() : String(error);
    return { engine: null, reason: `cannot fetch a newer Docker: ${stderr.split('\n').at(-1)}` };
  }
  return startDocker(join(folder, 'usr/sbin/dockerd'), {
    path: join(folder, 'usr/bin'),
    more: [`--feature=containerd-snapshotter=${store === 'containerd'}`],
  });
}

async function fetchPackages(folder: string): Promise<void> {
  const unfinished = await mkdtemp(join(testCache('engines'), 'fetching-'));
  try {
    const apt = await unstable(unfinished);
    await execa('apt-get', [...apt, 'update', '-qq'], { timeout: commandTimeoutMs });
    const options = { cwd: unfinished, timeout: commandTimeoutMs };
    await execa('apt-get', [...apt, 'download', '-qq', ...packages], options);
    for (const file of (await readdir(unfinished)).filter((name) => name.endsWith('.deb'))) {
      await execa('dpkg', ['-x', file, 'content'], options);
    }
    await rename(join(unfinished, 'content'), folder);
  } finally {
    await rm(unfinished, { recursive: true, force: true });
  }
}

/** Options with which apt-get knows the unstable release alone, from where this machine gets its packages. */
async function unstable(folder: string): Promise<string[]> {
  const format = ['--format', '$(LABEL) $(REPO_URI)', 'Created-By: Packages'];
  const { stdout } = await execa('apt-get', ['indextargets', ...format]);
  const source = /^Debian (\S+)$/m.exec(stdout)?.[1];
  if (source === undefined) throw new Error('this machine has no packages of Debian');
  const list = join(folder, 'sources.list');
  await mkdir(join(folder, 'lists/partial'), { recursive: true });
  await mkdir(join(folder, 'cache/archives/partial'), { recursive: true });
  await writeFile(list, `deb [signed-by=${keyring}] ${source} sid main\n`);
  const settings = {
    'Dir::Etc::sourcelist': list,
    'Dir::Etc::sourceparts': '-',
    'Dir::State::lists': join(folder, 'lists'),
    'Dir::Cache': join(folder, 'cache'),
    'Acquire::Languages': 'none',
    'Acquire::IndexTargets::deb::DEP-11::DefaultEnabled': 'false',
    'APT::Sandbox::User': 'root',
  };
  return Object.entries(settings).flatMap(([name, value]) => ['-o', `${name}=${value}`]);
}
