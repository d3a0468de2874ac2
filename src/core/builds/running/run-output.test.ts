import { expect, it } from 'vitest';
import { RunOutput } from './run-output.ts';

it('gives what is new, or all that is left where part of it was dropped', () => {
  const output = new RunOutput();
  output.add('one\n');
  expect(output.since(0)).toEqual({ text: 'one\n', whole: false });
  const { length } = output;
  output.add('two\n');
  expect(output.since(length)).toEqual({ text: 'two\n', whole: false });
  expect(output.since(output.length)).toEqual({ text: '', whole: false });

  const line = `${'x'.repeat(999)}\n`;
  for (let count = 0; count < 300; count += 1) output.add(line);
  const { text, whole } = output.since(length);
  expect(whole).toBe(true);
  expect(text.length).toBeLessThanOrEqual(200_000);
  expect(text.length).toBeGreaterThan(190_000);
  expect(text.startsWith('x'.repeat(999))).toBe(true);
  const before = output.length;
  output.add('end\n');
  expect(output.since(before)).toEqual({ text: 'end\n', whole: false });
});
