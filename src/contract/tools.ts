import { eventIterator } from '@orpc/contract';
import { z } from 'zod';
import { base, failureData } from './base.ts';
import { runsAs } from './toolchains.ts';

/**
 * Why a tool cannot be rebuilt from its module. `local`: it was built in a local folder, from source code that is not
 * known. `replaced`: it uses replaced modules, which `go install` does not accept. `no-module`: its build info names
 * no module and version. `link`: the file is a link.
 */
export const toolObstacle = z.enum(['local', 'replaced', 'no-module', 'link']);
export type ToolObstacle = z.infer<typeof toolObstacle>;

/** A Go program in a folder that `go install` writes to. It is read and never run. */
export const tool = z.object({
  /** The name of the file: `gopls`. */
  name: z.string(),
  path: z.string(),
  /** The target, if the file is a link; otherwise null. */
  linkTo: z.string().nullable(),
  /** The package it was built from: `golang.org/x/tools/gopls`. Empty for programs built without modules. */
  packagePath: z.string(),
  /** null for programs built without modules. */
  module: z.string().nullable(),
  /** `v0.16.2`; `(devel)` if it was built in a local folder; null for programs built without modules. */
  version: z.string().nullable(),
  /** From its build info: `go1.26.1`. */
  goVersion: z.string(),
  os: z.string(),
  arch: z.string(),
  runsAs,
  /** Build settings as Go wrote them, secrets masked: `-ldflags`, `CGO_ENABLED`, … */
  settings: z.array(z.object({ key: z.string(), value: z.string() })),
  /** The commit it was built from; null if Go recorded none, as for modules. */
  vcs: z
    .object({
      system: z.string(),
      revision: z.string().nullable(),
      time: z.string().nullable(),
      /** There were uncommitted changes. */
      modified: z.boolean(),
    })
    .nullable(),
  bytes: z.number().int(),
  modifiedAt: z.iso.datetime(),
  /** Built with an older Go than a rebuild would use. */
  outdated: z.boolean(),
  /** The Go it was built with is still supported with security fixes. */
  supported: z.boolean(),
  /** The day on which that support ended; null: still supported, or the day is not known. */
  endOfLife: z.iso.date().nullable(),
  /** null: it can be rebuilt. */
  obstacle: toolObstacle.nullable(),
  /** It can be rebuilt, and is outdated or does not run natively here. */
  needsRebuild: z.boolean(),
});
export type Tool = z.infer<typeof tool>;

/** A file in the folder that is not a Go program, or cannot be read. */
export const otherFile = z.object({
  name: z.string(),
  path: z.string(),
  /** `not-go`: a script, or a program in another language. `unreadable`: no permission, or a disk error. */
  reason: z.enum(['not-go', 'damaged', 'too-large', 'unreadable', 'broken-link']),
});
export type OtherFile = z.infer<typeof otherFile>;

export const toolList = z.object({
  /** The folders of `go install`, which writes to the first. */
  folders: z.array(
    z.object({
      path: z.string(),
      /** The variable that names it; `default`: none does. */
      because: z.enum(['GOBIN', 'GOPATH', 'default']),
      exists: z.boolean(),
    }),
  ),
  /** The Go that a rebuild would use: that of the home folder. null: none is selected, or it is not installed. */
  goVersion: z.string().nullable(),
  /** By name. */
  tools: z.array(tool),
  others: z.array(otherFile),
});
export type ToolList = z.infer<typeof toolList>;

/** Enough for a hint after the default has changed. */
export const toolSummary = z.object({
  goVersion: z.string().nullable(),
  /** The number of Go programs. */
  tools: z.number().int(),
  /** How many of them can be rebuilt and were built with an older Go than `goVersion`. */
  outdated: z.number().int(),
  /** How many of them do not run natively here. */
  wrongProcessor: z.number().int(),
});
export type ToolSummary = z.infer<typeof toolSummary>;

export const rebuildRequest = z.object({
  /** Names or paths; omitted: see `which`. */
  names: z.array(z.string()).optional(),
  /** `needed` (the default): built with an older Go, or for another processor. `all`: all that can be rebuilt. */
  which: z.enum(['needed', 'all']).optional(),
  /** The Go version to build with; omitted: that of the home folder. */
  go: z.string().optional(),
});
export type RebuildRequest = z.infer<typeof rebuildRequest>;

/** How one tool will be rebuilt. */
export const rebuildStep = z.object({
  tool,
  /** Why it is skipped, in the form of a failure; null: it is rebuilt. */
  obstacle: failureData.nullable(),
  /** Build settings that are kept: `-tags=netgo`, `CGO_ENABLED=0`. Secrets masked. */
  kept: z.array(z.string()),
  /** Build settings that are not kept, because they name local files or have no meaning for another Go. */
  lost: z.array(z.string()),
});
export type RebuildStep = z.infer<typeof rebuildStep>;

export const rebuildPlan = z.object({
  /** The Go to build with. */
  goVersion: z.string(),
  steps: z.array(rebuildStep),
});
export type RebuildPlan = z.infer<typeof rebuildPlan>;

/** The result for one tool. */
export const rebuiltTool = rebuildStep.extend({
  /** `skipped`: because of `obstacle`. `failed`: because of `failure`; the old file is unchanged. */
  outcome: z.enum(['rebuilt', 'failed', 'skipped']),
  /** The new file; null if there is none. */
  now: z
    .object({ goVersion: z.string(), os: z.string(), arch: z.string(), bytes: z.number().int() })
    .nullable(),
  failure: failureData.nullable(),
  /** If it failed: the end of the output of Go, secrets masked. */
  output: z.string(),
  durationMs: z.number(),
});
export type RebuiltTool = z.infer<typeof rebuiltTool>;

export const rebuildEvent = z.discriminatedUnion('type', [
  z.object({ type: z.literal('planned'), plan: rebuildPlan }),
  /** Another process is rebuilding tools. */
  z.object({ type: z.literal('waiting') }),
  z.object({
    type: z.literal('building'),
    path: z.string(),
    name: z.string(),
    /** Tools that have been processed, of `total`. */
    done: z.number().int(),
    total: z.number().int(),
    /** The last line of the output of Go. */
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
  /** Cheaper than the list. */
  summary: base.output(toolSummary),
  /** Shows what a rebuild would do, and builds nothing. */
  planRebuild: base.input(rebuildRequest).output(rebuildPlan),
  /** Rebuilds one tool after another. A tool that fails is left unchanged, and the others continue. */
  rebuild: base.input(rebuildRequest).output(eventIterator(rebuildEvent, rebuildResult)),
};
