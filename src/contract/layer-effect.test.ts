import { expect, test } from 'vitest';
import { effectOf, type LayerEffect } from './layer-effect.ts';

test.each<
  [what: string, counts: [bytes: number, added: number, changed: number, removed: number], LayerEffect | null]
>([
  ['COPY', [12, 1, 0, 0], null],
  ['RUN that replaces and removes', [12, 0, 1, 3], null],
  ['RUN rm', [0, 0, 0, 12], { does: 'removes', count: 12 }],
  ['RUN rm, which changes its folder', [0, 0, 1, 12], { does: 'removes', count: 12 }],
  ['WORKDIR', [0, 1, 0, 0], { does: 'addsEmpty', count: 1 }],
  ['RUN chown of a folder', [0, 0, 1, 0], { does: 'changes', count: 1 }],
  ['RUN true', [0, 0, 0, 0], { does: 'addsNothing', count: 0 }],
])('%s', (_, [fileBytes, added, changed, removed], effect) => {
  expect(effectOf({ fileBytes, added, changed, removed })).toEqual(effect);
});
