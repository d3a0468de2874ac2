import { eventIterator } from '@orpc/contract';
import { z } from 'zod';
import { base, failureData } from './base.ts';
import { runsAs } from './toolchains.ts';

/**
 * Why a tool cannot be rebuilt from its module. `local`: it was built in a folder, and nothing says which sources
 * those were. `replaced`: modules of it were replaced, which `go install` refuses. `no-module`: its build info names no
 * module and version to fetch. `link`: the file is a link to somebody else's.
 */
export const toolObstacle = z.enum(['local', 'replaced', 'no-module', 'link']);
export type ToolObstacle = z.infer<typeof toolObstacle>;

/** A Go program in the folder that `go install` writes to, read and never run. */
export const tool = z.object({
  /** The file's name: `gopls`. */
  name: z.string(),
  path: z.string(),
  /** Where the file, a link, leads to; null: it is none. */
  linkTo: z.string().nullable(),
  /** The package it was built from: `golang.org/x/tools/gopls`. Empty for programs built without modules. */
  packagePath: z.string(),
  /** null for programs built without modules. */
  module: z.string().nullable(),
  /** `v0.16.2`; `(devel)` where it was built in a folder; null for programs built without modules. */
  version: z.string().nullable(),
  /** As the program itself says it: `go1.26.1`. */
  goVersion: z.string(),
  os: z.string(),
  arch: z.string(),
  runsAs,
  /** Build settings as Go wrote them, secrets masked: `-ldflags`, `CGO_ENABLED`, … */
  settings: z.array(z.object({ key: z.string(), value: z.string() })),
  /** The commit it was built from; null where Go wrote none, as for modules. */
  vcs: z
    .object({
      system: z.string(),
      revision: z.string().nullable(),
      time: z.string().nullable(),
      /** There were changes that were not committed. */
      modified: z.boolean(),
    })
    .nullable(),
  bytes: z.number().int(),
  modifiedAt: z.iso.datetime(),
  /** Built with an older Go than the one it would be built with now. */
  outdated: z.boolean(),
  /** The Go it was built with still gets security fixes. */
  supported: z.boolean(),
  /** The day on which that ended; null while it is supported, and where the day is not known. */
  endOfLife: z.iso.date().nullable(),
  /** null: it can be rebuilt. */
  obstacle: toolObstacle.nullable(),
});
export type Tool = z.infer<typeof tool>;

/** A file of the folder that is no Go program, or cannot be read. */
export const otherFile = z.object({
  name: z.string(),
  path: z.string(),
  /** `not-go`: a script, or a program of another language. `unreadable`: no permission, or a disk that fails. */
  reason: z.enum(['not-go', 'damaged', 'too-large', 'unreadable', 'broken-link']),
});
export type OtherFile = z.infer<typeof otherFile>;

export const toolList = z.object({
  /** Where `go install` puts programs: of several folders into the first. */
  folders: z.array(
    z.object({
      path: z.string(),
      /** What names it; `default`: nothing does. */
      because: z.enum(['GOBIN', 'GOPATH', 'default']),
      exists: z.boolean(),
    }),
  ),
  /** The Go they would be built with now, that of the home folder; null: nothing says which, or it is not here. */
  goVersion: z.string().nullable(),
  /** By name. */
  tools: z.array(tool),
  others: z.array(otherFile),
});
export type ToolList = z.infer<typeof toolList>;

/** Few enough words for a hint after a switch. */
export const toolSummary = z.object({
  goVersion: z.string().nullable(),
  /** Go programs in the folder. */
  tools: z.number().int(),
  /** Those built with an older Go than `goVersion` that can be rebuilt. */
  outdated: z.number().int(),
  /** Those that do not run natively here. */
  wrongProcessor: z.number().int(),
});
export type ToolSummary = z.infer<typeof toolSummary>;

export const rebuildRequest = z.object({
  /** Names or paths; left out: what `which` says. */
  names: z.array(z.string()).optional(),
  /** `needed` (left out): built with an older Go, or not for this processor. `all`: every one that can be. */
  which: z.enum(['needed', 'all']).optional(),
  /** Build with this version; left out: with the Go of the home folder. */
  go: z.string().optional(),
});
export type RebuildRequest = z.infer<typeof rebuildRequest>;

/** A tool that is to be rebuilt, and how. */
export const rebuildStep = z.object({
  tool,
  /** Why it is passed over, said like a failure; null: it is built. */
  obstacle: failureData.nullable(),
  /** Build settings that are used again: `-tags=netgo`, `CGO_ENABLED=0`. Secrets masked. */
  kept: z.array(z.string()),
  /** Those that are not, as they name programs and files of the machine or mean nothing to another Go. */
  lost: z.array(z.string()),
});
export type RebuildStep = z.infer<typeof rebuildStep>;

export const rebuildPlan = z.object({
  /** The Go that builds. */
  goVersion: z.string(),
  steps: z.array(rebuildStep),
});
export type RebuildPlan = z.infer<typeof rebuildPlan>;

/** What became of one tool. */
export const rebuiltTool = rebuildStep.extend({
  /** `skipped`: `obstacle` says why. `failed`: `failure` does; the old file is as it was. */
  outcome: z.enum(['rebuilt', 'failed', 'skipped']),
  /** The new file; null where there is none. */
  now: z
    .object({ goVersion: z.string(), os: z.string(), arch: z.string(), bytes: z.number().int() })
    .nullable(),
  failure: failureData.nullable(),
  /** The end of what Go wrote, secrets masked, when it failed. */
  output: z.string(),
  durationMs: z.number(),
});
export type RebuiltTool = z.infer<typeof rebuiltTool>;

export const rebuildEvent = z.discriminatedUnion('type', [
  z.object({ type: z.literal('planned'), plan: rebuildPlan }),
  /** Another Burrow rebuilds tools. */
  z.object({ type: z.literal('waiting') }),
  z.object({
    type: z.literal('building'),
    path: z.string(),
    name: z.string(),
    /** Tools that are through, and all of them. */
    done: z.number().int(),
    total: z.number().int(),
    /** The last line that Go wrote. */
    line: z.string().nullable(),
  }),
  z.object({
    type: z.literal('ended'),
    result: rebuiltTool,
    done: z.number().int(),
    total: z.number().int(),
  }),
]);
export type RebuildEvent = z.infer<typeof rebuildEvent>;

export const rebuildResult = z.object({ goVersion: z.string(), results: z.array(rebuiltTool) });
export type RebuildResult = z.infer<typeof rebuildResult>;

export const toolsContract = {
  list: base.output(toolList),
  /** Cheaper than the list: for a hint. */
  summary: base.output(toolSummary),
  /** What a rebuild would do; builds nothing. */
  planRebuild: base.input(rebuildRequest).output(rebuildPlan),
  /** Rebuilds one tool after the other; a tool that fails stays as it was, and the rest goes on. */
  rebuild: base.input(rebuildRequest).output(eventIterator(rebuildEvent, rebuildResult)),
};
