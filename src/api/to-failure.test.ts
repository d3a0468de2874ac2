import { ORPCError, ValidationError } from '@orpc/server';
import { expect, test } from 'vitest';
import { failure } from '#contract/failure';
import { toFailure } from './to-failure.ts';

const abort = new DOMException('This operation was aborted', 'AbortError');
const typed = new ORPCError('FAILED', {
  defined: true,
  data: { code: 'file.not-found', params: { path: '/x' } },
});
const refused = new ORPCError('BAD_REQUEST', {
  cause: new ValidationError({
    message: 'Input validation failed',
    data: {},
    issues: [{ message: 'Required', path: ['go', { key: 'version' }] }, { message: 'Too odd' }],
  }),
});

test.each([
  ['a failure', failure('disk.full', { path: '/x' }), 'disk.full', { path: '/x' }],
  ['a typed error', typed, 'file.not-found', { path: '/x' }],
  ['refused input', refused, 'input.invalid', { detail: 'go.version: Required; Too odd' }],
  ['an abort', abort, 'cancelled', {}],
  ['a bug', new TypeError('x is not a function'), 'internal', { detail: 'x is not a function' }],
  ['a thrown text', 'oops', 'internal', { detail: 'oops' }],
  [
    'an answer that breaks the contract',
    new ORPCError('INTERNAL_SERVER_ERROR', { message: 'Output validation failed' }),
    'internal',
    { detail: 'Output validation failed' },
  ],
])('%s', (_what, thrown, code, params) => {
  expect(toFailure(thrown)).toMatchObject({ name: 'Failure', code, params });
});
