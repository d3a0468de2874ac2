import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { localSystem } from '#core/system';
import { isProgramFile, mainPackages } from './main-packages.ts';

it.each([
  ['package main\n', true],
  ['\uFEFF// Copyright\n\n/* more\n package no */\n//go:build linux\n\npackage main // x\n', true],
  ['package main', true],
  ['package mainly\n', false],
  ['// package main\npackage shop\n', false],
  ['/* package main */ package shop\n', false],
  ['//go:build ignore\n\npackage main\n', false],
  ['// +build ignore\n\npackage main\n', false],
  ['//go:build !ignore\n\npackage main\n', true],
  ['', false],
])('%j belongs to a program: %s', (head, expected) => {
  expect(isProgramFile(head)).toBe(expected);
});

let module: string;

async function put(files: Record<string, string>): Promise<void> {
  for (const [name, content] of Object.entries(files)) {
    await mkdir(dirname(join(module, name)), { recursive: true });
    await writeFile(join(module, name), content);
  }
}

beforeEach(async () => {
  module = await mkdtemp(join(tmpdir(), 'burrow-main-'));
});

afterEach(() => rm(module, { recursive: true }));

it('finds exactly the programs of a module, from any folder in it', async () => {
  const program = 'package main\n';
  await put({
    'go.mod': 'module example.com/shop\n',
    'gen.go': `//go:build ignore\n\n${program}`,
    'shop.go': 'package shop\n',
    'cmd/server/main.go': program,
    'cmd/report/report.go': `// Report\n${program}`,
    'cmd/report/report_test.go': 'package main\n',
    'only/main_test.go': program,
    'testdata/x/main.go': program,
    'vendor/example.org/x/main.go': program,
    '_old/main.go': program,
    '.git/main.go': program,
    'node_modules/x/main.go': program,
    'tools/go.mod': 'module example.com/tools\n',
    'tools/main.go': program,
    'docs/_draft.go': program,
    'docs/readme.txt': program,
  });
  await symlink(join(module, 'cmd'), join(module, 'loop'));
  expect(await mainPackages(localSystem(), module)).toEqual(['./cmd/report', './cmd/server']);
  expect(await mainPackages(localSystem(), join(module, 'cmd/server'))).toEqual([
    './cmd/report',
    './cmd/server',
  ]);
  expect(await mainPackages(localSystem(), join(module, 'tools'))).toEqual(['.']);
});

it('reports a missing folder', async () => {
  await expect(mainPackages(localSystem(), join(module, 'gone'))).rejects.toMatchObject({
    code: 'folder.not-found',
  });
});
