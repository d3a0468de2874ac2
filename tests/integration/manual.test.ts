import { execa } from 'execa';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { CommandLine } from '#testing/command-line';
import { onPath } from '#testing/on-path';

const languages = ['man1/burrow.1', 'zh_CN/man1/burrow.1'];

let burrow: CommandLine;
beforeAll(async () => {
  burrow = await CommandLine.make();
  await burrow.run(['settings', 'installMissing=on']);
});
afterAll(() => burrow[Symbol.asyncDispose]());

const page = (name: string) => join(burrow.home, 'shims/man', name);

/** Runs a program where nothing but PATH says where the manual page is. */
async function run(file: string, ...args: string[]): Promise<string> {
  const env = { HOME: burrow.root, PATH: `${burrow.home}/shims:/usr/bin:/bin`, LANG: 'C.UTF-8' };
  return (await execa(file, args, { env, extendEnv: false, stdin: 'ignore', all: true })).all;
}

it.skipIf(onPath('man') === null)('man finds the page by PATH alone, in each language', async () => {
  expect(await run('man', '-w', 'burrow')).toBe(page('man1/burrow.1'));
  expect(await run('man', '-L', 'zh_CN.UTF-8', '-w', 'burrow')).toMatch(/man1\/burrow\.1$/);
  const shown = await run('man', '-P', 'cat', 'burrow');
  expect(shown).toMatch(/EXIT STATUS[^]*The required Go is not installed\./);
});

it.skipIf(onPath('zsh') === null || onPath('man') === null)(
  'its folder in PATH hides no man from zsh',
  async () => {
    expect(await run('zsh', '-f', '-i', '-c', 'burrow --version; which man')).toMatch(/\n\/usr\/bin\/man$/);
  },
);

it.skipIf(onPath('mandoc') === null).each(languages)('mandoc warns about nothing in %s', async (name) => {
  expect(await run('mandoc', '-Tlint', '-W', 'warning', page(name))).toBe('');
});

// Not in Chinese: groff 1.22 cannot break its lines, and says so.
it.skipIf(onPath('groff') === null)('groff warns about nothing', async () => {
  const [english = ''] = languages;
  expect(await run('groff', '-man', '-ww', '-z', '-K', 'utf8', '-T', 'utf8', page(english))).toBe('');
});

it('is what the build made', async () => {
  const built = join(import.meta.dirname, '../../out/manual');
  for (const name of languages) expect(await readFile(page(name))).toEqual(await readFile(join(built, name)));
});
