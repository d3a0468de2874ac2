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
   * package, `(no package)` for assembly, `(C)` for code that Go did not compile, and `(C) sqlite3.c` where its source
   * file is known.
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

/** What the packages of a module take: the sum of their `bytes`. */
const moduleShare = z.object({ packages: z.number().int(), bytes: z.number().int() });
export const moduleSize = goModule.extend(moduleShare.shape);

/**
 * Why a program's packages are not known. `no-table`: it has no function table, as in programs whose symbols gccgo or
 * TinyGo left out. `unknown-table`: the table is in no format of Go's, as obfuscators make it. `damaged`: the table
 * contradicts itself. `inconsistent`: it claims more code than the program has.
 */
export const packagesMissing = z.enum(['no-table', 'unknown-table', 'damaged', 'inconsistent']);
export type PackagesMissing = z.infer<typeof packagesMissing>;

/** One program of a universal (fat) Mach-O file. */
export const slice = z.object({
  /** `darwin/arm64`. */
  target: z.string(),
  bytes: z.number().int(),
  /** null: this one is not a Go program, or its version is not known. */
  goVersion: z.string().nullable(),
  buckets: z.array(bucket),
  packages: z.array(packageSize),
  packagesMissing: packagesMissing.nullable(),
});

/** What can be read from a Go program without running it. */
export const inspection = z.object({
  path: z.string(),
  bytes: z.number().int(),
  sha256: z.string(),
  /** `archive`: a C archive (`-buildmode=c-archive`), of which the object file of Go is read. */
  format: z.enum(['elf', 'mach-o', 'pe', 'wasm', 'plan9', 'xcoff', 'archive']),
  /** `linux/amd64`. */
  target: z.string(),
  compiler: z.enum(['gc', 'gccgo', 'tinygo']),
  /** `go1.26.1`; null: not known. Of TinyGo, its own version. */
  goVersion: z.string().nullable(),
  /**
   * What Go records of a build can be read. If not, modules, settings and main package are not known, and the version is
   * that of the runtime's own variable.
   */
  buildInfo: z.boolean(),
  /** The package that was built: `example.com/shop/cmd/server`. */
  mainPackage: z.string(),
  mainModule: moduleSize.nullable(),
  /** In the order of the build info. One whose packages the linker left out has 0 packages. */
  modules: z.array(moduleSize),
  standardLibrary: moduleShare,
  /** Build settings as recorded by Go: `-ldflags`, `CGO_ENABLED`, `vcs.revision`, … */
  settings: z.array(z.object({ key: z.string(), value: z.string() })),
  sections: z.array(section),
  buckets: z.array(bucket),
  /** Largest first; those of all programs of a universal file, added up. */
  packages: z.array(packageSize),
  /** Why there are none; null if there are some. */
  packagesMissing: packagesMissing.nullable(),
  /** The programs of a universal (fat) Mach-O file; empty for every other file. */
  slices: z.array(slice),
  /** Built without a symbol table (`-s`). */
  stripped: z.boolean(),
});
export type Inspection = z.infer<typeof inspection>;

export const binariesContract = {
  inspect: base.input(z.object({ path: z.string() })).output(inspection),
};
