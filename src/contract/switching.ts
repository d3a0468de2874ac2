import { eventIterator } from '@orpc/contract';
import { z } from 'zod';
import { base, failureData } from './base.ts';
import { editorLink } from './editor-link.ts';
import { installProgress } from './install-progress.ts';

/**
 * Where a wish for a Go version can stand, strongest first. `gotoolchain` stands apart: the GOTOOLCHAIN by which the Go
 * that was chosen may switch to another.
 */
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
  'gotoolchain',
]);
export type Rule = z.infer<typeof rule>;

/** One place that says something about the Go of a folder. */
export const candidate = z.object({
  rule,
  /** The file that says so; for `path` the `go` found there; for a variable of the environment, its name. */
  file: z.string(),
  /** 1-based; null where a line means nothing. */
  line: z.number().int().nullable(),
  /**
   * The words that stand there: `1.26`, `golang 1.24.9`, `toolchain go1.26.1`; each of a list is a candidate. Of
   * GOTOOLCHAIN its value.
   */
  text: z.string(),
  /**
   * Go's word for the version it asks for, `latest`, `system` (the Go on PATH), or of a GOTOOLCHAIN without a version
   * `auto`, `path`, `local`; null when it cannot be read.
   */
  wanted: z.string().nullable(),
  /** The installed version that meets it; null when none does. */
  version: z.string().nullable(),
  /**
   * `decides`; `agrees` (says the same, or a minimum that is met); `overridden` (says otherwise, a stronger one
   * decided); `not-installed`; `unreadable`; `shadowed` (another Go on PATH). Of GOTOOLCHAIN: `switches` (Go leaves the
   * version that was chosen), `fails` (Go may not, or cannot), `agrees` (the chosen one runs), `overridden`.
   */
  outcome: z.enum([
    'decides',
    'agrees',
    'overridden',
    'not-installed',
    'unreadable',
    'shadowed',
    'switches',
    'fails',
  ]),
  /** A stronger file of the same folder that says otherwise; null when none does. */
  disagreesWith: z.string().nullable(),
});
export type Candidate = z.infer<typeof candidate>;

/** A place that decides. */
const place = z.object({ rule, file: z.string(), line: z.number().int().nullable(), text: z.string() });

export const resolution = z.object({
  dir: z.string(),
  /**
   * What `go version` prints there, Go's own switching included, or would print after the download that `switch` tells
   * of. Where no Go runs, the version that is wanted (`latest`: none is installed); null when nothing says, and where
   * the Go on PATH is wanted and there is none or it does not tell its version.
   */
  version: z.string().nullable(),
  /** The `bin/go` of that version; null when it is not installed, nor downloaded by Go. */
  path: z.string().nullable(),
  /** Whether that version is there. */
  installed: z.boolean(),
  /**
   * The Go that is started and then leaves the work to `version`, or fails to; null: it is `version` that is started,
   * or nothing is. Its version is null where it does not tell it.
   */
  instead: z.object({ version: z.string().nullable(), path: z.string() }).nullable(),
  /**
   * What Go's own switching (https://go.dev/doc/toolchain) does; null: nothing, the Go that is started does the work.
   * `to`: the toolchain that it switches to or would have to, `go1.25.0`, as it is written where Go cannot read it.
   * `setBy`: the line of go.mod or go.work, or the GOTOOLCHAIN, that names it. `how`: `path`, Go finds it on PATH;
   * `download`, Go downloads it, unless its module cache has it already (then `path` above leads there); `fails`, with
   * the reason in `why`: `go version` fails (then it is the `problem`, too), or it prints `version`, which is too old,
   * and the commands that read go.mod fail.
   */
  switch: z
    .object({
      to: z.string(),
      setBy: place,
      how: z.enum(['path', 'download', 'fails']),
      why: failureData.nullable(),
    })
    .nullable(),
  /**
   * What decides which Go is started; null where nothing does. A pin that cannot be read decides, too: nothing runs.
   */
  reason: place.nullable(),
  /** Why `go version` does not run; null where it does, or does after a download. */
  problem: failureData.nullable(),
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
