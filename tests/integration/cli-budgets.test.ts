import { execa } from 'execa';
import { copyFile, mkdir, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { CommandLine } from '#testing/command-line';
import { whyNoGo } from '#testing/go-programs';

// The commands of docs/budgets.md, in the folders and with the variables of several CI jobs.

let burrow: CommandLine;
let reason: string | null;

beforeAll(async () => {
  reason = await whyNoGo();
  const cache = reason ? '' : (await execa('go', ['env', 'GOCACHE'])).stdout;
  burrow = await CommandLine.make({
    PATH: process.env['PATH'] ?? '',
    GOCACHE: cache,
    GOENV: 'off',
    GOFLAGS: '',
    GOPROXY: 'off',
    GIT_CONFIG_GLOBAL: '/dev/null',
    GIT_CONFIG_NOSYSTEM: '1',
  });
  if (reason) return;
  await burrow.write('origin/go.mod', 'module example.com/shop\n\ngo 1.20\n');
  await burrow.write('origin/main.go', 'package main\n\nfunc main() { println("open") }\n');
  await burrow.write('origin/.gitignore', '.burrow/\nbin/\n');
  await burrow.write(
    'origin/burrow.toml',
    '[[budget]]\nmax = "9 MB"\n\n[[budget]]\nmax-growth = "20 kB"\nagainst = "main"\n',
  );
  await git('origin', 'init', '--quiet', '--initial-branch=main');
  await commit('origin', 'Open');
});
afterAll(() => burrow[Symbol.asyncDispose]());

async function git(folder: string, ...args: string[]): Promise<void> {
  const who = ['-c', 'user.name=Me', '-c', 'user.email=me@example.com'];
  await execa('git', [...who, ...args], {
    cwd: join(burrow.root, folder),
    env: burrow.env,
    extendEnv: false,
  });
}

async function commit(folder: string, message: string): Promise<void> {
  await git(folder, 'add', '.');
  await git(folder, 'commit', '--quiet', '--message', message);
}

/** A job: a clone in a folder of its own, with the history of another job, that builds, records and checks. */
async function job(name: string, ref: string, before: string | null, env: Record<string, string> = {}) {
  await mkdir(join(burrow.root, name));
  await git(name, 'clone', '--quiet', join(burrow.root, 'origin'), '.');
  await git(name, 'checkout', '--quiet', '--detach', `origin/${ref}`);
  const [cwd, home] = [join(burrow.root, name), join(burrow.root, name, '.burrow')];
  await mkdir(home, { mode: 0o700 });
  if (before) await copyFile(join(burrow.root, before, '.burrow/history.db'), join(home, 'history.db'));
  const how = { cwd, env: { BURROW_HOME: home, ...env } };
  await execa('go', ['build', '-trimpath', '-ldflags', '-s -w', '-o', 'bin/shop', '.'], {
    cwd,
    env: burrow.env,
    extendEnv: false,
  });
  const recorded = await burrow.json(['record', 'bin/shop', '--project', '.'], how);
  const checked = await burrow.json(['check', '.'], how);
  expect((await readdir(home)).filter((file) => file.startsWith('history.db'))).toEqual(['history.db']);
  return { recorded, checked, how };
}

describe('budgets', () => {
  beforeEach((ctx) => {
    if (reason) ctx.skip(reason);
  });

  it('are checked by jobs that share a history, and exceeded by the one that makes the program larger', async () => {
    const first = await job('first', 'main', null, { CI_COMMIT_BRANCH: 'main' });
    expect(first.recorded.document).toMatchObject({
      build: { subject: 'example.com/shop', vcs: { branch: 'main', dirty: false }, stripped: true },
    });
    expect(first.checked).toMatchObject({
      exitCode: 0,
      document: {
        limits: 1,
        findings: [{ severity: 'info', id: expect.stringMatching(/^budget-no-baseline:/) }],
      },
    });

    await git('origin', 'switch', '--quiet', '--create', 'larger');
    await burrow.write(
      'origin/main.go',
      'package main\n\nimport "fmt"\n\nfunc main() { fmt.Println("open") }\n',
    );
    await commit('origin', 'Say it with fmt');
    const second = await job('second', 'larger', 'first', { CI_MERGE_REQUEST_SOURCE_BRANCH_NAME: 'larger' });
    expect(second.checked).toMatchObject({
      exitCode: 3,
      document: {
        programs: [{ id: 'b2', subject: 'example.com/shop' }],
        limits: 2,
        findings: [
          {
            severity: 'error',
            title: expect.stringMatching(
              /^example\.com\/shop \(.*\) grew by \d+ kB \(\+\d+\.\d %\) against the last build of main; its budget is 20 kB\.$/,
            ),
            explanation: expect.stringMatching(/^\+\d+ kB \(.*\): .+\.\n/),
            evidence: [{ file: join(burrow.root, 'second/burrow.toml'), line: 4 }, {}, {}],
            fix: { kind: 'command', command: 'burrow compare b1 b2' },
          },
        ],
      },
    });
    // The same program again, from a file that is not recorded, and in Chinese.
    const file = await burrow.run(['check', '--file', 'bin/shop', '--lang', 'zh-CN'], second.how);
    expect(file).toMatchObject({
      exitCode: 3,
      stdout: expect.stringContaining('超出预算 20 kB；比较基准：main 的最近一次构建。'),
    });
    expect((await burrow.json(['history'], second.how)).document).toMatchObject({ total: 2 });

    // On main it is measured against the build before on main, whatever was built on branches.
    const third = await job('third', 'main', 'second', { CI_COMMIT_BRANCH: 'main' });
    expect(third.checked).toMatchObject({ exitCode: 0, document: { limits: 2, findings: [] } });
    expect((await burrow.run(['check'], third.how)).stdout).toMatch(
      /\nAll budgets are kept: 2 limits checked in 1 program\.$/,
    );
  });

  it('are measured against the last tag', async () => {
    await git('origin', 'tag', 'v1.0.0', 'main');
    const toml = '[[budget]]\nmax-growth = 0\nagainst = "last-tag"\n';
    await burrow.write('origin/burrow.toml', toml);
    await commit('origin', 'Measure against the last release');
    const { checked } = await job('release', 'larger', 'first');
    expect(checked).toMatchObject({
      exitCode: 3,
      document: {
        findings: [{ title: expect.stringContaining('against the build of v1.0.0; its budget is 0 B.') }],
      },
    });
  });

  it.each([
    ['a folder without a file', null, 2, 'budget.no-file'],
    ['a size that is none', '[[budget]]\nmax = "much"\n', 2, 'budget.file-invalid'],
    ['a project of which nothing is recorded', '[[budget]]\nmax = "1 MB"\n', 1, 'budget.nothing-built'],
  ])('fail in %s', async (_name, text, exitCode, code) => {
    await mkdir(join(burrow.root, 'other'), { recursive: true });
    if (text) await burrow.write('other/burrow.toml', text);
    const said = await burrow.json(['check', 'other']);
    expect(said).toMatchObject({ exitCode, document: { error: { code } } });
    const { message } = (said.document as { error: { message: string } }).error;
    if (text?.includes('much'))
      expect(message).toBe(`${join(burrow.root, 'other/burrow.toml')}:2: "much" is not a size.`);
  });
});
