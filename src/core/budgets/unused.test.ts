import { expect, it } from 'vitest';
import '#contract/budget-failures';
import { detailOf, programRecord } from '#testing/example-builds';
import { packageSize } from '#testing/package-sizes';
import { parseBudgets } from './parse.ts';
import { unused } from './unused.ts';

const api = { path: 'k8s.io/api', version: 'v0.29.0', sum: null, replacedBy: null };
const program = (packages = [packageSize('k8s.io/api/core', 10), packageSize('fmt', 10)]) =>
  detailOf('b1', programRecord({ subject: './cmd/server', mainModule: null, modules: [api], packages }));

it.each([
  ['max = "1 MB"', []],
  ['max = "1 MB"\nprogram = "./cmd/server"', []],
  ['max = "1 MB"\nprogram = "./cmd/sever"', ['budget.no-program']],
  ['max = "1 MB"\nmodule = "k8s.io/api"', []],
  ['max = "1 MB"\nmodule = "k8s.io/*"', []],
  ['max = "1 MB"\nmodule = "std"', []],
  ['max = "1 MB"\nmodule = "k8s.io/apis"', ['budget.no-module']],
  ['max = "1 MB"\nmodule = "k8s.oi/*"', ['budget.no-module']],
  ['max-growth = "2 %"\nmodule = "k8s.io/apis"', ['budget.no-module']],
  ['max = 0\nmodule = "github.com/*"', []],
  ['max = "1 MB"\nbucket = "code"', []],
])('%s', (text, codes) => {
  const [budget] = parseBudgets(`[[budget]]\n${text}`, 'burrow.toml');
  const found = budget && unused(budget, [program()], { file: 'burrow.toml', all: true });
  expect(found?.map(({ reason }) => reason.code)).toEqual(codes);
});

it('does not say it of a program whose modules are not known', () => {
  const [budget] = parseBudgets('[[budget]]\nmax = 1\nmodule = "a.b/c"', 'burrow.toml');
  expect(budget && unused(budget, [program([])], { file: 'burrow.toml', all: true })).toEqual([]);
});

it.each([
  [true, 'program = "./cmd/sever"', 'warning'],
  [false, 'program = "./cmd/sever"', 'info'],
  [true, 'module = "k8s.io/apis"', 'info'],
])('where all programs are checked (%s), %s is %s', (all, names, severity) => {
  const [budget] = parseBudgets(`[[budget]]\nmax = 1\n${names}`, 'burrow.toml');
  const found = budget && unused(budget, [program()], { file: 'burrow.toml', all });
  expect(found?.map((each) => each.severity)).toEqual([severity]);
});
