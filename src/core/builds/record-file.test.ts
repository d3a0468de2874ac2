import { expect, it } from 'vitest';
import { builtAt, programFacts } from './record-file.ts';

const shop = 'example.com/shop';
const program = {
  path: '/bin/server',
  mainPackage: 'example.com/shop/cmd/server',
  mainModule: shop,
  projectModule: null,
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

it('returns the same facts as a build by Burrow', () => {
  expect(programFacts(program)).toEqual({
    subject: './cmd/server',
    cgo: false,
    flags: ['-ldflags=-s -w -X main.token=***', '-trimpath'],
    vcs: { commit: '4f1c', dirty: true, branch: null, tag: null },
  });
});

it('returns null for facts that the program does not contain', () => {
  expect(programFacts({ ...program, settings: [] })).toEqual({
    subject: './cmd/server',
    cgo: null,
    flags: [],
    vcs: null,
  });
});

it.each([
  ['the root of a module', shop, shop, null, 'example.com/shop'],
  ['a command', 'example.com/shop/cmd/server', shop, null, './cmd/server'],
  ['a command, for its project', 'example.com/shop/cmd/server', shop, shop, './cmd/server'],
  [
    "a command of another module than the project's",
    'example.org/tool/cmd/x',
    'example.org/tool',
    shop,
    'example.org/tool/cmd/x',
  ],
  [
    'a package whose path only begins like the module',
    'example.com/shopping/cmd/x',
    shop,
    null,
    'example.com/shopping/cmd/x',
  ],
  ['files', 'command-line-arguments', null, null, 'server'],
  ['what is not recorded', null, null, null, 'server'],
  ['a command of Go', 'cmd/go', null, null, 'cmd/go'],
])('names %s', (_name, mainPackage, mainModule, projectModule, subject) => {
  expect(programFacts({ ...program, mainPackage, mainModule, projectModule }).subject).toBe(subject);
});

it.each([
  ['2026-03-04T05:06:07Z', { at: '2026-03-04T05:06:07.000Z', from: 'vcs' }],
  ['2026-03-04T05:06:07+02:00', { at: '2026-03-04T03:06:07.000Z', from: 'vcs' }],
  ['yesterday', { at: '1985-10-26T08:15:00.000Z', from: 'file' }],
  [null, { at: '1985-10-26T08:15:00.000Z', from: 'file' }],
])('of the commit time %s and that of the file', (time, expected) => {
  const settings = time === null ? [] : [{ key: 'vcs.time', value: time }];
  expect(builtAt(settings, new Date('1985-10-26T08:15:00Z'))).toEqual(expected);
});
