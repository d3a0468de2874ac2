import { expect, it } from 'vitest';
import { OutputTail, telling } from './output-tail.ts';

it('keeps the end, starting with a whole line', () => {
  const tail = new OutputTail();
  for (let i = 0; i < 1000; i++) tail.add(`line ${i} and more\n`);
  const kept = tail.toString();
  expect(kept.length).toBeLessThanOrEqual(8192);
  expect(kept.startsWith('line ')).toBe(true);
  expect(kept.endsWith('line 999 and more\n')).toBe(true);
});

it('returns the last complete line', () => {
  const tail = new OutputTail();
  expect(tail.add('go: downl')).toBeNull();
  expect(tail.add('oading a\ngo: fin')).toBe('go: downloading a');
  expect(tail.add('ding b\n')).toBe('go: finding b');
});

it.each([
  [
    'go: downloading example.com/tool v1.1.0\ngo: example.com/tool/cmd/hello@v1.1.0: example.com/tool@v1.1.0 requires go >= 1.99 (running go 1.26.8; GOTOOLCHAIN=local)\n',
    '1.99',
  ],
  ['go: example.com/a@v1.0.0: x requires go >= 1.27rc1 (running go 1.26.8)\n', '1.27rc1'],
  ['# example.com/tool\nmain.go:3:2: undefined: x\nnote: module requires Go 1.21\n', '1.21'],
])('finds the Go version that is needed', (output, needs) => {
  expect(telling(output).needs).toBe(needs);
});

it('finds the first line that describes the error', () => {
  const output = 'go: downloading a v1\n# example.com/tool\ncmd/main.go:3:15: undefined: x\nmore\n';
  expect(telling(output)).toEqual({ needs: null, line: 'cmd/main.go:3:15: undefined: x' });
  expect(telling('')).toEqual({ needs: null, line: '' });
});
