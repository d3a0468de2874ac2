import { expect, it } from 'vitest';
import { reasonsSince } from './reasons-since.ts';

it.each([
  ['a', ['the layers are the same', 'b1 was not read']],
  ['b', ['the layers are the same']],
  ['both', ['the layers are the same']],
] as const)('names the image before if the side %s was not read', (side, reasons) => {
  const verdict = {
    causes: [],
    statements: [
      { kind: 'same-layers' as const, differs: [] },
      { kind: 'files-unread' as const, side },
    ],
  };
  expect(reasonsSince(verdict, 'en', 'b1 was not read')).toEqual(reasons);
});
