import { z } from 'zod';
import {
  bucket,
  embeddedFile,
  goModule,
  ownedBytes,
  packageSize,
  packagesMissing,
  runFacts,
  section,
  setting,
} from './binaries.ts';
import { buildKinds, buildStatuses } from './build-orders.ts';
import { imageFacts } from './images.ts';

export const build = z.object({
  /** `b12`; shown to users and typed by them. */
  id: z.string(),
  kind: z.enum(buildKinds),
  /** `recorded`: built elsewhere and added with `record`. */
  status: z.enum(buildStatuses),
  /** Of a `recorded` program, when it was recorded. */
  startedAt: z.iso.datetime(),
  /**
   * Of a `recorded` program, what it says itself about when it was built: the time of its commit, else of the file. Many
   * packages set files to an invented time. null: not known, or not recorded.
   */
  builtAt: z.object({ at: z.iso.datetime(), from: z.enum(['vcs', 'file']) }).nullable(),
  durationMs: z.number().nullable(),
  exitCode: z.number().int().nullable(),
  /** The folder of its go.mod; without one, the folder it was built in. */
  project: z.string().nullable(),
  /**
   * What was built, the same across builds: `./cmd/server` relative to the module, the module's path for the program in
   * its root, or an image's name without its tag.
   */
  subject: z.string(),
  /** The path of the module that the program belongs to; null: not known. */
  mainModule: z.string().nullable(),
  /** The Go that built it, as recorded in the program; without a program, from `go env GOVERSION`. null: not known. */
  goVersion: z.string().nullable(),
  target: z.string().nullable(),
  cgo: z.boolean().nullable(),
  /**
   * The flags of `go build` from GOFLAGS and the arguments, normalized to `-name` or `-name=value`, without `-o`, `-C`
   * and the packages. Secrets are masked.
   */
  flags: z.array(z.string()),
  /**
   * `dirty`: uncommitted changes; null: only a program that the repository names could tell. `tag`: a tag of this commit, the
   * highest version if there are several.
   */
  vcs: z
    .object({
      commit: z.string(),
      dirty: z.boolean().nullable(),
      branch: z.string().nullable(),
      tag: z.string().nullable(),
    })
    .nullable(),
  /** The program has no symbol table and no debug information, whatever its flags were; null: not known. */
  stripped: z.boolean().nullable(),
  /** null: the build did not write exactly one program. */
  artifact: z.object({ path: z.string(), bytes: z.number().int(), sha256: z.string() }).nullable(),
  image: imageFacts.nullable(),
  /** For builds that failed, the end of the output; secrets masked. */
  logTail: z.string().nullable(),
  /** The name of the user who built it here; null: not known. */
  builtBy: z.string().nullable(),
  /** What a person calls it; null: it has no name. */
  name: z.string().nullable(),
  /** What a person wrote about it. */
  note: z.string().nullable(),
  /** Kept by every rule of retention. */
  pinned: z.boolean(),
});
export type Build = z.infer<typeof build>;

/** A build with its long parts, which `history` omits. */
export const buildDetail = build.extend({
  /** The import path of the program's package; null: not known. */
  mainPackage: z.string().nullable(),
  /** Build settings as recorded by Go in the program; secrets masked. */
  settings: z.array(setting),
  /** Without the main module. */
  modules: z.array(goModule),
  sections: z.array(section),
  buckets: z.array(bucket),
  packages: z.array(packageSize),
  /** Why there are none; null: there are some, or it is not known. */
  packagesMissing: packagesMissing.nullable(),
  owned: ownedBytes.nullable(),
  /** What belongs to no package, by bucket. */
  unowned: z.array(bucket),
  embedded: z.array(embeddedFile),
  /** null: read by an earlier Burrow that did not read them. */
  runs: runFacts.nullable(),
  /** As `go tool buildid` prints it; empty: none. null: read by an earlier Burrow that did not read it. */
  buildId: z.string().nullable(),
  /** Which reader analysed the program; 0: before readers had a number, with packages of code and tables only. */
  analysis: z.number().int(),
});
export type BuildDetail = z.infer<typeof buildDetail>;
