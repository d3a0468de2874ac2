import { applyPatch, parsePatch } from 'diff';
import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { stressed } from '#testing/stress';
import { unifiedDiff } from './diff.ts';

const lines = (...numbers: number[]) => numbers.map((number) => `line ${number}\n`).join('');
const ten = lines(1, 2, 3, 4, 5, 6, 7, 8, 9, 10);

it.each([
  ['nothing', ten, ten, ''],
  ['a new file', null, 'a\n', '--- /dev/null\n+++ /h/f\n@@ -0,0 +1,1 @@\n+a\n'],
  ['a deleted file', 'a\n', null, '--- /h/f\n+++ /dev/null\n@@ -1,1 +0,0 @@\n-a\n'],
  ['an empty file that is new', null, '', '--- /dev/null\n+++ /h/f\n'],
  [
    'a line in the middle, with three lines around it',
    ten,
    ten.replace('line 5', 'line five'),
    '--- /h/f\n+++ /h/f\n@@ -2,7 +2,7 @@\n line 2\n line 3\n line 4\n-line 5\n+line five\n line 6\n line 7\n line 8\n',
  ],
  [
    'a missing last newline',
    ten.trimEnd(),
    `${ten}11\n`,
    '--- /h/f\n+++ /h/f\n@@ -7,4 +7,5 @@\n line 7\n line 8\n line 9\n-line 10\n\\ No newline at end of file\n+line 10\n+11\n',
  ],
  [
    'UTF-8, which shells read',
    '# \xc3\xa9\n',
    '# \xc3\xa8\n',
    '--- /h/f\n+++ /h/f\n@@ -1,1 +1,1 @@\n-# é\n+# è\n',
  ],
])('shows %s', (_, before, after, diff) => expect(unifiedDiff('/h/f', before, after)).toBe(diff));

it('shows no line of a hostile file name', () => {
  expect(unifiedDiff('/h/a\n+evil\u001b[2J', 'a\n', 'b\n')).toMatch(/^--- \/h\/a�\+evil�\[2J\n\+\+\+ /);
});

it('names a file as people write it', () => {
  expect(unifiedDiff('/h/张三/.zshrc', 'a\n', 'b\n')).toBe(
    '--- /h/张三/.zshrc\n+++ /h/张三/.zshrc\n@@ -1,1 +1,1 @@\n-a\n+b\n',
  );
});

it('turns one text into the other, wherever they differ', () => {
  const text = fc
    .array(fc.constantFrom('a\n', 'b\n', 'c\n', '\n', 'a', '\r\n'), { maxLength: 40 })
    .map((all) => all.join(''));
  fc.assert(
    fc.property(text, text, text, text, fc.constantFrom(1, 1, 1, 700), (head, one, other, tail, times) => {
      // Long texts are compared in pieces.
      const [start, end] = [head.repeat(times), tail.repeat(times)];
      const [before, after] = [start + one + end, start + other + end];
      fc.pre(before !== after);
      const [patch] = parsePatch(unifiedDiff('/h/f', before, after));
      expect(patch && applyPatch(before, patch, { autoConvertLineEndings: false })).toBe(after);
      // No fuzz: each hunk stands where it says.
      for (const { oldStart, lines: hunk } of patch?.hunks ?? []) {
        const old = hunk.filter((line) => /^[ -]/.test(line)).map((line) => line.slice(1));
        const at = old.length === 0 ? oldStart : oldStart - 1;
        expect(before.split('\n').slice(at, at + old.length)).toEqual(old);
      }
    }),
    { numRuns: stressed(1000, 20_000) },
  );
});
