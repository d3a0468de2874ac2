import process from 'node:process';
import { testCache } from './test-cache.ts';

/**
 * For the environment of each Node that a test starts: what is compiled once is kept for all of them. Burrow itself keeps
 * it in its home, which is new in each test; compiling takes a third of the processor time of a short command.
 */
export const compiledCode: Readonly<Record<'NODE_COMPILE_CACHE', string>> = {
  NODE_COMPILE_CACHE: process.env['NODE_COMPILE_CACHE'] || testCache('compiled'),
};
