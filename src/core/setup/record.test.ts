import { expect, it } from 'vitest';
import { parseRecord } from './record.ts';

const none = parseRecord(null);

it.each([
  ['nothing', ''],
  ['no JSON', '{'],
  ['another version', '{"version": 2}'],
  ['a step that is none', '{"version": 1, "skipped": ["dance"]}'],
  ['a list', '[]'],
  ['a text in the place of a record', '"x"'],
])('a record that is %s counts as none', (_, text) => {
  expect(parseRecord(text)).toEqual(none);
});

it('keeps what it has, and fills in the rest', () => {
  const found = parseRecord('{"version": 1, "skipped": ["editor"], "did": {"proxy": "https://p"}}');
  expect(found).toEqual({ ...none, skipped: ['editor'], did: { ...none.did, proxy: 'https://p' } });
});
