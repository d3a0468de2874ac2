import { array, assert, constantFrom, property } from 'fast-check';
import { expect, it } from 'vitest';
import { wholeBlocks } from './blocks.ts';

/** The lines that are taken out; `*` marks the manager's lines. */
function removed(text: string, shell: 'sh' | 'fish' = 'sh'): string[] {
  const lines = text.split('\n').map((line) => line.trim());
  const marked = lines.map((line) => line.includes('*'));
  const taken = wholeBlocks(lines, marked, shell);
  return lines.filter((_, index) => taken[index]);
}

it.each([
  ['a lone line', 'a\n*\nb', ['*']],
  ['an if around nothing else', 'if x; then\n  *\nfi\nb', ['if x; then', '*', 'fi']],
  ['then on its own line', 'if x\nthen\n*\nfi', ['if x', 'then', '*', 'fi']],
  ['an if with both branches', 'if x; then\n*1\nelse\n*2\nfi', ['if x; then', '*1', 'else', '*2', 'fi']],
  ['comments inside are ignored', 'if x; then\n# why\n\n*\nfi', ['if x; then', '*', 'fi']],
  ['an if around other lines', 'if x; then\n*\nb\nfi', ['*']],
  ['an if in an if', 'if x; then\nif y; then\n*\nfi\nfi', ['if x; then', 'if y; then', '*', 'fi', 'fi']],
  ['an if in an if around other lines', 'if x; then\nif y; then\n*\nfi\nb\nfi', ['if y; then', '*', 'fi']],
  [
    "the manager's condition, around its line",
    'if [ -f * ]; then\n. *\nfi',
    ['if [ -f * ]; then', '. *', 'fi'],
  ],
  ["the manager's condition, around something else", 'if [ -f * ]; then\nb\nfi', []],
  ['an if in one line', 'if x; then *; fi\nb', ['if x; then *; fi']],
  ['an if that never ends', 'if *; then\n*', ['*']],
  ['a fi without an if', '*\nfi', ['*']],
])('%s', (_, text, lines) => expect(removed(text)).toEqual(lines));

it('matches the blocks of fish', () => {
  expect(removed('if x\n*\nelse\n*\nend\nb', 'fish')).toEqual(['if x', '*', 'else', '*', 'end']);
  expect(removed('function f\nif x\n*\nend\nend', 'fish')).toEqual(['if x', '*', 'end']);
  expect(removed('function f\n*\nend', 'fish')).toEqual(['*']);
});

it('takes out the start and the end of an if together, for arbitrary lines', () => {
  const line = constantFrom('if x; then', 'then', 'else', 'fi', 'a', '*', '# c', '', 'if y; then *; fi');
  assert(
    property(array(line), (lines) => {
      const left = removed(lines.join('\n'));
      const count = (word: RegExp) => left.filter((each) => word.test(each)).length;
      expect(count(/^if x/)).toBe(count(/^fi$/));
    }),
  );
});
