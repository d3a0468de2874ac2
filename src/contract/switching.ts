import { eventIterator } from '@orpc/contract';
import { z } from 'zod';
import { base, failureData } from './base.ts';
import { editorLink } from './editor-link.ts';
import { goneToolchain } from './gone-toolchain.ts';
import { installProgress } from './install-progress.ts';

/**
 * The places that can select a Go version; in one folder, highest precedence first. `gotoolchain` is different: with
 * it, the Go that was selected may switch to another.
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

/** One place that was considered for the Go of a folder. */
export const candidate = z.object({
  rule,
  /** The file; for `path`, the `go` that was found; for a variable of the environment, its name. */
  file: z.string(),
  /** From 1; null if there is no line. */
  line: z.number().int().nullable(),
  /** The text there: `1.26`, `golang 1.24.9`, `toolchain go1.26.1`. Each version of a list is a candidate. */
  text: z.string(),
  /**
   * The version it asks for: `go1.26.1`, `latest` or `system` (the Go on PATH), or for a GOTOOLCHAIN without a version
   * `auto`, `path`, `local`; null if it cannot be read.
   */
  wanted: z.string().nullable(),
  /** The installed version that satisfies it; null if none does. */
  version: z.string().nullable(),
  /**
   * `decides`; `agrees`: the same version, or a satisfied minimum; `overridden`: another version, but a place with
   * higher precedence decided; `too-old`: the nearest pin, which is older than what the deciding go.mod or go.work
   * below it requires; `not-installed`; `unreadable`; `shadowed`: another Go on PATH; `runs`: another Go on PATH,
   * which a command starts whatever is selected, because Burrow's shims do not stand before it. For GOTOOLCHAIN:
   * `switches`, Go leaves the version that was chosen; `fails`, Go may not or cannot; `agrees`, the chosen one runs;
   * `overridden`.
   */
  outcome: z.enum([
    'decides',
    'agrees',
    'overridden',
    'too-old',
    'not-installed',
    'unreadable',
    'shadowed',
    'runs',
    'switches',
    'fails',
  ]),
  /** A file with higher precedence in the same folder that asks for another version; null: none. */
  disagreesWith: z.string().nullable(),
});
export type Candidate = z.infer<typeof candidate>;

/** What a command `go` starts, by the PATH of one environment. */
const commandGo = z.object({
  /** `shim`: Burrow's, so that the selected Go runs. `other`: another program. `none`: there is no `go` in PATH. */
  kind: z.enum(['shim', 'other', 'none']),
  /** The program as found on PATH; null: there is none. */
  go: z.string().nullable(),
  /** Of the Go that runs in the end, Go's own switching included; null: not known without running it, or none runs. */
  version: z.string().nullable(),
  /** Why it is not Burrow's shim, and the one step that mends it, in the form of a failure; null: it is. */
  problem: failureData.nullable(),
});
export type CommandGo = z.infer<typeof commandGo>;

/** A place that decides. */
const place = z.object({ rule, file: z.string(), line: z.number().int().nullable(), text: z.string() });

