import { z } from 'zod';
import { imageStatements } from './image-statements.ts';

/**
 * Something that made a program larger or smaller. `own-code`: packages of the main module. `go`: another Go made other
 * code; `standard-library`: more or less of the same library is used, or it is not known which of the two. `padding`: what
 * the linker leaves between the parts of a file. `unowned`: bytes of which it is not known whose they are.
 */
export const causeKind = z.enum([
  'own-code',
  'dependency-added',
  'dependency-removed',
  'dependency-changed',
  'dependency-same',
  'go',
  'standard-library',
  'flags',
  'embedded-files',
  'c-code',
  'padding',
  'unowned',
]);
export type CauseKind = z.infer<typeof causeKind>;

export const cause = z.object({
  kind: causeKind,
  /** The path of a module; null for other kinds. */
  name: z.string().nullable(),
  /** The versions on both sides: of a module, or of Go. */
  a: z.string().nullable(),
  b: z.string().nullable(),
  /** b − a. */
  bytes: z.number().int(),
  /** Of the gross change in the direction of the net change; null: it goes the other way. */
  percent: z.number().nullable(),
});
export type Cause = z.infer<typeof cause>;

/** Of the gross change in the direction of the net change. null: it is not known how much is because of this. */
const percent = z.number().nullable();
const side = z.enum(['a', 'b', 'both']);

/** Modules that changed in the same way. */
const modulesStatement = z.object({
  kind: z.literal('dependencies'),
  how: z.enum(['added', 'removed', 'changed', 'same']),
  /** How many; `largest` is the one that changed most. */
  count: z.number().int(),
  largest: cause,
  /** Of a module that was renamed or forked, its path in A; else null. */
  from: z.string().nullable(),
  /** Of one added module, the packages of the program that import it, if that is known. */
  importers: z.array(z.string()),
  bytes: z.number().int(),
  percent,
});

/**
 * One thing that is known about why a program changed; a verdict is a list of them, which `contract/words/verdict` puts
 * into a sentence. Which one is said when: `core/comparison/rules.ts`.
 */
export const statement = z.discriminatedUnion('kind', [
  /** Both have the same content. */
  z.object({ kind: z.literal('same-file') }),
  z.object({ kind: z.literal('different-programs'), a: z.string(), b: z.string() }),
  z.object({ kind: z.literal('target'), a: z.string(), b: z.string() }),
  /** B has debug information or symbols and A has not, or the other way round. */
  z.object({ kind: z.literal('debug-info'), kept: z.boolean(), bytes: z.number().int(), percent }),
  z.object({ kind: z.literal('symbols'), kept: z.boolean(), bytes: z.number().int(), percent }),
  /** Flags of `go build`, and variables such as `GOAMD64=v3`, that change code. */
  z.object({ kind: z.literal('flags'), added: z.array(z.string()), removed: z.array(z.string()), percent }),
  z.object({ kind: z.literal('cgo'), enabled: z.boolean(), percent }),
  z.object({ kind: z.literal('go'), a: z.string(), b: z.string(), percent }),
  /** The standard library and the runtime, of the same version on both sides. `added`: its largest new package. */
  z.object({ kind: z.literal('standard-library'), added: z.string().nullable(), percent }),
  modulesStatement,
  /** `part`: the package in which most of it is. */
  z.object({ kind: z.literal('own-code'), part: z.string().nullable(), percent }),
  /** Both were built from the same revision without uncommitted changes. */
  z.object({ kind: z.literal('own-code-unchanged') }),
  /** The same revision, and one side had uncommitted changes; with `dirty: false` it is not known whether it had. */
  z.object({ kind: z.literal('same-commit'), dirty: z.boolean() }),
  z.object({
    kind: z.literal('embedded-files'),
    added: z.number().int(),
    removed: z.number().int(),
    changed: z.number().int(),
    largest: z.string(),
    percent,
  }),
  /** `part`: the source file, if one has most of it. */
  z.object({ kind: z.literal('c-code'), part: z.string().nullable(), percent }),
  /** What the linker leaves between sections, so that they begin at whole pages. */
  z.object({ kind: z.literal('padding'), percent }),
  /** Bytes of no known package; with a path, packages whose module is not recorded. */
  z.object({ kind: z.literal('unowned'), path: z.string().nullable(), percent }),
  /** The largest of what goes the other way. */
  z.object({ kind: z.literal('against'), cause }),
  /** Of modules that are gone and new ones, those that go the other way; `count` is the number of the others. */
  z.object({ kind: z.literal('replacement'), cause, count: z.number().int() }),
  ...imageStatements,
  /** Of an image whose files are not known, a step whose layer changed. */
  z.object({ kind: z.literal('layer'), step: z.string(), percent }),
  /** The packages of a side could not be read. */
  z.object({ kind: z.literal('packages-unknown'), side }),
  /** A side has no build info: dependencies cannot be distinguished from own code. */
  z.object({ kind: z.literal('modules-unknown'), side }),
  /** Two versions of Burrow read the sides, so only machine code is compared by package. */
  z.object({ kind: z.literal('code-only') }),
  /** Nothing that is recorded differs: not Go, flags, revision or modules. */
  z.object({ kind: z.literal('nothing-recorded-differs') }),
]);
export type Statement = z.infer<typeof statement>;

export const verdict = z.object({
  /** In the order in which they are said: what explains most first. */
  statements: z.array(statement),
  /** Those that explain most first, in the direction of the net change; then the others. They add up to it. */
  causes: z.array(cause),
});
export type Verdict = z.infer<typeof verdict>;
