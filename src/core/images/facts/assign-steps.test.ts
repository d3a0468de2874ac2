import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { type PossibleStep, possibleSteps } from './assign-steps.ts';

const word = { A: 'always', m: 'maybe', n: 'never' } as const;
const stepsOf = (letters: string): PossibleStep[] =>
  Array.from(letters, (letter) => ({ madeLayer: word[letter as keyof typeof word] }));

test.each([
  ['AnAmA', 3, [[0], [2], [4]]],
  ['AnAmA', 4, [[0], [2], [3], [4]]],
  // Of two that can have made it, one has; what stands around them is known.
  ['AmmA', 3, [[0], [1, 2], [3]]],
  ['mmA', 2, [[0, 1], [2]]],
  [
    'mAm',
    2,
    [
      [0, 1],
      [1, 2],
    ],
  ],
  ['nn', 0, []],
  ['', 0, []],
  ['', 1, null],
  ['AA', 1, null],
  ['nnA', 2, null],
])('%s with %i layers', (letters, layers, found) => {
  expect(possibleSteps(stepsOf(letters), layers)).toEqual(found);
});

test('a step that does not fit a layer is not considered', () => {
  expect(possibleSteps(stepsOf('mm'), 1, (step) => step === 1)).toEqual([[1]]);
});

test('agrees with all ways, tried one by one', () => {
  const letters = fc.stringMatching(/^[Amn]{0,9}$/);
  const excluded = fc.array(fc.tuple(fc.nat(8), fc.nat(5)), { maxLength: 6 });
  fc.assert(
    fc.property(letters, fc.nat(5), excluded, (text, layers, pairs) => {
      const steps = stepsOf(text);
      const fits = (step: number, layer: number) => !pairs.some(([s, l]) => s === step && l === layer);
      expect(possibleSteps(steps, layers, fits)).toEqual(oneByOne(steps, layers, fits));
    }),
    { numRuns: 300 },
  );
});

test('a history without end is not searched', () => {
  expect(possibleSteps(stepsOf('m'.repeat(10_000)), 1_000)).toBeNull();
});

function oneByOne(
  steps: readonly PossibleStep[],
  layers: number,
  fits: (step: number, layer: number) => boolean,
): number[][] | null {
  const found = Array.from({ length: layers }, () => new Set<number>());
  let ways = 0;
  for (let bits = 0; bits < 2 ** steps.length; bits++) {
    const made = steps.flatMap((_, index) => ((bits >> index) & 1 ? index : []));
    const isWay =
      made.length === layers &&
      steps.every(
        ({ madeLayer }, index) => madeLayer === 'maybe' || made.includes(index) === (madeLayer === 'always'),
      ) &&
      made.every((step, layer) => fits(step, layer));
    if (!isWay) continue;
    ways++;
    for (const [layer, step] of made.entries()) found[layer]?.add(step);
  }
  return ways === 0 ? null : found.map((each) => [...each].toSorted((a, b) => a - b));
}
