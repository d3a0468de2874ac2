import { delimiter, dirname, isAbsolute, join } from 'node:path';
import { isProgram, readStart, realPath, type System } from '#core/system';
import { parseVersion } from '#core/toolchains';
import { shimMark } from './shim-mark.ts';

/** A Go on PATH that is not a shim of Burrow's. */
export interface OtherGo {
  /** As it stands on PATH, links not followed. */
  file: string;
  /** Its GOROOT and version, read from the VERSION file without running it; null when it has none. */
  goroot: string | null;
  version: string | null;
}

/** Every Go on PATH outside `shims`, in the order of PATH. Relative entries are left out, as Go leaves them out. */
export async function otherGos(system: Pick<System, 'env' | 'os'>, shims: string): Promise<OtherGo[]> {
  const name = system.os === 'windows' ? 'go.exe' : 'go';
  const folders = (system.env['PATH'] ?? '').split(delimiter).filter(isAbsolute);
  const files = [
    ...new Set(folders.filter((folder) => folder !== shims).map((folder) => join(folder, name))),
  ];
  const found = await Promise.all(files.map(readOther));
  return found.filter((other) => other !== null);
}

async function readOther(file: string): Promise<OtherGo | null> {
  if (!(await isProgram(file)) || (await isShim(file))) return null;
  const real = await realPath(file);
  const goroot = real === null ? null : dirname(dirname(real));
  const version = goroot === null ? null : await versionOf(goroot);
  return { file, goroot: version === null ? null : goroot, version };
}

/** Also one of another Burrow's home, or one that is reached by another path. */
async function isShim(file: string): Promise<boolean> {
  const [, second = ''] = ((await readStart(file, 200)) ?? '').split('\n');
  return second.startsWith(shimMark);
}

/** The first line of `$GOROOT/VERSION`: `go1.26.1`. */
async function versionOf(goroot: string): Promise<string | null> {
  const [first = ''] = ((await readStart(join(goroot, 'VERSION'), 200)) ?? '').split('\n');
  return parseVersion(first.split(' ')[0] ?? '');
}
