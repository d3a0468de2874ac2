import * as fc from 'fast-check';
import { parse } from 'unbash';
import { expect, it } from 'vitest';
import { profileText } from '#testing/profile-texts';
import { expectLinearTime } from '#testing/linear-time';
import { stressed } from '#testing/stress';
import { topCommands } from './top-commands.ts';

const read = (text: string) => topCommands(text, () => false);
const placesIn = (text: string) => read(text).commands.map(({ pos, end }) => [pos, end]);

it('finds the commands of a long text as of a short one, wherever it is cut', () => {
  const pieces = fc.array(fc.oneof(profileText, fc.constant('a \\\nexec b\n')), {
    minLength: 1,
    maxLength: 5,
  });
  fc.assert(
    fc.property(pieces, fc.nat(40), (texts, shift) => {
      const text = `#${'x'.repeat(shift)}\n${texts.map((each) => `${each}\n`).join('')}`;
      const { commands, errors } = parse(text);
      fc.pre(!errors?.length && read(text).end === 'closed' && commands.length > 0);
      const times = Math.ceil(600_000 / text.length);
      // Of more than 2,000 here-documents, nothing is said.
      fc.pre(text.split('<<').length * times < 2000);
      const found = placesIn(text.repeat(times));
      expect(found).toHaveLength(commands.length * times);
      const last = commands.length * (times - 1);
      const moved = text.length * (times - 1);
      expect(found.slice(last)).toEqual(commands.map(({ pos, end }) => [pos + moved, end + moved]));
    }),
    { numRuns: stressed(10, 300) },
  );
});

it.each([
  ['a\nb\n', 'closed'],
  ['cat <<EOF\na\n', 'open'],
  ["a='x\n", 'unknown'],
  ['path=(a(N))\n', 'unknown'],
])('says how %j ends', (text, end) => expect(read(text).end).toBe(end));

it('takes no long time for a hostile text', () => {
  const words = [
    '<<E',
    '<<E\n',
    '$(',
    '`',
    '"',
    "'",
    '(',
    '((',
    '{ ',
    'f() ',
    'if a; then ',
    '[[ ',
    '&& ',
    '\\\n',
  ];
  expect(expectLinearTime(read, words)).toBeGreaterThan(stressed(40, 400));
});
