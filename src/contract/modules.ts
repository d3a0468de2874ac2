import { eventIterator } from '@orpc/contract';
import { z } from 'zod';
import { base } from './base.ts';
import { comparison } from './comparison.ts';

/** A line of a file, as Go's own messages name it. */
const place = z.object({ file: z.string(), line: z.number().int().nullable() });

export const projectModule = z.object({
  path: z.string(),
  /** null: the main module, a member of the workspace. */
  version: z.string().nullable(),
  /** `main`: the project itself, or a member of its workspace. */
  kind: z.enum(['main', 'direct', 'indirect']),
  /** It is part of the last build. null: not known. */
  isInProgram: z.boolean().nullable(),
  /** What its packages take in the last build, 0 where all of its code was inlined elsewhere; null: it is not there. */
  bytes: z.number().int().nullable(),
  /** The number of its packages with code in the last build. */
  packages: z.number().int().nullable(),
  /** By what a `replace` replaces it, and where that is written. `version` null: a folder. */
  replacedBy: place.extend({ path: z.string(), version: z.string().nullable() }).nullable(),
  /** The `go` line of its go.mod: the Go that it demands, `1.24.0`. null: none, or not known. */
  goVersion: z.string().nullable(),
  /** The author's reasons for withdrawing this version; empty: it is not withdrawn. null: not asked. */
  retracted: z.array(z.string()).nullable(),
  /** The author's notice; null: none, or not asked. */
  deprecated: z.string().nullable(),
  /** The newest version, if it is newer; null: none, or not asked. */
  newer: z.string().nullable(),
  /** The name of its licence file; null: none, or its source is not on this machine. */
  licence: z.string().nullable(),
  /** Its source: a folder of the module cache, a replacement, vendor/. null: it is not on this machine. */
  dir: z.string().nullable(),
  /** Why Go could not find out more about it. */
  problem: z.string().nullable(),
});
export type ProjectModule = z.infer<typeof projectModule>;

export const moduleList = z.object({
  /** The folder of go.mod. */
  dir: z.string(),
  /** The Go that was asked: `go1.26.1`. */
  goVersion: z.string(),
  /** go.work, when it applies, and its members. */
  workspace: z
    .object({
      file: z.string(),
      members: z.array(z.object({ dir: z.string(), path: z.string().nullable() })),
    })
    .nullable(),
  excluded: z.array(place.extend({ path: z.string(), version: z.string() })),
  vendor: z.object({
    /** `none`: there is no vendor/. Only modules.txt is compared, as Go does before a build. */
    state: z.enum(['none', 'in-step', 'out-of-step']),
    /** What differs, in Go's words. */
    differences: z.array(z.string()),
  }),
  /** The build that the sizes come from, the newest program of the project; null: none was recorded. */
  build: z
    .object({ id: z.string(), subject: z.string(), startedAt: z.iso.datetime(), bytes: z.number().int() })
    .nullable(),
  /** Newer, retracted and deprecated versions were asked for. */
  online: z.boolean(),
  /** Main modules first, then direct and indirect ones, each by size. */
  modules: z.array(projectModule),
});
export type ModuleList = z.infer<typeof moduleList>;

/**
 * `verify`: `go mod verify`, whether the sources in the module cache are unchanged. `vendor` and `cache`: whether
 * everything compiles without the network, from vendor/ or from the module cache.
 */
export const moduleCheck = z.enum(['verify', 'vendor', 'cache']);
export type ModuleCheck = z.infer<typeof moduleCheck>;

const moduleCheckResult = z.object({
  check: moduleCheck,
  /** `skipped`: there is nothing to check, such as no vendor/, or the module cache lacks what that takes (`output`). */
  outcome: z.enum(['passed', 'failed', 'skipped']),
  /** What Go says about it; at most its last lines. */
  output: z.string(),
  durationMs: z.number(),
});
export type ModuleCheckResult = z.infer<typeof moduleCheckResult>;

export const moduleCheckEvent = z.discriminatedUnion('type', [
  z.object({ type: z.literal('started'), check: moduleCheck }),
  z.object({ type: z.literal('output'), text: z.string() }),
  z.object({ type: z.literal('ended'), result: moduleCheckResult }),
]);
export type ModuleCheckEvent = z.infer<typeof moduleCheckEvent>;

/** Bytes that a program would lose; null: no build tells the sizes. */
export const saving = z.object({
  /** The packages that the program reaches only through it, without what is theirs by share; with calls, also other code. */
  min: z.number().int(),
  /**
   * The same, all packages that they share with the rest, as if nothing else used those, and what belongs to none; with
   * calls, of those packages only what is not certainly used otherwise.
   */
  max: z.number().int(),
  /** What the bounds rest on: imports alone, or also what the code of the built program calls and refers to. */
  basis: z.enum(['calls', 'imports']),
});
export type Saving = z.infer<typeof saving>;

