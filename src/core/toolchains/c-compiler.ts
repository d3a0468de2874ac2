import { stat } from 'node:fs/promises';
import { delimiter, join } from 'node:path';
import type { System } from '#core/system';

/** As cgo looks for one: `$CC`, else gcc, or clang on a Mac (https://pkg.go.dev/cmd/cgo). */
export async function hasCCompiler({ os, env }: Pick<System, 'os' | 'env'>): Promise<boolean> {
  const [name = ''] = (env['CC'] || (os === 'darwin' ? 'clang' : 'gcc')).split(' ');
  const folders = (env['PATH'] ?? '').split(delimiter).filter(Boolean);
  const paths = name.includes('/') ? [name] : folders.map((folder) => join(folder, name));
  const found = await Promise.all(
    paths.flatMap((path) => (os === 'windows' ? [path, `${path}.exe`] : [path])).map(isFile),
  );
  return found.includes(true);
}

async function isFile(path: string): Promise<boolean> {
  return await stat(path).then(
    (there) => there.isFile(),
    () => false,
  );
}
