import { array, assert, constantFrom, oneof, property, string } from 'fast-check';
import { expect, it } from 'vitest';
import { firstWords } from '#core/toolchains';
import { pinText } from './pin-file.ts';

it.each([
  ['nothing', null, '1.26.1\n'],
  ['a version', '1.22.5\n', '1.26.1\n'],
  ['a version without a line end', '1.22.5', '1.26.1'],
  ['a comment above', '# for CI\n1.22.5\n', '# for CI\n1.26.1\n'],
  ['a comment after it', 'go1.22.5  # for CI\n', '1.26.1  # for CI\n'],
  [
    'a comment that names the version',
    '# not 1.22.5\n1.22.5 # was 1.22.5\n',
    '# not 1.22.5\n1.26.1 # was 1.22.5\n',
  ],
  ['comments alone', '# for CI\n', '1.26.1\n# for CI\n'],
  ['an empty file', '', '1.26.1\n'],
  ['lines from Windows', '# for CI\r\n1.22.5\r\n', '# for CI\r\n1.26.1\r\n'],
  ['a byte order mark', '\uFEFF1.22.5\n', '\uFEFF1.26.1\n'],
  ['blanks around', '\n  1.22.5\t\n', '\n  1.26.1\t\n'],
  ['rubbish', 'what $& ever\n# why\n', '1.26.1\n# why\n'],
  ['UTF-16', '1\0.\x002\0', '1.26.1\n'],
])('over %s', (_, previous, text) => {
  expect(pinText('go1.26.1', previous)).toBe(text);
});

it('changes the one line that names a version, whatever else is there', () => {
  const line = oneof(constantFrom('', '1.22', 'go1.21.3 # x', '# c', '\t', 'x y'), string());
  assert(
    property(array(line), constantFrom('\n', '\r\n'), (lines, end) => {
      const previous = lines.map((each) => each.replace(/[\0\uFFFD]/g, '')).join(end);
      const text = pinText('go1.26.1', previous);
      expect(firstWords(text.split('\n')).text).toBe('1.26.1');
      expect(pinText('go1.26.1', text)).toBe(text);
      const before = previous.split('\n');
      const after = text.split('\n');
      expect(after.length - before.length).toBeOneOf([0, 1]);
      const changed = after
        .slice(after.length - before.length)
        .filter((each, index) => each !== before[index]);
      expect(changed.length).toBeLessThanOrEqual(1);
    }),
  );
});
