import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { CommandLine } from '#testing/command-line';

/** Writes every file of the build that Node loads to standard error. */
const hook = `import { registerHooks } from 'node:module';
registerHooks({
  load(url, context, next) {
    if (url.includes('/out/main/')) process.stderr.write(url + '\\n');
    return next(url, context);
  },
});
`;

/** Words of what only an install needs, and of what only reading a program does. */
const unneeded = ['go.sum database tree', 'Go buildinf'];

// Which files share a chunk is up to the bundler, and to the groups in electron.vite.config.ts.
it('burrow current loads nothing that installs or that reads programs', async () => {
  await using burrow = await CommandLine.make();
  const file = join(burrow.root, 'hook.mjs');
  await writeFile(file, hook);
  const { stderr } = await burrow.run(['current'], { env: { NODE_OPTIONS: `--import=${file}` } });
  const loaded = [...stderr.matchAll(/^file:\/\/(\S+)$/gm)].map(([, path]) => String(path));
  expect(loaded.length).toBeGreaterThan(5);
  for (const path of loaded) {
    const text = await readFile(path, 'utf8');
    expect([path, unneeded.filter((word) => text.includes(word))]).toEqual([path, []]);
  }
});
