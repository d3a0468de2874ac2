import { z } from 'zod';
import { base } from './base.ts';

export const goModule = z.object({
  path: z.string(),
  version: z.string(),
  /** `h1:…` of the module, of its replacement where there is one; null for the main module and for folders. */
  sum: z.string().nullable(),
  /** What `replace` put in its place. */
  replacedBy: z.object({ path: z.string(), version: z.string() }).nullable(),
});
export type GoModule = z.infer<typeof goModule>;

export const section = z.object({
  name: z.string(),
  /** Bytes in the file; 0 for sections such as .bss. */
  bytes: z.number().int(),
  /** Bytes in memory. */
  memoryBytes: z.number().int(),
});

/**
 * Where a program's bytes go, in words that mean the same for every format and Go version. They add up to `bytes`.
 * One exception: `types` are all types from Go 1.27 on; before, only their indexes (the types themselves cannot be
 * told from the rest of `read-only-data`), so between 1.26 and 1.27 bytes move from one to the other.
 */
export const bucket = z.object({
  name: z.enum([
    'code',
    'function-tables',
    'types',
    'read-only-data',
    'data',
    'debug-info',
    'symbols',
    'other',
  ]),
  bytes: z.number().int(),
});
export type Bucket = z.infer<typeof bucket>;

export const packageSize = z.object({
  /**
   * Import path, `main` for the program's own package; `(generated)` for what the compiler makes for no package, and
   * `(no package)` for assembly and C.
   */
  path: z.string(),
  functions: z.number().int(),
  /** Machine code of its functions, alignment padding left out. */
  codeBytes: z.number().int(),
  /** codeBytes and what its functions alone take in the function tables (pclntab); what functions share is left out. */
  bytes: z.number().int(),
});
export type PackageSize = z.infer<typeof packageSize>;

/** What can be read from a Go program without running it. */
export const inspection = z.object({
  path: z.string(),
  bytes: z.number().int(),
  sha256: z.string(),
  format: z.enum(['elf', 'mach-o', 'pe']),
  /** `linux/amd64`. */
  target: z.string(),
  /** `go1.26.1`. */
  goVersion: z.string(),
  /** The package that was built: `example.com/shop/cmd/server`. */
  mainPackage: z.string(),
  mainModule: goModule.nullable(),
  modules: z.array(goModule),
  /** Build settings as Go wrote them: `-ldflags`, `CGO_ENABLED`, `vcs.revision`, … */
  settings: z.array(z.object({ key: z.string(), value: z.string() })),
  sections: z.array(section),
  buckets: z.array(bucket),
  /** Largest first; empty when the function tables could not be read. */
  packages: z.array(packageSize),
  /** The symbol table was left out (`-s`). */
  stripped: z.boolean(),
});
export type Inspection = z.infer<typeof inspection>;

export const binariesContract = {
  inspect: base.input(z.object({ path: z.string() })).output(inspection),
};
