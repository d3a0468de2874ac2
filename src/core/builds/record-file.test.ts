import { expect, it } from 'vitest';
import { toldByProgram } from './record-file.ts';

const shop = { path: 'example.com/shop', version: '(devel)', sum: null, replacedBy: null };
const program = {
  path: '/bin/server',
  mainPackage: 'example.com/shop/cmd/server',
  mainModule: shop,
  settings: [
    { key: '-buildmode', value: 'exe' },
    { key: '-compiler', value: 'gc' },
    { key: '-ldflags', value: '-s -w -X main.token=hunter2' },
    { key: '-trimpath', value: 'true' },
    { key: 'CGO_ENABLED', value: '0' },
    { key: 'GOARCH', value: 'amd64' },
    { key: 'vcs', value: 'git' },
    { key: 'vcs.revision', value: '4f1c' },
    { key: 'vcs.modified', value: 'true' },
  ],
};

it('says what a build of Burrow would have said', () => {
  expect(toldByProgram(program)).toEqual({
    subject: './cmd/server',
    cgo: false,
    flags: ['-ldflags=-s -w -X main.token=***', '-trimpath'],
    vcs: { commit: '4f1c', dirty: true, branch: null },
  });
});

it('says nothing that the program does not', () => {
  expect(toldByProgram({ ...program, settings: [] })).toEqual({
    subject: './cmd/server',
    cgo: null,
    flags: [],
    vcs: null,
  });
});

it.each([
  ['example.com/shop', shop, '.'],
  ['example.com/shopping/cmd/x', shop, 'example.com/shopping/cmd/x'],
  ['command-line-arguments', null, 'server'],
  ['', null, 'server'],
  ['cmd/go', null, 'cmd/go'],
])('names %j as history does', (mainPackage, mainModule, subject) => {
  expect(toldByProgram({ ...program, mainPackage, mainModule }).subject).toBe(subject);
});
