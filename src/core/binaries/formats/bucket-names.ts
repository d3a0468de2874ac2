import type { BucketName } from './image.ts';

/**
 * Sections whose name determines their bucket, for all three formats, without leading dots and underscores and without
 * ELF's `.data.rel.ro` (the same content in position-independent programs). Other sections are classified by their
 * flags.
 *
 * - function-tables: Go's pclntab, and the unwinding tables of C and Windows, which also describe functions.
 * - types: up to Go 1.26 only the indexes of types; the types themselves are in the read-only data.
 * - other: data for the system's loader (relocations, imports, notes).
 */
const buckets: Record<string, BucketName> = {
  gopclntab: 'function-tables',
  pdata: 'function-tables',
  xdata: 'function-tables',
  eh_frame: 'function-tables',
  eh_frame_hdr: 'function-tables',
  unwind_info: 'function-tables',
  gcc_except_table: 'function-tables',
  typelink: 'types',
  itablink: 'types',
  'go.type': 'types',
  go_type: 'types',
  gosymtab: 'symbols',
  symtab: 'symbols',
  got: 'other',
  'got.plt': 'other',
  nl_symbol_ptr: 'other',
  interp: 'other',
  idata: 'other',
  edata: 'other',
  reloc: 'other',
  rsrc: 'other',
};

/** The bucket of a section, by its name; null if its flags have to decide. */
export function bucketOfName(name: string): BucketName | null {
  if (name === '.data.rel.ro') return 'read-only-data';
  const bare = name.replace(/^\.data\.rel\.ro(?=\.)/, '').replace(/^[._]+/, '');
  if (/^z?debug_/.test(bare)) return 'debug-info';
  const bucket = Object.hasOwn(buckets, bare) ? buckets[bare] : undefined;
  return bucket ?? (name.startsWith('.data.rel.ro.') ? 'read-only-data' : null);
}
