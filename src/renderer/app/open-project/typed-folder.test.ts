import { describe, expect, it, test } from 'vitest';
import { completed, divide, fromHome, matching } from './typed-folder.ts';

test.each([
  ['', '~/', ''],
  ['~', '~/', ''],
  ['shop', '~/', 'shop'],
  ['~/dev', '~/', 'dev'],
  ['~/dev/', '~/dev/', ''],
  ['dev/sh', '~/dev/', 'sh'],
  ['/', '/', ''],
  ['/srv/ap', '/srv/', 'ap'],
  ['C:\\dev\\sh', 'C:\\dev\\', 'sh'],
  ['/srv/a\\b', '/srv/', 'a\\b'],
])('%j lists %s for names with %j', (typed, folder, start) => {
  expect(divide(typed)).toEqual({ folder, start });
});

test.each([
  ['~/dev/a', '~/dev/a'],
  ['dev/a', '~/dev/a'],
  ['/srv/a', '/srv/a'],
  ['d:/a', 'd:/a'],
])('%s opens %s', (typed, path) => expect(fromHome(typed)).toBe(path));

const folders = ['.cache', 'api', 'shop', 'shop-web', 'Workshop'].map((name) => ({
  name,
  path: `/home/${name}`,
  hasGoMod: false,
}));

describe('typing filters the folder', () => {
  test.each([
    ['', ['api', 'shop', 'shop-web', 'Workshop']],
    ['SH', ['shop', 'shop-web', 'Workshop']],
    ['.', ['.cache']],
    ['x', []],
  ])('%j', (start, names) => expect(matching(folders, start).map(({ name }) => name)).toEqual(names));
});

describe('Tab completes', () => {
  test.each([
    ['~/a', '~/api/'],
    ['~/s', '~/shop'],
    ['work', '~/Workshop/'],
  ])('%s to %s', (typed, to) => expect(completed(typed, folders)).toBe(to));

  it('leaves what is whole, ambiguous or not there', () => {
    for (const typed of ['~/shop', '~/x', '~/']) expect(completed(typed, folders)).toBe(null);
  });
});
