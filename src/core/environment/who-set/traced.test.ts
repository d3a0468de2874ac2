import { expect, it } from 'vitest';
import { adderOf, type Change, placerOf, putBefore, setterOf, type Traced } from './traced.ts';

function start(name: string, ...values: string[]): Traced {
  const changes = values.map((value, line): Change => {
    const setBy = line === 0 ? null : { file: '/h/.zshrc', line, shell: 'zsh', through: [] };
    return { name, value, setBy };
  });
  return { shell: 'zsh', changes, final: new Map([[name, values.at(-1) ?? '']]), unknown: null };
}

it('names the last line that set a value, also if it was there already', () => {
  expect(setterOf(start('GOPATH', '', '/a', '/b', '/a', '/a'), 'GOPATH', '/a')?.line).toBe(4);
  expect(setterOf(start('GOPATH', '', '/a'), 'GOPATH', '/b')).toBeNull();
  expect(setterOf(start('GOPATH', '/a'), 'GOPATH', '/a')).toBeNull();
  expect(setterOf({ ...start('GOPATH', '', '/a'), unknown: 'timed-out' }, 'GOPATH', '/a')).toBeNull();
});

it('names the line that put a folder into PATH and did not lose it again', () => {
  const traced = start('PATH', '/bin', '/a:/bin', '/bin', '/bin:/a', '/b:/bin:/a');
  expect(adderOf(traced, '/a')?.line).toBe(3);
  expect(adderOf(traced, '/b')?.line).toBe(4);
  expect(adderOf(traced, '/bin')).toBeNull();
  expect(adderOf(traced, '/c')).toBeNull();
});

it('names the line that put a folder before another', () => {
  const traced = start('PATH', '/bin', '/bin:/a', '/a:/bin', '/b:/a:/bin');
  expect(putBefore(traced, '/a', '/bin')?.line).toBe(2);
  expect(putBefore(traced, '/b', '/a')?.line).toBe(3);
  expect(putBefore(traced, '/bin', '/a')).toBeNull();
});

it.each([
  // Added at the end, and moved to the front by a later line.
  [['/bin', '/bin:/a', '/a:/bin', '/b:/a:/bin'], { '/a': 2, '/b': 3, '/bin': null }],
  // Moved, though it was there before all lines.
  [['/x:/bin', '/bin:/x'], { '/bin': 1, '/x': null }],
  [['/bin', '/a:/bin', '/a:/c:/bin', '/a:/c:/bin:/d'], { '/a': 1, '/c': 2, '/bin': null, '/d': 3 }],
])('names the line that gave each folder its place: %j', (values, lines) => {
  const traced = start('PATH', ...values);
  const found = Object.keys(lines).map((folder) => [folder, placerOf(traced, folder)?.line ?? null]);
  expect(Object.fromEntries(found)).toEqual(lines);
});
