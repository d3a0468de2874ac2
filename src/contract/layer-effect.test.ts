import { expect, it } from 'vitest';
import { effectOf } from './layer-effect.ts';

const nothing = { fileBytes: 0, added: 0, changed: 0, removed: 0 };

it.each([
  [{ removed: 2 }, { does: 'removes', count: 2 }],
  [
    { removed: 2, added: 1 },
    { does: 'removes', count: 2 },
  ],
  [{ changed: 1 }, { does: 'changes', count: 1 }],
  [
    { added: 3, changed: 1 },
    { does: 'addsEmpty', count: 3 },
  ],
  [{}, { does: 'addsNothing', count: 0 }],
  [{ removed: 2, fileBytes: 10 }, null],
])('%j', (layer, expected) => expect(effectOf({ ...nothing, ...layer })).toEqual(expected));
