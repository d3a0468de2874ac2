import { expect, it } from 'vitest';
import { isInIndex, isTemplateOf } from './yadm.ts';

it.each([
  ['.zshrc##template', true],
  ['.zshrc##t', true],
  ['.zshrc##os.Linux,template.j2', true],
  ['.zshrc##os.Linux', false],
  ['.zshrc##default', false],
  ['.zshrc.bak', false],
  ['.zshrc', false],
])('%s is a template of .zshrc: %j', (name, is) => expect(isTemplateOf(name, '.zshrc')).toBe(is));

it('refuses an index of another version, and one that is cut off', () => {
  const index = Buffer.from('DIRC\0\0\0\x04\0\0\0\x01');
  expect(isInIndex(index, '.zshrc')).toBe(false);
  expect(isInIndex(Buffer.from('DIRC\0\0\0\x02'), '.zshrc')).toBe(false);
  expect(isInIndex(Buffer.from('x'), '.zshrc')).toBe(false);
});
