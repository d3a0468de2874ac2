import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { rebuildPlan, rebuildResult, toolList } from '#contract/tools';
import { CommandLine } from '#testing/command-line';
import { olderGo, ToolWorld, whyNoTools } from '#testing/tool-world';

const missing = await whyNoTools();
const failed = (code: string) => ({ error: { code, message: expect.any(String), hint: expect.any(String) } });

let world: ToolWorld;
let burrow: CommandLine;
let hello = '';
beforeAll(async () => {
  if (missing) return;
  world = await ToolWorld.make();
  await world.publish('v1.0.0');
  const { HOME: _home, PATH: _path, ...env } = world.env;
  burrow = await CommandLine.make(env);
});
afterAll(async () => {
  await burrow?.[Symbol.asyncDispose]();
  await world?.[Symbol.asyncDispose]();
});
beforeEach((ctx) => {
  if (missing) ctx.skip(missing);
});

it('an empty folder teaches how to fill it', async () => {
  expect((await burrow.run(['tools'])).stdout).toMatch(/go install golang\.org\/x\/tools\/gopls@latest/);
  expect((await burrow.run(['tools', '--lang', 'zh-CN'])).stdout).toContain('还没有工具');
  expect(toolList.parse((await burrow.json(['tools'])).document).tools).toEqual([]);
  const nothing = await burrow.run(['tools', 'rebuild']);
  expect(nothing).toMatchObject({
    exitCode: 0,
    stdout: 'No tool needs a rebuild: none was built with an older Go or for another processor.',
  });
});

it('lists what is there, in words and as the contract has it', async () => {
  hello = await world.install({ version: 'v1.0.0', args: ['-tags=netgo'] });
  const { document } = await burrow.json(['tools']);
  expect(document).toEqual(toolList.parse(document));
  expect(document).toMatchObject({
    goVersion: world.newer.version,
    tools: [{ name: 'hello', outdated: true }],
  });
  const said = (await burrow.run(['tools'])).stdout;
  expect(said).toMatch(/^hello +example\.com\/tool@v1\.0\.0 +go1\.24\.9 +.* · native +older Go/m);
  expect(said).toContain('1 tool needs a rebuild: `burrow tools rebuild`');
});

it.each([
  ['tools rebuild helo', 1, 'tool.unknown'],
  ['tools rebuild hello --all', 2, 'usage.invalid'],
  ['tools rebuild --all --outdated', 2, 'usage.invalid'],
  ['tools rebuild --go 1.99', 127, 'toolchain.not-installed'],
  ['tools rebuild --go foo', 2, 'version.unreadable'],
  ['tools rebild', 2, 'usage.invalid'],
])('%s fails with %d, %s', async (words, code, failure) => {
  expect(await burrow.json(words.split(' '))).toEqual({ exitCode: code, document: failed(failure) });
});

it('says what it meant', async () => {
  expect((await burrow.run(['tools', 'rebuild', 'helo'])).stderr).toContain('Did you mean hello?');
  expect((await burrow.run(['tools', 'rebild'])).stderr).toContain('Unknown command: rebild.');
});

it('hints after a switch of the default, and not where nothing is older', async () => {
  const older = await burrow.run(['use', '--global', olderGo]);
  expect(older.stderr).not.toContain('tools');
  const newer = await burrow.run(['use', '--global', world.newer.version]);
  expect(newer.stderr).toContain(`1 tool was built with an older Go than ${world.newer.version}`);
  const { exitCode, document } = await burrow.json(['use', '--global', world.newer.version]);
  expect({ exitCode, document }).toMatchObject({ exitCode: 0, document: { installed: true } });
});

it('shows what it would do, and does it', async () => {
  const before = await readFile(hello);
  const plan = await burrow.json(['tools', 'rebuild', '--dry-run']);
  expect(plan.document).toEqual(rebuildPlan.parse(plan.document));
  expect((await burrow.run(['tools', 'rebuild', '--dry-run'])).stdout).toContain('keeps -tags=netgo');
  expect(await readFile(hello)).toEqual(before);

  const { exitCode, document } = await burrow.json(['tools', 'rebuild']);
  expect(exitCode).toBe(0);
  expect(document).toEqual(rebuildResult.parse(document));
  expect(document).toMatchObject({
    results: [{ outcome: 'rebuilt', now: { goVersion: world.newer.version } }],
  });
  const named = await burrow.run(['tools', 'rebuild', 'hello', '--go', olderGo, '--lang', 'zh-CN']);
  expect(named.stdout).toContain('已重新构建 1 个');
  expect(named.stderr).toContain('第 1 个，共 1 个：hello');
});
