import { execa } from 'execa';
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { createLocalClient } from '#api';
import { secretTexts } from '#testing/secret-texts';
import { ShopWorld } from '#testing/shop-world';

const launcher = join(import.meta.dirname, '../../bin/burrow');

let world: ShopWorld | null;

beforeAll(async () => {
  world = await ShopWorld.make();
});
beforeEach((ctx) => {
  if (!world) ctx.skip('no Go');
});
afterAll(async () => {
  await world?.[Symbol.asyncDispose]();
  console.log(`stress: secrets: 0 of ${secretTexts.length} shown or kept`);
});

/** The world; the tests are skipped without one. */
function here(): ShopWorld {
  if (!world) throw new Error('skipped');
  return world;
}

/** The lines with a secret of the table. */
function leaks(text: string): string[] {
  const secrets = [...new Set(secretTexts.flatMap((each) => each.secrets))];
  return text.split(/\n|\\n/).filter((line) => secrets.some((secret) => line.includes(secret)));
}

async function burrow(...args: string[]): Promise<string> {
  const { system, root } = here();
  const said = await execa(launcher, args, { cwd: root, env: system.env, extendEnv: false, reject: false });
  return said.stdout + said.stderr;
}

/** Every file of Burrow's home. */
async function kept(): Promise<string> {
  const home = join(here().root, 'home');
  const entries = await readdir(home, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile());
  const texts = await Promise.all(files.map((file) => readFile(join(file.parentPath, file.name), 'utf8')));
  return texts.join('\n');
}

/** Go splits -ldflags at blanks and quotes, without escapes, so one kind of quote must be free. */
const settable = secretTexts.filter(({ text }) => !text.includes('\n') && !/"[^]*'|'[^]*"/.test(text));
const ldflags = settable
  .map(({ text }, index) =>
    text.includes("'") ? `-X "main.s${index}=${text}"` : `-X 'main.s${index}=${text}'`,
  )
  .join(' ');

it('no string that a build sets is shown or kept', async () => {
  const { root, system } = here();
  const project = join(root, 'set');
  await mkdir(project);
  await writeFile(join(project, 'go.mod'), 'module example.com/set\n\ngo 1.20\n');
  await writeFile(join(project, 'main.go'), 'package main\n\nfunc main() {}\n');
  const events: string[] = [];
  await using client = createLocalClient(system);
  const args = [`-ldflags=${ldflags}`, '-o', 'set'];
  for await (const event of await client.builds.run({ dir: project, args }))
    events.push(JSON.stringify(event));
  // Go keeps them, so the file is worth inspecting.
  const program = join(project, 'set');
  expect(leaks(await readFile(program, 'latin1')).length).toBeGreaterThan(0);
  const build = await client.builds.record({ path: program });
  const shown = [
    ...events,
    JSON.stringify(build),
    JSON.stringify(await client.binaries.inspect({ path: program })),
    JSON.stringify(await client.builds.show({ id: 'b1' })),
    await burrow('inspect', program),
    await burrow('inspect', program, '--json'),
    await burrow('history', '--json'),
    await burrow('compare', 'b1', 'b2', '--json'),
    await burrow('build', `-ldflags=${ldflags}`, '--json', './nothing'),
  ];
  expect(shown.join('')).toContain('***');
  expect(leaks(shown.join('\n'))).toEqual([]);
  expect(leaks(await kept())).toEqual([]);
});

it('no text that a compiler prints is shown or kept', async () => {
  const { root, system } = here();
  const project = join(root, 'printed');
  await mkdir(project);
  await writeFile(join(project, 'go.mod'), 'module example.com/printed\n\ngo 1.20\n');
  const wrong = secretTexts.map(({ text }) => `var _ int = ${JSON.stringify(text)}\n`).join('');
  await writeFile(join(project, 'main.go'), `package main\n\n${wrong}\nfunc main() {}\n`);
  const shown: string[] = [];
  await using client = createLocalClient(system);
  const running = await client.builds.run({ dir: project, args: ['-gcflags=-e'] });
  for (;;) {
    const { value, done } = await running.next();
    shown.push(JSON.stringify(value));
    if (done) break;
  }
  const said = await execa('go', ['build', '-gcflags=-e'], { cwd: project, env: system.env, reject: false });
  expect(leaks(said.stderr).length).toBeGreaterThan(60);
  expect(leaks(shown.join('\n'))).toEqual([]);
  expect(leaks(await burrow('history', '--json'))).toEqual([]);
  expect(leaks(await kept())).toEqual([]);
});

it('no failure of the command line shows a secret', async () => {
  for (const { text } of secretTexts.filter((_, index) => index % 12 === 0)) {
    for (const args of [['inspect', text], ['install', text], [`--${text}`], ['image', 'inspect', text]]) {
      expect(leaks(await burrow(...args, '--json'))).toEqual([]);
    }
  }
});
