import { describe, expect, it } from 'vitest';
import type { Move } from '../comparison.ts';
import { changeOf, programTree } from './program-tree.ts';

type Side = Parameters<typeof programTree>[0];

const side = (
  packages: Record<string, number>,
  { modules = [] as string[], unowned = [] as Side['unowned'], bytes = 1000 } = {},
): Side => ({
  artifact: { path: '/x', bytes, sha256: '' },
  mainModule: 'example.com/shop',
  modules: modules.map((path) => ({ path, version: 'v1.0.0', sum: null, replacedBy: null })),
  packages: Object.entries(packages).map(([path, size]) => ({
    path,
    bytes: size,
    codeBytes: size,
    functions: 1,
    parts: [],
    inlinedIn: null,
    inlinedOut: null,
  })),
  unowned,
});

const told = (parts: ReturnType<typeof programTree>) =>
  parts.map((each) => [each.name, each.bytes, changeOf(each)]);

const move = (kind: Move['kind'], from: string, to: string): Move => ({
  kind,
  from: [from],
  to: [to],
  moved: 1,
  withModule: false,
  a: 1,
  b: 1,
  change: 0,
  percent: 0,
});

describe('programTree', () => {
  const b = side(
    {
      main: 100,
      runtime: 300,
      'net/http': 200,
      'example.com/a': 50,
      'example.com/a/b': 60,
      '(generated)': 5,
    },
    { modules: ['example.com/a'] },
  );

  it('groups by module and adds up to the file, with the rest as a part of its own', () => {
    const tree = programTree(b);
    expect(told(tree)).toEqual([
      ['(standard-library)', 500, undefined],
      ['(unowned)', 285, undefined],
      ['example.com/a', 110, undefined],
      ['example.com/shop', 100, undefined],
      ['(generated)', 5, undefined],
    ]);
    expect(tree.reduce((sum, { bytes }) => sum + bytes, 0)).toBe(1000);
  });

  it('says what was before; what is new was nothing', () => {
    const a = side({ main: 90, runtime: 310, 'example.com/a': 50 }, { modules: ['example.com/a'] });
    const tree = programTree(b, a);
    const [library, rest, module] = tree;
    expect(library && told(library.parts.slice())).toEqual([
      ['runtime', 300, -10],
      ['net/http', 200, 200],
    ]);
    expect(rest && changeOf(rest)).toBe(285 - 550);
    expect(module && [changeOf(module), ...module.parts.map(({ before }) => before)]).toEqual([60, 50, null]);
  });

  it('knows nothing of before if the packages of A are not known', () => {
    expect(programTree(b, side({})).every(({ before }) => before === undefined)).toBe(true);
  });

  it('divides what belongs to no package by bucket', () => {
    const now = side({ main: 1 }, { unowned: [{ name: 'symbols', bytes: 9 }] });
    const then = side({ main: 1 }, { unowned: [{ name: 'other', bytes: 4 }] });
    expect(programTree(now, then)[0]).toMatchObject({
      name: '(unowned)',
      bytes: 9,
      before: 4,
      parts: [{ name: 'symbols', bytes: 9, before: null }],
    });
  });

  it('compares what moved with what it was', () => {
    const [old, young] = ['gopkg.in/yaml.v3', 'go.yaml.in/yaml/v3'];
    const then = side({ [old]: 80, [`${old}/x`]: 7, 'net/old': 3 }, { modules: [old] });
    const now = side({ [young]: 90, [`${young}/x`]: 7, 'net/new': 5 }, { modules: [young] });
    const tree = programTree(now, then, [move('module', old, young), move('package', 'net/old', 'net/new')]);
    const module = tree.find(({ name }) => name === young);
    expect(module && [changeOf(module), ...module.parts.map(changeOf)]).toEqual([10, 10, 0]);
    expect(tree.find(({ name }) => name === '(standard-library)')?.parts.map(changeOf)).toEqual([2]);
  });
});
