import { eventIterator } from '@orpc/contract';
import { z } from 'zod';
import { base, failureData } from './base.ts';
import { editorLink } from './editor-link.ts';
import { installProgress } from './install-progress.ts';

/** Where a wish for a Go version can stand, strongest first. */
export const rule = z.enum([
  'burrow-go',
  'go-version-file',
  'tool-versions',
  'mise-toml',
  'go-work-toolchain',
  'go-work-go',
  'go-mod-toolchain',
  'go-mod-go',
  'default',
  'path',
]);
export type Rule = z.infer<typeof rule>;

/** One place that says something about the Go of a folder. */
export const candidate = z.object({
  rule,
  /** The file that says so; for `path` the `go` found there, for `burrow-go` the variable's name. */
  file: z.string(),
  /** 1-based; null where a line means nothing. */
  line: z.number().int().nullable(),
  /** The words that stand there: `1.26`, `golang 1.24.9`, `toolchain go1.26.1`; each of a list is a candidate. */
  text: z.string(),
  /** Go's word for the version it asks for, `latest` or `system` (the Go on PATH); null when it cannot be read. */
  wanted: z.string().nullable(),
  /** The installed version that meets it; null when none does. */
  version: z.string().nullable(),
  /**
   * `decides`; `agrees` (says the same, or a minimum that is met); `overridden` (says otherwise, a stronger one
   * decided); `not-installed`; `unreadable`; `shadowed` (another Go on PATH).
   */
  outcome: z.enum(['decides', 'agrees', 'overridden', 'not-installed', 'unreadable', 'shadowed']),
  /** A stronger file of the same folder that says otherwise; null when none does. */
  disagreesWith: z.string().nullable(),
});
export type Candidate = z.infer<typeof candidate>;

export const resolution = z.object({
  dir: z.string(),
  /**
   * The Go that runs, or that is wanted and not installed (`latest`: none is); null when nothing says, and where the
   * Go on PATH is wanted and there is none or it does not tell its version.
   */
  version: z.string().nullable(),
  /** Its `bin/go`; null when it is not installed. */
  path: z.string().nullable(),
  installed: z.boolean(),
  /**
   * What runs although the wanted version is not installed: go.mod or go.work asks for it, and this Go looks for it by
   * itself, as GOTOOLCHAIN says. null: nothing does. Its version is null where it does not tell it.
   */
  instead: z.object({ version: z.string().nullable(), path: z.string() }).nullable(),
  /** What decides; null where nothing does. A pin that cannot be read decides, too: nothing runs. */
  reason: z
    .object({ rule, file: z.string(), line: z.number().int().nullable(), text: z.string() })
    .nullable(),
  /** Why no Go runs; null where one does. */
  problem: failureData.nullable(),
  /** What may surprise whoever runs this Go, such as a GOROOT that names another one; each is a failure's code. */
  warnings: z.array(failureData),
  candidates: z.array(candidate),
});
export type Resolution = z.infer<typeof resolution>;

export const useResult = z.object({
  /** Go's word for the version, or `system`: the Go on PATH. */
  version: z.string(),
  /** The file that was written. */
  file: z.string(),
  /** All that stood there before, white space included; null when the file is new. */
  previous: z.string().nullable(),
  /** false: the version is written, but not installed yet; for `system`, there is no other Go on PATH. */
  installed: z.boolean(),
  /** Pins of other tools in the same folder: the written file is stronger, but those tools go by theirs. */
  outranked: z.array(
    z.object({ file: z.string(), line: z.number().int(), text: z.string(), disagrees: z.boolean() }),
  ),
  /** What BURROW_GO says, which is stronger than what was written; null when it is not set. */
  variable: z.string().nullable(),
});
export type UseResult = z.infer<typeof useResult>;

const unpinResult = z.object({
  /** The file that is away now. */
  file: z.string(),
  /** All that stood there, white space included; null: there was no such file. */
  previous: z.string().nullable(),
  /** What runs in `dir` now. */
  now: resolution,
});

export const switchingContract = {
  current: base.input(z.object({ dir: z.string() })).output(resolution),
  /** Writes `.go-version` in `dir`, or the default when `global`. */
  use: base
    .input(z.object({ version: z.string(), dir: z.string().optional(), global: z.boolean().optional() }))
    .output(useResult),
  /** Removes the `.go-version` of `dir`, or the default when `global`. One that names no version is left alone. */
  unpin: base.input(z.object({ dir: z.string(), global: z.boolean().optional() })).output(unpinResult),
  /**
   * Takes back a `use` in `dir`: where `.go-version` still holds exactly what was written for `version`, it gets
   * `previous` back, or is removed where there was none. `version` null takes back an `unpin`: the file must be away.
   */
  unuse: base
    .input(
      z.object({
        dir: z.string(),
        version: z.string().nullable(),
        previous: z.string().max(100_000).nullable(),
      }),
    )
    .output(z.object({ file: z.string() })),
  /** Gives a folder its link for editors. It follows whatever changes through Burrow; nothing is written into `dir`. */
  link: base.input(z.object({ dir: z.string() })).output(z.object({ link: editorLink })),
  unlink: base.input(z.object({ dir: z.string() })).output(z.object({ removed: z.boolean() })),
  links: base.output(z.object({ links: z.array(editorLink) })),
  which: base
    .input(z.object({ tool: z.string(), dir: z.string(), arch: z.string().optional() }))
    .output(z.object({ tool: z.string(), path: z.string(), version: z.string() })),
  /**
   * The variables with which a process runs under the Go of `dir` (or under `version`); null: to be cleared. `arch`: the
   * build of it for this processor. Where a pinned version is missing and the user wants that (`installMissing`), it is
   * installed first, with progress; not where an `arch` is named.
   */
  environment: base
    .input(z.object({ dir: z.string(), version: z.string().optional(), arch: z.string().optional() }))
    .output(
      eventIterator(
        installProgress,
        z.object({
          version: z.string(),
          /** Its `bin/go`. */
          path: z.string(),
          variables: z.record(z.string(), z.string().nullable()),
        }),
      ),
    ),
};
