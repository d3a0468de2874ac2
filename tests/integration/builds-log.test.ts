import { execa } from 'execa';
import { appendFile, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { logOfBuilds } from '#core/builds';
import { localSystem, type System } from '#core/system';
import { newFolder, removeFolder } from '#testing/folders';

/** A repository with a branch, whose settings name a program to be run wherever a log could need one. */
let root: string;
let repository: string;
let trace: string;
let system: System;
const commits: string[] = [];
let branch: string;

async function git(...args: string[]): Promise<string> {
  const identity = ['-c', 'user.name=Ann Example', '-c', 'user.email=ann@example.com'];
  const env = { PATH: process.env['PATH'], HOME: root, GIT_CONFIG_NOSYSTEM: '1' };
  return (await execa('git', [...identity, ...args], { cwd: repository, env, extendEnv: false })).stdout;
}

async function commit(message: string): Promise<string> {
  await appendFile(join(repository, 'a.txt'), `${message}\n`);
  await git('add', '.');
  await git('commit', '--quiet', `--message=${message}`);
  return git('rev-parse', 'HEAD');
}

beforeAll(async () => {
  root = await newFolder('log');
  repository = join(root, 'shop');
  trace = join(root, 'trace');
  await execa('git', ['init', '--quiet', '--initial-branch=main', repository]);
  for (const message of ['One', 'Two', 'Three', 'Four \u{1F389}'.padEnd(400, 'x')]) {
    commits.push(await commit(message));
  }
  await git('checkout', '--quiet', '-b', 'other', commits[1] ?? '');
  branch = await commit('On a branch');
  system = { ...localSystem(), env: { PATH: process.env['PATH'], HOME: root }, home: root };
});

afterAll(() => removeFolder(root));

const log = (a: string | undefined, b: string | undefined, project: string | null = repository) => {
  const side = (hash: string | undefined) => ({
    project,
    vcs: hash === undefined ? null : { commit: hash, dirty: false, branch: null, tag: null },
  });
  return logOfBuilds(system, side(a), side(b), undefined);
};
const subjects = async (found: ReturnType<typeof log>) => (await found).commits.map(({ subject }) => subject);

it('lists the commits of B that A does not have, newest first, with long subjects cut', async () => {
  const found = await log(commits[0], commits[3]);
  expect(found).toMatchObject({ total: 3, left: 0, shallow: false, unknown: null });
  expect(found.commits.map(({ author }) => author)).toEqual(['Ann Example', 'Ann Example', 'Ann Example']);
  expect(found.commits.map(({ subject }) => subject).slice(1)).toEqual(['Three', 'Two']);
  expect(found.commits[0]?.subject.length).toBeLessThanOrEqual(200);
  expect(found.oldest?.subject).toBe('Two');
  expect(Math.abs(Date.now() - Date.parse(found.oldest?.at ?? ''))).toBeLessThan(600_000);
});

it('counts what is only in A: B is older, or on another branch', async () => {
  expect(await log(commits[3], commits[1])).toMatchObject({ total: 0, left: 2, commits: [], oldest: null });
  expect(await log(commits[3], branch)).toMatchObject({ total: 1, left: 2 });
  expect(await subjects(log(commits[3], branch))).toEqual(['On a branch']);
  expect(await log(commits[2], commits[2])).toMatchObject({ total: 0, left: 0, unknown: null });
});

it.each([
  ['no commit is recorded', undefined, 0, 'no-commit'],
  ['the repository lacks the commit', 'f'.repeat(40), 0, 'a'],
  ['what is recorded is an option', '--output=/tmp/x', 0, 'a'],
  ['what is recorded is a name', 'HEAD', 0, 'a'],
] as const)('%s', async (_, a, b, unknown) => {
  expect(await log(a, commits[b])).toMatchObject({ unknown, commits: [] });
});

it('says where there is no project, or no repository in it', async () => {
  expect(await log(commits[0], commits[1], null)).toMatchObject({ unknown: 'no-project' });
  expect(await log(commits[0], commits[1], root)).toMatchObject({ unknown: 'no-repository' });
  expect(await log(commits[0], commits[1], join(root, 'gone'))).toMatchObject({ unknown: 'no-repository' });
});

it('says that a shallow clone lacks the commit', async () => {
  const shallow = join(root, 'shallow');
  await git('clone', '--quiet', '--depth=1', '--branch=main', `file://${repository}`, shallow);
  expect(await log(commits[0], commits[3], shallow)).toMatchObject({ unknown: 'a', shallow: true });
});

it('runs nothing that the repository names, which a plain git log does', async () => {
  const payload = join(root, 'payload');
  await writeFile(payload, `#!/bin/sh\necho "$0 $*" >>'${trace}'\nexit 1\n`, { mode: 0o755 });
  // A commit with a signature, which git log has a program check.
  const object = (await git('cat-file', 'commit', branch)).replace(
    '\n\n',
    '\ngpgsig -----BEGIN PGP SIGNATURE-----\n \n x\n -----END PGP SIGNATURE-----\n\n',
  );
  const { stdout: signed } = await execa('git', ['hash-object', '-t', 'commit', '-w', '--stdin'], {
    cwd: repository,
    input: `${object}\n`,
  });
  const settings = {
    'log.showSignature': 'true',
    'gpg.program': payload,
    'core.pager': payload,
    'pager.log': payload,
    'core.fsmonitor': payload,
    'diff.external': payload,
    'log.diffMerges': 'on',
    'format.notes': 'true',
  };
  for (const [key, value] of Object.entries(settings)) await git('config', key, value);
  // Git would wait for this one forever.
  const pipe = join(root, 'pipe');
  await execa('mkfifo', [pipe]);
  await git('log', '-1', signed);
  expect(await readFile(trace, 'utf8')).toContain('payload');
  await writeFile(trace, '');
  await git('config', 'mailmap.file', pipe);

  const started = Date.now();
  expect(await subjects(log(commits[0], signed))).toEqual(['On a branch', 'Two']);
  expect(Date.now() - started).toBeLessThan(10_000);
  expect(await readFile(trace, 'utf8')).toBe('');
});
