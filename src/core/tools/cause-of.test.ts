import { expect, it } from 'vitest';
import { causeOf } from './cause-of.ts';

it.each([
  [
    'go: downloading example.com/tool v1.1.0\ngo: example.com/tool/cmd/hello@v1.1.0: example.com/tool@v1.1.0 requires go >= 1.99 (running go 1.26.8; GOTOOLCHAIN=local)\n',
    '1.99',
  ],
  ['go: example.com/a@v1.0.0: x requires go >= 1.27rc1 (running go 1.26.8)\n', '1.27rc1'],
  ['# example.com/tool\nmain.go:3:2: undefined: x\nnote: module requires Go 1.21\n', '1.21'],
])('finds the Go version that is needed', (output, needs) => {
  expect(causeOf(output).needs).toBe(needs);
});

it('finds the first line that describes the error', () => {
  const output = 'go: downloading a v1\n# example.com/tool\ncmd/main.go:3:15: undefined: x\nmore\n';
  expect(causeOf(output)).toEqual({ needs: null, line: 'cmd/main.go:3:15: undefined: x' });
  expect(causeOf('')).toEqual({ needs: null, line: '' });
});
