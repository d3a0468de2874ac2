import { expect, test } from 'vitest';
import { errorCode, fileFailure } from './failures.ts';

const nodeError = (code: string): Error => Object.assign(new Error(code), { code });

test.each([
  ['ENOSPC', 'disk.full'],
  ['EDQUOT', 'disk.full'],
  ['EACCES', 'file.no-permission'],
  ['EPERM', 'file.no-permission'],
  ['EROFS', 'file.no-permission'],
  ['ENOENT', 'file.not-found'],
  ['ENOTDIR', 'file.not-found'],
])('%s is %s, with its path and its cause', (errno, code) => {
  const error = nodeError(errno);
  expect(fileFailure(error, '/a')).toMatchObject({ code, params: { path: '/a' }, cause: error });
});

test.each([
  ['EISDIR', '/a', 'folder'],
  ['ELOOP', '/a', 'link-loop'],
  ['ENAMETOOLONG', '/a', 'name-too-long'],
  ['EIO', '/a', 'io'],
  ['ERR_INVALID_ARG_VALUE', '/a\0b', 'nul'],
])('%s is file.unusable: %j is a %s', (errno, path, reason) => {
  expect(fileFailure(nodeError(errno), path)).toMatchObject({ code: 'file.unusable', params: { reason } });
});

test.each([nodeError('EBADF'), nodeError('ERR_INVALID_ARG_VALUE'), new TypeError('a bug'), 'text', null])(
  '%s is returned unchanged',
  (thrown) => {
    expect(fileFailure(thrown, '/a')).toBe(thrown);
  },
);

test('errorCode is undefined for anything but errors', () => {
  expect(errorCode(nodeError('ENOENT'))).toBe('ENOENT');
  expect(errorCode({ code: 'ENOENT' })).toBeUndefined();
  expect(errorCode(new Error('no code'))).toBeUndefined();
});
