import { implement } from '@orpc/server';
import { contract } from '#contract/router';
import type { ApiContext } from './context.ts';
import { failingTyped } from './failing.ts';

/**
 * The contract, ready to be implemented. The middleware stands outside of input and output validation, so that
 * their errors too come out typed.
 */
export const implementer = implement(contract)
  .$context<ApiContext>()
  .use(({ context, path, next }) => failingTyped(context.system, path, () => next()));
