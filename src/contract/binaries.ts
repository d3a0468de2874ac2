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

/**
 * What a package owns of a bucket, and how that is known. What remains of `bytes` is exact: the file itself says whose
 * it is.
 */
export const ownedPart = z.object({
  bucket: bucket.shape.name,
  bytes: z.number().int(),
  /** Of `bytes`: found by the instructions and pointers that refer to it. */
  byReference: z.number().int(),
  /** Of `bytes`: its part of what several packages share, in proportion to what they use. */
  byShare: z.number().int(),
});
export type OwnedPart = z.infer<typeof ownedPart>;

export const packageSize = z.object({
  /**
   * The import path; `main` for the program's own package, `(generated)` for code that the compiler generates for no
   * package, `(no package)` for assembly, `(C)` for code that Go did not compile, and `(C) sqlite3.c` where its source
   * file is known; `(linker)` for headers and for what only the system's loader reads.
   */
  path: z.string(),
  functions: z.number().int(),
  /** Machine code of its functions, without alignment padding. */
  codeBytes: z.number().int(),
  /** Everything in the file that it owns: the sum of `parts`. */
  bytes: z.number().int(),
  /** In the order of the buckets, without empty ones. */
  parts: z.array(ownedPart),
  /**
   * Of codeBytes, what was inlined into its functions from other packages, and what was inlined from it into functions of
   * others. So codeBytes − inlinedIn + inlinedOut is the machine code that was written in this package. null: not known.
   */
  inlinedIn: z.number().int().nullable(),
  inlinedOut: z.number().int().nullable(),
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

/** How much of a program its packages own. */
export const ownedBytes = z.object({
  bytes: z.number().int(),
  /** Of the file. */
  percent: z.number(),
  byReference: z.number().int(),
  byShare: z.number().int(),
});
export type OwnedBytes = z.infer<typeof ownedBytes>;

/** A file that was put into the program with `//go:embed`. */
export const embeddedFile = z.object({
  /** Relative to the folder of the package that embeds it. */
  path: z.string(),
  bytes: z.number().int(),
  /** The package that embeds it; null: not known, as in stripped programs, or several do. */
  package: z.string().nullable().default(null),
});
export type EmbeddedFile = z.infer<typeof embeddedFile>;

/** A function of the program, or all instances of a generic one. */
export const functionSize = z.object({
  /** As Go names it: `net/http.(*Server).Serve`; of a generic one `slices.SortFunc[...]`. */
  name: z.string(),
  package: z.string(),
  /** 1, or the number of instances of a generic function. */
  instances: z.number().int(),
  /** Machine code without alignment padding. */
  codeBytes: z.number().int(),
});
export type FunctionSize = z.infer<typeof functionSize>;

/** What is asked about a program before it is run elsewhere. null: not known, or it has no meaning for the format. */
export const runFacts = z.object({
  linking: z.enum(['static', 'dynamic']).nullable(),
  /** The libraries that it loads at its start, as it names them: `libc.so.6`. */
  libraries: z.array(z.string()),
  /** The oldest glibc that has all symbol versions that it needs: `2.34`; null: it needs none. */
  glibc: z.string().nullable(),
  /** Whether it runs on a system with musl. */
  musl: z.boolean().nullable(),
  /** Position-independent (`-buildmode=pie`). */
  pie: z.boolean().nullable(),
  relro: z.enum(['none', 'partial', 'full']).nullable(),
  executableStack: z.boolean().nullable(),
  race: z.boolean().nullable(),
  trimpath: z.boolean().nullable(),
  cgo: z.boolean().nullable(),
  /** The version of the FIPS 140 module it was built with (`GOFIPS140`): `v1.0.0`, `latest`; null: none. */
  fips140: z.string().nullable(),
  /** It has a place for a signature, and there is one. Whether it is valid is not checked. */
  signed: z.boolean().nullable(),
  /** The stamp of the version control system. */
  vcs: z
    .object({
      system: z.string(),
      revision: z.string().nullable(),
      time: z.string().nullable(),
      modified: z.boolean().nullable(),
    })
    .nullable(),
});
export type RunFacts = z.infer<typeof runFacts>;

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

/** A build setting as Go records it: `-ldflags`, `CGO_ENABLED`, `vcs.revision`, … */
export const setting = z.object({ key: z.string(), value: z.string() });

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
  settings: z.array(setting),
  sections: z.array(section),
  buckets: z.array(bucket),
  /** Largest first; those of all programs of a universal file, added up. */
  packages: z.array(packageSize),
  /** Why there are none; null if there are some. */
  packagesMissing: packagesMissing.nullable(),
  /** What its packages own. With `unowned`, it adds up to `bytes`. */
  owned: ownedBytes,
  /** What belongs to no package, by bucket, in the order of the buckets; without empty ones. */
  unowned: z.array(bucket),
  /** Largest first. */
  embedded: z.array(embeddedFile),
  /** Largest first; null: not asked for, or not known. */
  functions: z.array(functionSize).nullable(),
  runs: runFacts,
  /** The programs of a universal (fat) Mach-O file; empty for every other file. */
  slices: z.array(slice),
  /** Built without a symbol table (`-s`). */
  stripped: z.boolean(),
  /** As `go tool buildid` prints it; empty: it has none. That of WebAssembly is not read. */
  buildId: z.string(),
});
export type Inspection = z.infer<typeof inspection>;

export const binariesContract = {
  /** `functions`: also the list of its functions, which is long. */
  inspect: base.input(z.object({ path: z.string(), functions: z.boolean().optional() })).output(inspection),
};
