import { expect, it } from 'vitest';
import { onlyRemoves } from './layer-effect.ts';

const nothing = { fileBytes: 0, added: 0, changed: 0, removed: 0 };

it.each([
  [{ removed: 2 }, 2],
  [{}, null],
  [{ removed: 2, added: 1 }, null],
  [{ removed: 2, changed: 1 }, null],
  [{ removed: 2, fileBytes: 10 }, null],
])('%j', (layer, expected) => expect(onlyRemoves({ ...nothing, ...layer })).toBe(expected));
