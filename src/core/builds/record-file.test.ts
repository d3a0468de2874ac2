import { expect, it } from 'vitest';
import { programFacts } from './record-file.ts';

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

it('returns the same facts as a build by Burrow', () => {
  expect(programFacts(program)).toEqual({
    subject: './cmd/server',
    cgo: false,
    flags: ['-ldflags=-s -w -X main.token=***', '-trimpath'],
    vcs: { commit: '4f1c', dirty: true, branch: null },
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
  ['example.com/shop', shop, '.'],
  ['example.com/shopping/cmd/x', shop, 'example.com/shopping/cmd/x'],
  ['command-line-arguments', null, 'server'],
  ['', null, 'server'],
  ['cmd/go', null, 'cmd/go'],
])('names %j like the history', (mainPackage, mainModule, subject) => {
  expect(programFacts({ ...program, mainPackage, mainModule }).subject).toBe(subject);
});
