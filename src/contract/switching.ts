import { eventIterator } from '@orpc/contract';
import { z } from 'zod';
import { base, failureData } from './base.ts';
import { editorLink } from './editor-link.ts';
import { goneToolchain } from './gone-toolchain.ts';
import { installProgress } from './install-progress.ts';

/** The places that can select a Go version, highest precedence first. */
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

/** One place that was considered for the Go of a folder. */
export const candidate = z.object({
  rule,
  /** The file; for `path`, the `go` that was found; for `burrow-go`, the name of the variable. */
  file: z.string(),
  /** From 1; null if there is no line. */
  line: z.number().int().nullable(),
  /** The text there: `1.26`, `golang 1.24.9`, `toolchain go1.26.1`. Each version of a list is a candidate. */
  text: z.string(),
  /** The version it asks for: `go1.26.1`, `latest` or `system` (the Go on PATH); null if it cannot be read. */
  wanted: z.string().nullable(),
  /** The installed version that satisfies it; null if none does. */
  version: z.string().nullable(),
  /**
   * `decides`; `agrees`: the same version, or a minimum that is met; `overridden`: another version, but a place with
   * higher precedence decided; `not-installed`; `unreadable`; `shadowed`: another Go on PATH.
   */
  outcome: z.enum(['decides', 'agrees', 'overridden', 'not-installed', 'unreadable', 'shadowed']),
  /** A file with higher precedence in the same folder that asks for another version; null: none. */
  disagreesWith: z.string().nullable(),
});
export type Candidate = z.infer<typeof candidate>;

export const resolution = z.object({
  dir: z.string(),
  /**
   * The Go that runs, or that is wanted and not installed (`latest`: none is installed). null: none is selected, or
   * the Go on PATH is wanted and there is none, or its version is not known.
   */
  version: z.string().nullable(),
  /** Its `bin/go`; null if it is not installed. */
  path: z.string().nullable(),
  installed: z.boolean(),
  /**
   * The Go that runs although the wanted version is not installed: go.mod or go.work asks for it, and this Go looks
   * for it according to GOTOOLCHAIN. null: none. Its version is null if it is not known.
   */
  instead: z.object({ version: z.string().nullable(), path: z.string() }).nullable(),
  /**
   * The release that installing the wanted version would get, as far as is known without a network: `go1.26.8` for
   * `1.26`. null: it is installed, no version is wanted, or no such release is known.
   */
  installs: z.string().nullable(),
  /** If no Go runs because the wanted version was adopted and is gone; otherwise null. */
  gone: goneToolchain.nullable(),
  /** What decided; null: nothing. A pin that cannot be read also decides: then nothing runs. */
  reason: z
    .object({ rule, file: z.string(), line: z.number().int().nullable(), text: z.string() })
    .nullable(),
  /** Why no Go runs; null if one does. */
  problem: failureData.nullable(),
  candidates: z.array(candidate),
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
   * The variables for running a process with the Go of `dir`, or with `version`; a variable that is null is to be
   * unset. `arch`: use the build for this processor. A missing pinned version is installed first, with progress, if
   * the setting `installMissing` is on and no `arch` is given.
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
