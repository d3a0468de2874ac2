import { expect, it } from 'vitest';
import { fishAssignment, universalsIn } from './fish-universals.ts';

it("reads fish's file of universal variables", () => {
  const text = [
    '# This file contains fish universal variable definitions.',
    '# VERSION: 3.0',
    String.raw`SETUVAR --export GOPATH:/home/me\x2fgo`,
    String.raw`SETUVAR fish_user_paths:/a\x20b\x1e/c`,
    String.raw`SETUVAR --export --path LIST:\u00e9`,
    String.raw`SETUVAR none:\x1d`,
    'SETUVAR broken',
  ].join('\n');
  expect(universalsIn(text)).toEqual([
    ['GOPATH', { values: ['/home/me/go'], exported: true, line: 3 }],
    ['fish_user_paths', { values: ['/a b', '/c'], exported: false, line: 4 }],
    ['LIST', { values: ['é'], exported: true, line: 5 }],
    ['none', { values: [], exported: false, line: 6 }],
  ]);
});

it('writes them as commands that run nothing', () => {
  expect(fishAssignment('GOPATH', { values: ["/a'; rm -rf \\"], exported: true })).toBe(
    String.raw`set -gx GOPATH '/a\'; rm -rf \\'`,
  );
});
