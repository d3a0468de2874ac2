import { eventIterator } from '@orpc/contract';
import { z } from 'zod';
import { base, failureData } from './base.ts';
import { build } from './build.ts';
import { installProgress } from './install-progress.ts';

/** What `go build` is run with. */
export const runRequest = z.object({
  dir: z.string(),
  /** Arguments of `go build`, passed on unchanged; the package is one of them. */
  args: z.array(z.string()),
  /** The package, for display. */
  subject: z.string(),
  /** A Go version to use instead of the resolved one. */
  go: z.string().optional(),
  /** Variables for this build only, e.g. GOOS, GOARCH, CGO_ENABLED. */
  env: z.record(z.string(), z.string()).optional(),
});
export type RunRequest = z.infer<typeof runRequest>;

export const runStep = z.object({
  name: z.enum(['install', 'build', 'analyse']),
  startedAt: z.iso.datetime(),
  /** null: it is being done. */
  durationMs: z.number().nullable(),
});
export type RunStep = z.infer<typeof runStep>;

/** A build that this host runs, or ran last, without its output. */
export const buildRun = z.object({
  id: z.number().int(),
  request: runRequest,
  /** `failed`: go build failed, and `build` is its record. `not-started`: `error` says why. */
  state: z.enum(['running', 'cancelling', 'succeeded', 'failed', 'cancelled', 'not-started']),
  /** What was begun so far, in order. */
  steps: z.array(runStep),
  /** The progress of installing the pinned Go, before the build. */
  install: installProgress.nullable(),
  /** As it is run, secrets masked; null until then. */
  command: z.array(z.string()).nullable(),
  goVersion: z.string().nullable(),
  startedAt: z.iso.datetime(),
  /** null: it has not ended. */
  durationMs: z.number().nullable(),
  build: build.nullable(),
  error: failureData.nullable(),
});
export type BuildRun = z.infer<typeof buildRun>;

export const runEvent = z.discriminatedUnion('type', [
  /** A run is there, or has changed. */
  z.object({ type: z.literal('run'), run: buildRun }),
  /** More output. `whole`: it takes the place of what was sent before, and its beginning may be missing. */
  z.object({ type: z.literal('output'), id: z.number().int(), text: z.string(), whole: z.boolean() }),
  z.object({ type: z.literal('gone'), id: z.number().int() }),
]);
export type RunEvent = z.infer<typeof runEvent>;

const id = z.object({ id: z.number().int() });

/** Builds that go on while pages come and go. They end with the host. */
export const runsContract = {
  /** Starts a build. Whatever happens to it is said by `watch`. */
  start: base.input(runRequest).output(z.object({ run: buildRun })),
  /** All runs with their output so far, and then whatever changes; ends when the caller aborts it. */
  watch: base.output(eventIterator(runEvent)),
  /** Ends a build and all processes that it started; one that has ended stays as it is. */
  cancel: base.input(id).output(z.object({})),
  /** Forgets a run that has ended. Its record stays in the history. */
  dismiss: base.input(id).output(z.object({})),
  /** What a Go can build for, by `go tool dist list`; null: it is not installed, or does not say. */
  targets: base
    .input(z.object({ dir: z.string(), go: z.string().optional() }))
    .output(z.object({ targets: z.array(z.object({ target: z.string(), cgo: z.boolean() })).nullable() })),
};
