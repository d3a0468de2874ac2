import { array, assert, constantFrom, property } from 'fast-check';
import { expect, it } from 'vitest';
import { wholeBlocks } from './blocks.ts';

/** The lines that go, `*` marks what belongs to a manager. */
function gone(text: string, shell: 'sh' | 'fish' = 'sh'): string[] {
  const lines = text.split('\n').map((line) => line.trim());
  const marked = lines.map((line) => line.includes('*'));
  const taken = wholeBlocks(lines, marked, shell);
  return lines.filter((_, index) => taken[index]);
}

it.each([
  ['a lone line', 'a\n*\nb', ['*']],
  ['an if around it alone', 'if x; then\n  *\nfi\nb', ['if x; then', '*', 'fi']],
  ['then on its own line', 'if x\nthen\n*\nfi', ['if x', 'then', '*', 'fi']],
  ['an if with both branches', 'if x; then\n*1\nelse\n*2\nfi', ['if x; then', '*1', 'else', '*2', 'fi']],
  ['comments in it count for nothing', 'if x; then\n# why\n\n*\nfi', ['if x; then', '*', 'fi']],
  ['an if around more', 'if x; then\n*\nb\nfi', ['*']],
  ['an if in an if', 'if x; then\nif y; then\n*\nfi\nfi', ['if x; then', 'if y; then', '*', 'fi', 'fi']],
  ['an if in an if around more', 'if x; then\nif y; then\n*\nfi\nb\nfi', ['if y; then', '*', 'fi']],
  [
    'a condition that is theirs, around theirs',
    'if [ -f * ]; then\n. *\nfi',
    ['if [ -f * ]; then', '. *', 'fi'],
  ],
  ['a condition that is theirs, around something else', 'if [ -f * ]; then\nb\nfi', []],
  ['an if in one line', 'if x; then *; fi\nb', ['if x; then *; fi']],
  ['an if that never ends', 'if *; then\n*', ['*']],
  ['a fi that nothing opened', '*\nfi', ['*']],
])('%s', (_, text, lines) => expect(gone(text)).toEqual(lines));

it('knows what ends in fish', () => {
  expect(gone('if x\n*\nelse\n*\nend\nb', 'fish')).toEqual(['if x', '*', 'else', '*', 'end']);
  expect(gone('function f\nif x\n*\nend\nend', 'fish')).toEqual(['if x', '*', 'end']);
  expect(gone('function f\n*\nend', 'fish')).toEqual(['*']);
});

it('takes heads and ends of an if together, whatever the lines are', () => {
  const line = constantFrom('if x; then', 'then', 'else', 'fi', 'a', '*', '# c', '', 'if y; then *; fi');
  assert(
    property(array(line), (lines) => {
      const left = gone(lines.join('\n'));
      const count = (word: RegExp) => left.filter((each) => word.test(each)).length;
      expect(count(/^if x/)).toBe(count(/^fi$/));
    }),
  );
});
