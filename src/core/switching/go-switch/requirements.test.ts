import { expect, it } from 'vitest';
import { lookUp } from './requirements.ts';

it('finds the first line that begins with the keyword, as Go does before it parses the file', () => {
  const text =
    '\uFEFFgo 1.1\nmodule m // go 1.2\ngoo 1.3\ngo\n\t go \t1.22.0 // why\r\ngo 1.23\nrequire (\n\ttoolchain go1.4\n)\n';
  expect(lookUp(text, 'go')).toEqual({ text: '1.22.0', line: 5 });
  // It need not be a directive: this line is inside a block.
  expect(lookUp(text, 'toolchain')).toEqual({ text: 'go1.4', line: 8 });
  expect(lookUp('go //\n', 'go')).toEqual({ text: '', line: 1 });
  expect(lookUp('go\u00A01.22\n', 'go')).toBeNull();
});
