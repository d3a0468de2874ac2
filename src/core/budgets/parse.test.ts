import { describe, expect, it } from 'vitest';
import '#contract/budget-failures';
import { parseBudgets } from './parse.ts';

const whole = `
# The release must stay small.
[[budget]]
max = "25 MB"

[[budget]]
program = "./cmd/server"
max-growth = "1.5 %"
against = "main"

  [["budget"]]
module = "k8s.io/*"
max = 5_000_000
max-growth = "200 kB"
against = "last-tag"

[[budget]]
bucket = "debug-info"
max = "0 B"
`;

it('reads every kind of budget, with its line', () => {
  const common = {
    program: null,
    part: { kind: 'total' },
    max: null,
    maxGrowth: null,
    against: { kind: 'previous' },
  };
  expect(parseBudgets(whole, 'burrow.toml')).toEqual([
    { ...common, line: 3, written: 'max = "25 MB"', max: 25e6 },
    {
      ...common,
      line: 6,
      written: 'max-growth = "1.5 %", against = "main"',
      program: './cmd/server',
      maxGrowth: { percent: 1.5 },
      against: { kind: 'branch', name: 'main' },
    },
    {
      ...common,
      line: 11,
      written: 'max = 5000000, max-growth = "200 kB", against = "last-tag"',
      part: { kind: 'module', name: 'k8s.io/*' },
      max: 5e6,
      maxGrowth: { bytes: 2e5 },
      against: { kind: 'last-tag' },
    },
    { ...common, line: 17, written: 'max = "0 B"', part: { kind: 'bucket', name: 'debug-info' }, max: 0 },
  ]);
});

it.each([
  ['previous', { kind: 'previous' }],
  ['last-tag', { kind: 'last-tag' }],
  ['b12', { kind: 'build', id: 'b12' }],
  ['release/1.x', { kind: 'branch', name: 'release/1.x' }],
  ['b0', { kind: 'branch', name: 'b0' }],
])('measures against %s', (text, against) => {
  const [budget] = parseBudgets(`[[budget]]\nmax-growth = 0\nagainst = "${text}"`, 'burrow.toml');
  expect(budget?.against).toEqual(against);
});

it('also reads a list of inline tables, and a file with CRLF', () => {
  expect(parseBudgets('\uFEFFbudget = [{ max = "1 B" }]\r\n', 'x')).toMatchObject([{ line: 1, max: 1 }]);
  expect(parseBudgets('[[budget]]\r\nmax = "1 B"\r\n', 'x')).toMatchObject([{ line: 1, max: 1 }]);
});

const budget = (text: string) => `\n[[budget]]\nmax = "1 MB"\n\n[[budget]]\n${text}`;

describe('what is not understood', () => {
  it.each([
    ['', 1, 'no-budget'],
    ['[[budget]]\nmax = ', 2, 'syntax'],
    ['[budget]\nmax = "1 MB"', 1, 'no-list'],
    ['budget = 3', 1, 'no-list'],
    ['# sizes\n\n[[budgets]]\nmax = "1 MB"', 3, 'unknown-key'],
    [budget('maximum = "1 MB"'), 6, 'unknown-key'],
    [budget('max = "25 XB"'), 6, 'no-size'],
    [budget('max = "2 %"'), 6, 'no-size'],
    [budget('max = -1'), 6, 'no-size'],
    [budget('max = 1.5'), 6, 'no-size'],
    [budget('max = "1e3 MB"'), 6, 'no-size'],
    [budget('max = true'), 6, 'no-size'],
    [budget('\n# how much\nmax-growth = "a lot"'), 8, 'no-size'],
    [budget('module = 3\nmax = "1 MB"'), 6, 'no-text'],
    [budget('max = "1 MB"\nprogram = ""'), 7, 'empty'],
    [budget('max = "9999999999 GB"'), 6, 'no-size'],
    [budget('max = "1 MB"\nbucket = "text"'), 7, 'unknown-bucket'],
    [budget('max = "1 MB"\nmodule = "a.b/c"\nbucket = "code"'), 8, 'two-parts'],
    [budget('module = "a.b/c"'), 5, 'no-limit'],
    [budget('max = "1 MB"\nagainst = "main"'), 7, 'against-nothing'],
    [budget('max = "1 MB"\nmax = "2 MB"'), 7, 'syntax'],
    [budget('max = "1 MB"\n__proto__ = 1'), 7, 'unknown-key'],
  ])('%j: line %d, %s', (text, line, kind) => {
    expect(() => parseBudgets(text, '/shop/burrow.toml')).toThrow(
      expect.objectContaining({
        code: 'budget.file-invalid',
        params: { path: '/shop/burrow.toml', line, problem: expect.objectContaining({ kind }) },
      }),
    );
  });

  it.each(['inf', '-inf', 'nan', '-1', '1.5', 'true', '"1 Mb"', '[1]'])(
    '%s is named as it is written',
    (value) => {
      expect(() => parseBudgets(budget(`max = ${value}`), 'x')).toThrow(
        expect.objectContaining({
          params: expect.objectContaining({ problem: expect.objectContaining({ value }) }),
        }),
      );
    },
  );

  it.each([
    ['max_growth', 'max-growth'],
    ['Max', 'max'],
    ['modules', 'module'],
    ['colour', null],
  ])('%s is probably %s', (key, nearest) => {
    expect(() => parseBudgets(budget(`${key} = "1 MB"`), 'x')).toThrow(
      expect.objectContaining({
        params: expect.objectContaining({ problem: { kind: 'unknown-key', key, nearest } }),
      }),
    );
  });
});
