import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { CommandLine } from '#testing/command-line';
import { fakeGo, writeGoroot } from '#testing/fake-toolchains';

const bashrc = 'export GOROOT=/usr/local/go\nexport EDITOR=vi\n';
let burrow: CommandLine;
const profile = () => join(burrow.root, '.bashrc');
const read = () => readFile(profile(), 'utf8');

beforeAll(async () => {
  burrow = await CommandLine.make({ SHELL: '/bin/bash' });
  await writeGoroot(join(burrow.root, 'sdk/go1.26.1'), fakeGo('go1.26.1', { arch: arch() }));
  expect(await burrow.run(['adopt', join(burrow.root, 'sdk/go1.26.1')])).toMatchObject({ exitCode: 0 });
  expect(await burrow.run(['shell', 'apply', '--yes'])).toMatchObject({ exitCode: 0 });
});
beforeEach(() => writeFile(profile(), bashrc));
afterAll(() => burrow[Symbol.asyncDispose]());

function arch(): string {
  return process.arch === 'x64' ? 'amd64' : process.arch;
}

interface Document {
  findings: {
    id: string;
    check: string;
    severity: string;
    title: string;
    explanation: string;
    evidence: { file: string | null; line: number | null; value: string }[];
    fix: { kind: string } | null;
  }[];
  checks: { check: string; ms: number; unknown: { code: string; message: string } | null }[];
}

/** Burrow's commands first in PATH, as in a terminal that read the profile. */
const env = () => ({ PATH: `${join(burrow.home, 'shims')}:${burrow.env['PATH']}:/usr/bin:/bin` });

async function examined(): Promise<{ exitCode: number | undefined; document: Document }> {
  const { exitCode, stdout } = await burrow.run(['doctor', '--json'], { env: env() });
  return { exitCode, document: JSON.parse(stdout) as Document };
}

it('exits with 3 for a warning, and tells its place, its value and its fix', async () => {
  const { exitCode, document } = await examined();
  expect(exitCode).toBe(3);
  const found = document.findings.find(({ check }) => check === 'profile-lines');
  expect(found).toMatchObject({
    severity: 'warning',
    title: 'GOROOT is set',
    evidence: [{ file: profile(), line: 1, value: 'export GOROOT=/usr/local/go' }],
    fix: { kind: 'apply' },
  });
  expect(document.checks.length).toBeGreaterThan(15);
  for (const each of document.checks) expect(each).toMatchObject({ ms: expect.any(Number) });

  const { stdout, stderr } = await burrow.run(['doctor'], { env: env() });
  expect(stdout).toContain(`${profile()}:1  export GOROOT=/usr/local/go`);
  expect(stdout).toContain(`burrow doctor --fix ${found?.id}`);
  // Progress is for terminals.
  expect(stderr).toBe('');
});

it('--fix shows each change and asks; --yes makes it, and undo gives the bytes back', async () => {
  const asked = await burrow.run(['doctor', '--fix'], { env: env() });
  expect(asked.exitCode).toBe(2);
  expect(asked.stderr).toContain('+# burrow off: export GOROOT=/usr/local/go');
  expect(await read()).toBe(bashrc);

  const { document } = await examined();
  const id = document.findings.find(({ title }) => title === 'GOROOT is set')?.id ?? '';
  const { stdout } = await burrow.run(['doctor', '--fix', id, '--yes', '--json'], { env: env() });
  const made = JSON.parse(stdout) as Document & { fixed: { finding: string; entries: string[] }[] };
  expect(made.fixed.map(({ finding }) => finding)).toEqual([id]);
  expect(made.findings.map((each) => each.id)).not.toContain(id);
  expect(await read()).toBe('# burrow off: export GOROOT=/usr/local/go\nexport EDITOR=vi\n');

  expect(await burrow.run(['shell', 'undo', made.fixed[0]?.entries[0] ?? ''])).toMatchObject({ exitCode: 0 });
  expect(await read()).toBe(bashrc);
});

it.each([
  ['an id that is no finding', ['--fix', 'profile-lines:00000000', '--yes'], 2],
  ['a folder that is not there', ['gone'], 1],
])('%s is refused', async (_, args, code) => {
  const { exitCode, stderr } = await burrow.run(['doctor', ...args], { env: env() });
  expect([exitCode, stderr.split('\n').length]).toEqual([code, 2]);
  expect(await read()).toBe(bashrc);
});

it('a project whose Go is not installed is an error, with the command that installs it', async () => {
  const dir = join(burrow.root, 'project');
  await mkdir(dir);
  await writeFile(join(dir, '.go-version'), '9.9.9\n');
  const { exitCode, stdout } = await burrow.run(['doctor', 'project'], { env: env() });
  expect(exitCode).toBe(3);
  expect(stdout).toMatch(/^Errors\n\n● Go 9\.9\.9 is not installed/);
  expect(stdout).toContain('burrow install 9.9.9');
});
