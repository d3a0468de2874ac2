import { expect, it } from 'vitest';
import { imageBudgetOf, parseImageBudgets } from './parse-image.ts';

it('reads the budgets of images, with the lines on which they begin', () => {
  const text = `[[budget]]
max = "25 MB"

[[image]]
name = "shop"
max-size = "60 MB"
measure = "compressed"
max-waste = 0
secrets = false

[[image]]
root = false
base = ["scratch", "debian:12"]
`;
  const [shop, all, none] = parseImageBudgets(text, 'burrow.toml');
  expect(shop).toMatchObject({
    line: 4,
    name: 'shop',
    maxSize: { bytes: 60_000_000, measure: 'compressed' },
    maxWaste: 0,
    noSecrets: true,
    noRoot: false,
    bases: null,
  });
  expect(shop?.written['max-size']).toBe('max-size = "60 MB", measure = "compressed"');
  expect(all).toMatchObject({
    line: 11,
    name: null,
    maxSize: null,
    noRoot: true,
    bases: ['scratch', 'debian:12'],
  });
  expect(none).toBeUndefined();
  expect(parseImageBudgets('[[budget]]\nmax = 1\n', 'burrow.toml')).toEqual([]);
});

it.each([
  ['a key that there is not', 'max-size = 1\nmax-wast = 1', { kind: 'unknown-key', nearest: 'max-waste' }, 3],
  ['no limit', 'name = "shop"', { kind: 'no-image-limit' }, 1],
  ['what allows everything', 'secrets = true', { kind: 'no-image-limit' }, 1],
  ['no size', 'max-size = "large"', { kind: 'no-size', key: 'max-size' }, 2],
  ['a measure that there is not', 'max-size = 1\nmeasure = "disk"', { kind: 'unknown-measure' }, 3],
  ['a measure of nothing', 'root = false\nmeasure = "tar"', { kind: 'measure-nothing' }, 3],
  ['a text for a flag', 'secrets = "no"', { kind: 'no-flag', key: 'secrets' }, 2],
  ['a number for a base', 'base = [12]', { kind: 'no-texts', key: 'base' }, 2],
  ['no base', 'base = []', { kind: 'no-texts', key: 'base' }, 2],
  ['an empty name', 'name = " "\nroot = false', { kind: 'empty', key: 'name' }, 2],
])('refuses %s, and names the line', (_what, entry, problem, line) => {
  try {
    parseImageBudgets(`[[image]]\n${entry}\n`, 'burrow.toml');
    expect.unreachable();
  } catch (error) {
    expect(error).toMatchObject({ code: 'budget.file-invalid', params: { line, problem } });
  }
});

it('writes limits of the command line as options', () => {
  const entry = { 'max-size': '60MB', measure: 'tar', secrets: false, base: ['scratch', 'debian:12'] };
  const { written } = imageBudgetOf(entry, null, () => new Error('invalid'));
  expect(written).toMatchObject({
    'max-size': '--max-size 60MB --measure tar',
    secrets: '--no-secrets',
    base: '--base scratch debian:12',
  });
});
