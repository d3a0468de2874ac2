import { expect, it } from 'vitest';
import type { CallGraph } from '#core/binaries';
import { leaveOut } from './graph.ts';
import { type PackageBytes, savingOf } from './saving.ts';

/** `yaml` and `scanner` are lost without `yaml`, which shares `strings` with the rest; `runtime` is everywhere. */
const imports = new Map([
  ['example.com/shop', ['yaml', 'strings', 'runtime']],
  ['yaml', ['scanner', 'strings', 'runtime']],
  ['scanner', ['runtime']],
  ['strings', ['runtime']],
  ['runtime', []],
]);
const outside = leaveOut(imports, ['example.com/shop'], new Set(['yaml']));

const size = (bytes: number, withCode: number, byShare = 0): PackageBytes => ({ bytes, withCode, byShare });
const sizes = {
  packages: new Map([
    ['main', size(20, 20)],
    ['yaml', size(100, 80, 10)],
    ['scanner', size(50, 50)],
    ['strings', size(70, 60)],
    ['runtime', size(1000, 800)],
    ['(generated)', size(40, 40)],
  ]),
  keyOf: (path: string) => (path === 'example.com/shop' ? 'main' : path),
  unowned: 3,
};

/** Of `strings`, 30 bytes of code are reached without `yaml`, 20 of them certainly; of `runtime`, 400 and 380. */
const calls: CallGraph = {
  code: new Map([
    ['main', 10],
    ['yaml', 50],
    ['scanner', 25],
    ['strings', 40],
    ['runtime', 400],
    ['(generated)', 25],
  ]),
  reached: (isLeftOut, how) =>
    new Map(
      [
        ['main', 10, 10] as const,
        ['yaml', 50, 50] as const,
        ['scanner', 25, 25] as const,
        ['strings', isLeftOut('yaml') ? 30 : 40, isLeftOut('yaml') ? 20 : 40] as const,
        ['runtime', 400, 380] as const,
        ['(generated)', 25, 25] as const,
      ]
        .filter(([path]) => !isLeftOut(path))
        .map(([path, possibly, certainly]) => [path, how === 'possibly' ? possibly : certainly]),
    ),
};

it('saves at least what is lost without its shares, at most also what is shared and what nobody owns', () => {
  expect(savingOf(imports, outside, sizes, null)).toEqual({ min: 140, max: 223, basis: 'imports' });
});

it('saves at least the code that only the lost packages reach', () => {
  expect(savingOf(imports, outside, sizes, calls).min).toBe(140 + 10);
});

it('saves at most what is not certainly reached otherwise, and never more than by imports', () => {
  // Of `strings`, half of its code and all of its data; of `runtime`, a twentieth and all; of `(generated)`, as of all code.
  const certain = 10 + 20 + 380 + 25;
  const max = 153 + (60 / 2 + 10) + (800 / 20 + 200) + 40 * (1 - certain / 550);
  expect(max).toBeGreaterThan(223);
  expect(savingOf(imports, outside, sizes, calls)).toEqual({ min: 150, max: 223, basis: 'calls' });
  const large = { ...sizes, packages: new Map([...sizes.packages, ['strings', size(900, 890)]]) };
  const ofLarge = 153 + (890 / 2 + 10) + (800 / 20 + 200) + 40 * (1 - certain / 550);
  expect(savingOf(imports, outside, large, calls).max).toBe(Math.round(ofLarge));
});

it('is never less at most than at least', () => {
  const none: CallGraph = { code: new Map(), reached: () => new Map() };
  const { min, max } = savingOf(imports, outside, sizes, none);
  expect(max).toBeGreaterThanOrEqual(min);
});