const sizedPackage = z.object({ path: z.string(), bytes: z.number().int().nullable() });

/** Who pulls a module or package into a program. */
export const moduleWhy = z.object({
  /** As asked: the path of a module or a package. */
  target: z.string(),
  /** The module, or that of the package; null: the standard library. */
  module: z.string().nullable(),
  /** The programs whose imports were followed: import paths. */
  programs: z.array(z.string()),
  /** The imports that lead there, from the program to the first package of the target; empty: nothing imports it. */
  path: z.array(z.string()),
  /** All packages outside it that import it, and what they import of it. */
  importers: z.array(z.object({ path: z.string(), imports: z.array(z.string()) })),
  /** The modules whose go.mod requires it, as `path@version`; asked only if nothing imports it. Empty also if not known. */
  requiredBy: z.array(z.string()),
  /** Its own packages in the programs, and the others that they reach only through it. */
  own: z.array(sizedPackage),
  onlyThrough: z.array(sizedPackage),
  /** The number of packages that it shares with the rest. */
  shared: z.number().int(),
  saving: saving.nullable(),
  build: moduleList.shape.build,
});
export type ModuleWhy = z.infer<typeof moduleWhy>;

/** A place where a program uses what it should do without. */
export const moduleUse = z.object({
  /** The package that uses it, and its module; null: the project itself. */
  package: z.string(),
  module: z.string().nullable(),
  file: z.string(),
  /** Of the import. */
  line: z.number().int(),
  imports: z.string(),
  /** The identifiers it uses, each with the line of its first use. Empty for blank imports and dot imports. */
  names: z.array(z.object({ name: z.string(), line: z.number().int() })),
});
export type ModuleUse = z.infer<typeof moduleUse>;

/** What was left out of the project's own code. */
const leftOut = z.object({
  /** Blank imports. */
  imports: z.array(z.object({ file: z.string(), line: z.number().int(), path: z.string() })),
  /** Build tags that were set (`on`), or no longer were, so that files which import it are left out. */
  tags: z.array(z.object({ tag: z.string(), on: z.boolean() })),
});

export const tryWithoutEvent = z.discriminatedUnion('type', [
  /** Another process tries something; this one waits for it. */
  z.object({ type: z.literal('waiting') }),
  z.object({ type: z.literal('looking') }),
  leftOut.extend({ type: z.literal('left-out') }),
  z.object({ type: z.literal('building'), which: z.enum(['with', 'without']) }),
  z.object({ type: z.literal('output'), text: z.string() }),
]);
export type TryWithoutEvent = z.infer<typeof tryWithoutEvent>;

const tried = z.object({
  target: z.string(),
  /** The import path of the program. */
  program: z.string(),
});
export const tryWithoutResult = z.discriminatedUnion('outcome', [
  /** Nothing was built. */
  tried.extend({ outcome: z.literal('used'), uses: z.array(moduleUse) }),
  tried.extend({
    outcome: z.literal('rebuilt'),
    ...leftOut.shape,
    /** The number of packages that are no longer in the program. */
    packages: z.number().int(),
    /** Bytes of the program as it is and without; both were built alike, and neither is in the history. */
    before: z.number().int(),
    after: z.number().int(),
    comparison,
  }),
]);
export type TryWithoutResult = z.infer<typeof tryWithoutResult>;

/** `target`: the path of a module or a package. `program`: a main package; by default the one that was built last. */
const about = z.object({
  dir: z.string(),
  target: z.string().min(1),
  program: z.string().optional(),
  online: z.boolean().optional(),
});

export const modulesContract = {
  /** Failures: modules.none, modules.go-fails, modules.not-cached, and those of finding a Go. */
  list: base.input(z.object({ dir: z.string(), online: z.boolean().optional() })).output(moduleList),
  /** Runs the checks in turn. Failures: as `list`. */
  check: base
    .input(z.object({ dir: z.string(), checks: z.array(moduleCheck) }))
    .output(eventIterator(moduleCheckEvent, z.object({ results: z.array(moduleCheckResult) }))),
  /** Failures: modules.unknown, and those of `list`. */
  why: base.input(about).output(moduleWhy),
  /** Failures: modules.not-imported, modules.several-programs, modules.rebuild-failed, and those of `list`. */
  tryWithout: base.input(about).output(eventIterator(tryWithoutEvent, tryWithoutResult)),
};