export const resolution = z.object({
  dir: z.string(),
  /**
   * What Burrow selects: what `go version` prints there through its shim, Go's own switching included, or would print
   * after the download that `switch` describes. `onPath` says whether a command runs it. If no Go runs, the version that
   * is wanted (`latest`: none is installed). null: none is selected, or the Go on PATH is wanted and there is none, or
   * its version is not known.
   */
  version: z.string().nullable(),
  /** The `bin/go` of that version; null if it is neither installed nor downloaded by Go. */
  path: z.string().nullable(),
  /** Whether that version is there. */
  installed: z.boolean(),
  /**
   * The Go that is started and then hands over to `version`, or fails to; null: `version` itself is started, or
   * nothing is. Its version is null if it is not known.
   */
  instead: z.object({ version: z.string().nullable(), path: z.string() }).nullable(),
  /**
   * What Go's own switching (https://go.dev/doc/toolchain) does; null: the Go that is started runs the command itself.
   * `to`: the toolchain that it switches to or would have to, `go1.25.0`; as it is written if Go cannot read it.
   * `setBy`: the line of go.mod or go.work, or the GOTOOLCHAIN, that names it. `how`: `path`, Go finds it on PATH;
   * `download`, Go downloads it, unless its module cache has it already (then `path` above leads there); `fails`, with
   * the reason in `why`: either `go version` fails (then it is the `problem` too), or it prints `version`, which is too
   * old, and the commands that read go.mod fail.
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
   * The release that installing the wanted version would get, as far as is known without a network: `go1.26.8` for
   * `1.26`. null: it is installed, no version is wanted, or no such release is known.
   */
  installs: z.string().nullable(),
  /** If no Go runs because the wanted version was adopted and is gone; otherwise null. */
  gone: goneToolchain.nullable(),
  /** What decides which Go is started; null: nothing. A pin that cannot be read also decides: then nothing runs. */
  reason: place.nullable(),
  /** Why `go version` does not run; null if it does, or does after a download. */
  problem: failureData.nullable(),
  /** What may surprise although a Go runs, such as the GOROOT of another Go, in the form of failures. */
  warnings: z.array(failureData),
  /** Every place that can select a Go, highest precedence first. */
  candidates: z.array(candidate),
  /**
   * The top folder of the repository that contains `dir`, if the pin that decides is above it, outside the repository
   * (`~/.tool-versions`); otherwise null.
   */
  outsideRepository: z.string().nullable(),
  /** What a command `go` really starts in this environment. */
  onPath: commandGo,
});
export type Resolution = z.infer<typeof resolution>;

export const useResult = z.object({
  /** `go1.26.1`, or `system`: the Go on PATH. */
  version: z.string(),
  /** The file that was written. */
  file: z.string(),
  /** The previous content, including white space; null if the file is new. */
  previous: z.string().nullable(),
  /** false: the version was written but is not installed; for `system`, there is no other Go on PATH. */
  installed: z.boolean(),
  /** If it is not installed, the release that installing it would get; as in a resolution. */
  installs: z.string().nullable(),
  /**
   * Pins in files of other tools in the same folder. The written file takes precedence, but those tools use their own.
   */
  outranked: z.array(
    z.object({ file: z.string(), line: z.number().int(), text: z.string(), disagrees: z.boolean() }),
  ),
  /** The value of BURROW_GO, which takes precedence over what was written; null if it is not set. */
  variable: z.string().nullable(),
});
export type UseResult = z.infer<typeof useResult>;

const unpinResult = z.object({
  /** The file that was removed. */
  file: z.string(),
  /** Its content, including white space; null: there was no such file. */
  previous: z.string().nullable(),
  /** The resolution of `dir` afterwards. */
  now: resolution,
});

export const switchingContract = {
  current: base.input(z.object({ dir: z.string() })).output(resolution),
  /** Writes `.go-version` in `dir`, or with `global`, the default. */
  use: base
    .input(z.object({ version: z.string(), dir: z.string().optional(), global: z.boolean().optional() }))
    .output(useResult),
  /** Removes the `.go-version` of `dir`, or with `global`, the default. A file without a version is not removed. */
  unpin: base.input(z.object({ dir: z.string(), global: z.boolean().optional() })).output(unpinResult),
  /**
   * Undoes a `use` in `dir`: if `.go-version` still contains exactly what was written for `version`, its content
   * becomes `previous` again, or it is removed if `previous` is null. With `version` null, undoes an `unpin`; then the
   * file must not exist.
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
  /** Makes the link of a folder for editors. Burrow keeps it up to date; nothing is written into `dir`. */
  link: base.input(z.object({ dir: z.string() })).output(z.object({ link: editorLink })),
  unlink: base.input(z.object({ dir: z.string() })).output(z.object({ removed: z.boolean() })),
  links: base.output(z.object({ links: z.array(editorLink) })),
  which: base
    .input(z.object({ tool: z.string(), dir: z.string(), arch: z.string().optional() }))
    .output(z.object({ tool: z.string(), path: z.string(), version: z.string() })),
  /**
   * The variables for running a process with the Go of `dir`, or with `version`; a variable that is null must be
   * unset. `command`: what will run; the -C flag of a `go` command changes the folder. `arch`: use the build for this
   * processor. A missing pinned version is installed first, with progress, if the setting `installMissing` is on and no
   * `arch` is given.
   */
  environment: base
    .input(
      z.object({
        dir: z.string(),
        command: z.array(z.string()).optional(),
        version: z.string().optional(),
        arch: z.string().optional(),
      }),
    )
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
