import { constants } from 'node:fs';
import { access, readdir } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { pathFolders, realPath } from '#core/system';
import { toolFolders } from '#core/tools';
import type { Check, Found } from './check.ts';
import { reasonOf } from './reason.ts';

/** Programs of `go install` in folders where no shell finds them. */
export const toolsOnPath: Check = {
  name: 'tools-on-path',
  run: async ({ system }) => {
    const onPath = new Set(
      await Promise.all(pathFolders(system.env).map(async (path) => (await realPath(path)) ?? path)),
    );
    const folders = await toolFolders(system);
    const found = await Promise.all(
      folders.map(async ({ path, exists }) => {
        if (!exists || onPath.has((await realPath(path)) ?? resolve(path))) return [];
        return toolsProblems(path, await programsIn(path));
      }),
    );
    return found.flat();
  },
};

async function programsIn(folder: string): Promise<string[]> {
  const names = (await readdir(folder).catch(() => [])).slice(0, 200);
  const isRunnable = await Promise.all(
    names.map((name) =>
      access(join(folder, name), constants.X_OK).then(
        () => true,
        () => false,
      ),
    ),
  );
  return names.filter((_, index) => isRunnable[index]);
}

/** Pure. */
export function toolsProblems(path: string, programs: readonly string[]): Found[] {
  if (programs.length === 0) return [];
  return [
    {
      about: path,
      severity: 'warning',
      reason: reasonOf('doctor.tools-not-on-path', {
        path,
        programs: programs.slice(0, 3),
        count: programs.length,
      }),
      evidence: programs.slice(0, 3).map((name) => ({ file: join(path, name), line: null, value: name })),
      fix: null,
    },
  ];
}
