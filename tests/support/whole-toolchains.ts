import { readFile, readdir, stat } from 'node:fs/promises';
import { join, relative } from 'node:path';
import type { System } from '#core/system';
import { installedVersions, listToolchains } from '#core/toolchains';
import { sha256 } from './archive-writers.ts';

/**
 * The listed versions, newest first. Fails unless each of them has exactly the files that its manifest describes. Only
 * the list comes from Burrow.
 */
export async function wholeToolchains(system: System): Promise<string[]> {
  const listed = await listToolchains(system);
  const resolvable = await installedVersions(system);
  if (resolvable.length !== listed.length) throw new Error('what resolves is not what is listed');
  for (const { path } of listed) {
    const wrong = await differences(path);
    if (wrong.length > 0) throw new Error(`${path} is listed and not whole: ${wrong.join(', ')}`);
  }
  return listed.map(({ version }) => version);
}

/** The files of a GOROOT that are missing, unknown, or different from its manifest. */
export async function differences(goroot: string): Promise<string[]> {
  const { files } = JSON.parse(await readFile(`${goroot}.json`, 'utf8')) as { files: string };
  const recorded = new Map(
    files
      .trimEnd()
      .split('\n')
      .map((line) => {
        const [hash = '', mode = '', bytes = '', ...path] = line.split(' ');
        return [path.join(' '), `${hash} ${mode} ${bytes}`];
      }),
  );
  const there = new Map<string, string>();
  for (const path of await filesBelow(goroot)) {
    const content = await readFile(join(goroot, path));
    const mode = ((await stat(join(goroot, path))).mode & 0o777).toString(8);
    there.set(path, `${sha256(content)} ${mode} ${content.length}`);
  }
  const names = new Set([...recorded.keys(), ...there.keys()]);
  return [...names].filter((name) => recorded.get(name) !== there.get(name));
}

/** The sorted files below a folder; none if it does not exist. */
export async function filesBelow(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { withFileTypes: true, recursive: true }).catch(() => []);
  return entries
    .filter((entry) => !entry.isDirectory())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)))
    .toSorted();
}
