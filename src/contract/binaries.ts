import { z } from 'zod';
import { base } from './base.ts';

export const goModule = z.object({
  path: z.string(),
  version: z.string(),
  /** `h1:…` of the module, or of its replacement; null for the main module and for folders. */
  sum: z.string().nullable(),
  /** The replacement, if there is a `replace` for it. */
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
 * The bytes of a program by kind, with the same meaning for every format and Go version; they add up to `bytes`. One
 * exception: since Go 1.27, `types` holds all types; before, only their indexes, because the types themselves cannot
 * be distinguished from the rest of `read-only-data`. So between 1.26 and 1.27, bytes move from one to the other.
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
   * The import path; `main` for the program's own package, `(generated)` for code that the compiler generates for no
   * package, and `(no package)` for assembly and C.
   */
  path: z.string(),
  functions: z.number().int(),
  /** Machine code of its functions, without alignment padding. */
  codeBytes: z.number().int(),
  /**
   * codeBytes plus its functions' own part of the function tables (pclntab), without the parts shared by functions.
   */
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
  /** Build settings as recorded by Go: `-ldflags`, `CGO_ENABLED`, `vcs.revision`, … */
  settings: z.array(z.object({ key: z.string(), value: z.string() })),
  sections: z.array(section),
  buckets: z.array(bucket),
  /** Largest first; empty if the function tables could not be read. */
  packages: z.array(packageSize),
  /** Built without a symbol table (`-s`). */
  stripped: z.boolean(),
});
export type Inspection = z.infer<typeof inspection>;

export const binariesContract = {
  inspect: base.input(z.object({ path: z.string() })).output(inspection),
};
