import { expect, it } from 'vitest';
import { bucketOfName } from './bucket-names.ts';

it.each([
  ['.gopclntab', 'function-tables'],
  ['.data.rel.ro.gopclntab', 'function-tables'],
  ['__gopclntab', 'function-tables'],
  ['.pdata', 'function-tables'],
  ['.typelink', 'types'],
  ['.data.rel.ro.itablink', 'types'],
  ['.go.type', 'types'],
  ['.data.rel.ro.go.type', 'types'],
  ['__go_type', 'types'],
  ['.data.rel.ro', 'read-only-data'],
  ['.data.rel.ro.go.func', 'read-only-data'],
  ['.debug_info', 'debug-info'],
  ['.zdebug_line', 'debug-info'],
  ['__debug_gdb_scri', 'debug-info'],
  ['.symtab', 'symbols'],
  ['.reloc', 'other'],
  ['.text', null],
  ['.debugger', null],
  ['__proto__', null],
  ['.constructor', null],
  ['', null],
])('%s: %s', (name, bucket) => {
  expect(bucketOfName(name)).toBe(bucket);
});
