import { afterEach, beforeEach, expect, it } from 'vitest';
import { setupSteps } from '#contract/setup-steps';
import { CommandLine } from '#testing/command-line';

let burrow: CommandLine;
beforeEach(async () => {
  // Nothing answers there.
  const nowhere = 'http://127.0.0.1:9';
  burrow = await CommandLine.make({ BURROW_GO_DL: nowhere, GOPROXY: nowhere, SHELL: '/bin/sh' });
});
afterEach(() => burrow[Symbol.asyncDispose]());

it('shows how things are where nobody can be asked, and ends with 3 while something is needed', async () => {
  const { exitCode, document } = await burrow.json(['setup']);
  expect(exitCode).toBe(3);
  const { steps, needed } = document as { steps: { id: string }[]; needed: boolean };
  expect(steps.map(({ id }) => id)).toEqual(setupSteps);
  expect(needed).toBe(true);
  // There is nothing but Node on its PATH.
  const problem = { code: 'setup.no-c-compiler', message: expect.stringContaining('There is no C compiler') };
  expect(steps[0]).toMatchObject({ state: 'problem', problem });
  const said = await burrow.run(['setup']);
  expect(said.exitCode).toBe(3);
  expect(said.stdout).toContain('`burrow setup --yes` does what is still needed:');
});

it('goes up to the point where it needs a network, and says what to do', async () => {
  const { exitCode, document } = await burrow.json(['setup', '--yes']);
  expect(exitCode).toBe(1);
  expect(document).toMatchObject({ error: { code: 'setup.no-network' } });
  const chinese = await burrow.run(['setup', '--yes', '--lang', 'zh-CN']);
  expect(chinese.stderr).toContain('burrow setup --from nju');
  expect(chinese.stderr).toContain('无法下载 Go：所有来源都未能提供');
});

it.each([
  ['an unknown shell', ['--shell', 'csh']],
  ['an unknown option', ['--all']],
  ['a version with the undo', ['1.26', '--undo']],
  ['the undo without an answer', ['--undo']],
  ['two versions', ['1.26', '1.25', '--yes']],
])('refuses %s with 2', async (what, args) => {
  if (what.startsWith('the undo')) await burrow.write('.burrow/default', 'go1.26.1\n', 0o600);
  const { exitCode, document } = await burrow.json(['setup', ...args]);
  expect(exitCode).toBe(2);
  expect(document).toMatchObject({ error: { code: 'usage.invalid' } });
});

it.each([[['next']], [['next', '--yes']]])(
  'refuses what is no version before anything else: %s',
  async (args) => {
    const { exitCode, stderr } = await burrow.run(['setup', ...args]);
    expect(exitCode).toBe(2);
    expect(stderr).toContain('"next" is not a Go version.');
    // Nothing was measured before.
    expect(stderr).not.toContain('goproxy.cn');
  },
);

it('has nothing to undo where there is nothing', async () => {
  expect(await burrow.json(['setup', '--undo'])).toEqual({ exitCode: 0, document: { items: [], bytes: 0 } });
});

it('explains itself', async () => {
  const { stdout } = await burrow.run(['setup', '--help']);
  for (const word of ['--undo', '--from', '--shell', 'Exit codes']) expect(stdout).toContain(word);
});
