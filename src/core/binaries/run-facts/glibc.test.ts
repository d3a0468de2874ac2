import { expect, it } from 'vitest';
import { oldestGlibc } from './glibc.ts';

it.each([
  [['GLIBC_2.2.5', 'GLIBC_2.34', 'GLIBC_2.9'], '2.34'],
  [['GLIBC_2.2.5', 'GLIBC_2.2'], '2.2.5'],
  [['GLIBC_2.34', 'GLIBC_ABI_DT_RELR'], '2.36'],
  [['GLIBC_2.38', 'GLIBC_ABI_DT_RELR'], '2.38'],
  [['GLIBC_PRIVATE', 'LIBSYSTEMD_209', 'GLIBC_', 'GLIBC_2'], null],
  [[], null],
])('%j need glibc %s', (versions, glibc) => {
  expect(oldestGlibc(versions)).toBe(glibc);
});
