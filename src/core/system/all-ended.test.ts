import { expect, it } from 'vitest';
import { allEnded } from './all-ended.ts';

it('gives the results in order', async () => {
  expect(await allEnded([Promise.resolve(1), Promise.resolve(2)])).toEqual([1, 2]);
});

it('waits for the others when one fails, and throws its failure', async () => {
  const { promise: slow, resolve: release } = Promise.withResolvers<void>();
  let isOver = false;
  const all = allEnded([slow, Promise.reject(new Error('first')), Promise.reject(new Error('second'))]);
  const over = all.catch((error: unknown) => {
    isOver = true;
    return error;
  });
  await new Promise((passed) => setTimeout(passed, 20));
  expect(isOver).toBe(false);
  release();
  expect(await over).toMatchObject({ message: 'first' });
});
