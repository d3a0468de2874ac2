import { execa } from 'execa';
import { existsSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { importersOf } from '#core/builds';
import { localSystem, type System } from '#core/system';
import { newFolder, removeFolder } from '#testing/folders';
import { packageSize } from '#testing/package-sizes';

/** A project in a folder of a repository, whose settings name a program to be run on the content of Go files. */
let root: string;
let project: string;
let ran: string;
let system: System;
let commit: string;

const files: Record<string, string> = {
  'main.go': 'package main\n\nimport (\n\t"fmt"\n\n\tlog "go.uber.org/zap" // structured\n)\n',
  'internal/kube/kube.go': 'package kube\n\nimport (\n\t_ "embed"\n\t"k8s.io/client-go/kubernetes"\n)\n',
  'internal/kube/a\tb.go': 'package kube\n\nimport "k8s.io/client-go/rest"\n',
  'internal/unused/unused.go': 'package unused\n\nimport "k8s.io/client-go/rest"\n',
  'internal/text/text.go': 'package text\n\nvar s = []string{\n\t"k8s.io/client-go/rest",\n}\n',
  'internal/text/text_test.go': 'package text\n\nimport "k8s.io/client-go/rest"\n',
  'internal/other/other.go': 'package other\n\nimport "k8s.io/client-gone"\n',
  'vendor/k8s.io/client-go/rest/x.go': 'package rest\n\nimport "k8s.io/client-go/y"\n',
};

beforeAll(async () => {
  root = await newFolder('importers');
  project = join(root, 'repository/shop');
  ran = join(root, 'ran');
  for (const [name, content] of Object.entries(files)) {
    await mkdir(dirname(join(project, name)), { recursive: true });
    await writeFile(join(project, name), content);
  }
  await writeFile(join(project, '../.gitattributes'), '*.go diff=go\n');
  const env = { PATH: process.env['PATH'], HOME: root, GIT_CONFIG_NOSYSTEM: '1' };
  const git = async (...args: string[]) =>
    (await execa('git', args, { cwd: join(root, 'repository'), env, extendEnv: false })).stdout;
  await git('init', '--quiet');
  await git('add', '--force', '.');
  await git('-c', 'user.name=a', '-c', 'user.email=a@example.com', 'commit', '--quiet', '--message=One');
  await git('config', 'diff.go.textconv', `touch ${ran}; cat`);
  await git('config', 'core.pager', `touch ${ran}; cat`);
  commit = await git('rev-parse', 'HEAD');
  system = { ...localSystem(), env: { PATH: process.env['PATH'], HOME: root }, home: root };
});

afterAll(() => removeFolder(root));

const module = (path: string) => ({ path, version: 'v1.0.0', sum: null, replacedBy: null });
const built = (vcs: { commit: string; dirty: boolean } | null) => ({
  project,
  vcs: vcs && { ...vcs, branch: null, tag: null },
  subject: 'example.com/shop',
  mainModule: 'example.com/shop',
  modules: [module('k8s.io/client-go'), module('go.uber.org/zap'), module('rsc.io/quote')],
  packages: ['main', 'kube', 'text', 'other'].map((name) =>
    packageSize(name === 'main' ? name : `example.com/shop/internal/${name}`, 100),
  ),
});
const importers = async (b: ReturnType<typeof built>, before: string[] = []) =>
  Object.fromEntries(await importersOf(system, { modules: before.map(module) }, b, undefined));

it('names the packages in the program that import a new module', async () => {
  expect(await importers(built({ commit, dirty: false }))).toEqual({
    'k8s.io/client-go': ['internal/kube'],
    'go.uber.org/zap': ['shop'],
  });
  expect(existsSync(ran)).toBe(false);
});

it('asks about new modules only', async () => {
  const b = built({ commit, dirty: false });
  expect(await importers(b, ['k8s.io/client-go'])).toEqual({ 'go.uber.org/zap': ['shop'] });
});

it.each([
  ['with uncommitted changes', () => ({ commit, dirty: true })],
  ['of a commit that is not there', () => ({ commit: 'a'.repeat(40), dirty: false })],
  ['of something that is no commit', () => ({ commit: '--open-files-in-pager=touch', dirty: false })],
  ['without a revision', () => null],
])('knows nothing of a build %s', async (_what, vcs) => {
  expect(await importers(built(vcs()))).toEqual({});
  expect(existsSync(ran)).toBe(false);
});
