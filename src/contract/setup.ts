import { eventIterator } from '@orpc/contract';
import { z } from 'zod';
import { base, failureData } from './base.ts';
import { startMode } from './consistency.ts';
import { variableOrigin } from './environment.ts';
import { installProgress } from './install-progress.ts';
import { proxyVerdict } from './proxies.ts';
import { type SetupStepId, setupSteps } from './setup-steps.ts';
import { shellName } from './shell.ts';
import { foundToolchain, toolchain } from './toolchains.ts';

export const setupStepId = z.enum(setupSteps);

/**
 * `done`: seen to be so, now. `open`: not done yet. `skipped`: open, and the user said to leave it. `problem`: it
 * cannot work as it is; `problem` says why, and what to do.
 */
const common = z.object({
  state: z.enum(['done', 'open', 'skipped', 'problem']),
  problem: failureData.nullable(),
  /** Whether `undoStep` has something to undo: what the set-up itself did in this step. */
  undoable: z.boolean(),
});

// oxlint-disable-next-line no-unnecessary-type-parameters -- it makes the id a literal
function step<Id extends SetupStepId, Facts extends z.ZodRawShape>(id: Id, facts: Facts) {
  return common.extend({ id: z.literal(id), ...facts });
}

const machineStep = step('machine', {
  os: z.string(),
  /** Of the hardware. */
  arch: z.string(),
  osVersion: z.string(),
  processor: z.string(),
  /** This process, and so the terminal that started it, runs under Rosetta. */
  translated: z.boolean(),
  /** The C compiler that cgo would start; null: there is none. */
  cCompiler: z.string().nullable(),
  git: z.string().nullable(),
  /** All that is worth knowing, the most important first, each with what to do about it; in the form of failures. */
  notes: z.array(failureData),
});

const foundStep = step('found', {
  /** Without those of Go's module cache. */
  gos: z.array(foundToolchain),
});

/** What a value of GOPROXY gave when it was measured. */
export const measuredProxies = z.object({
  /** The name of a preset; null: the value in effect, which is none of them. */
  preset: z.string().nullable(),
  /** Secrets masked; null: Go's default, which is not known before there is a Go. */
  value: z.string().nullable(),
  verdict: proxyVerdict.nullable(),
  /** ms, the median of several requests to its first proxy; null: none was answered. */
  latency: z.number().nullable(),
});
export type MeasuredProxies = z.infer<typeof measuredProxies>;

const proxyStep = step('proxy', {
  /** GOPROXY in effect, secrets masked; null: Go's default, which is not known before there is a Go. */
  value: z.string().nullable(),
  /** Where it is set; null: nowhere, so that Go's default holds. */
  origin: variableOrigin.nullable(),
  /** Of proxyPresets; null: the user's own. */
  preset: z.string().nullable(),
  /** When this value was last measured, and delivered a module; null: not yet. */
  seenAt: z.iso.datetime().nullable(),
});

const toolchainStep = step('toolchain', {
  /** Those that run here, newest first. */
  installed: z.array(toolchain),
  /** The newest stable release that is known; null: none is. */
  newest: z.string().nullable(),
});

const defaultStep = step('default', {
  /** As it stands in the file: `go1.26.1`; null: there is no default. */
  wanted: z.string().nullable(),
  /** The installed version that it selects; null: none. */
  version: z.string().nullable(),
  /** What `run` would set when no version is given; null: nothing is installed. */
  proposed: z.string().nullable(),
});

/** What one start of a shell gives. */
export const shellSight = z.object({
  shell: z.string(),
  mode: startMode,
  /** The `go` that it finds; null: none. */
  go: z.string().nullable(),
  /** null: not known without running it, or there is none. */
  version: z.string().nullable(),
  isShim: z.boolean(),
  /** Where it finds `burrow`; null: it does not. */
  burrow: z.string().nullable(),
  /** Why nothing is known, in the form of a failure. */
  unknown: failureData.nullable(),
});
export type ShellSight = z.infer<typeof shellSight>;

const shellStep = step('shell', {
  /** Those in use, the login shell first. */
  shells: z.array(
    z.object({ name: shellName, path: z.string().nullable(), login: z.boolean(), used: z.boolean() }),
  ),
  /** How a new terminal of each shell in use starts, just now. */
  seen: z.array(shellSight),
});

const editorStep = step('editor', {
  editors: z.array(
    z.object({
      name: z.enum(['vscode', 'goland']),
      /** Where it was found. */
      path: z.string(),
      /** Its file of settings; null: it has none that Burrow reads. */
      settings: z.string().nullable(),
      /** Settings there that keep the editor from the Go of the terminal: `go.goroot`. */
      conflicts: z.array(z.object({ name: z.string(), value: z.string(), line: z.number().int() })),
      /** What to set where the editor does not have the terminal's PATH: the line, or the path to paste; null: nothing. */
      setting: z.string().nullable(),
    }),
  ),
  /** Folders with a link for editors. */
  links: z.array(z.object({ folder: z.string(), path: z.string() })),
});

const projectStep = step('project', {
  /** Of known projects, last used first; only those that exist. */
  projects: z.array(z.string()),
  /** The folder that `run` would make when none is given. */
  proposed: z.string(),
});

const seenStep = step('seen', {
  /** How the login shell starts, just now; null: there is none. */
  shell: shellSight.nullable(),
  /** The environment of an app on a Mac; null: it is no Mac, or nothing is known. */
  app: shellSight.nullable(),
  /** What `go version` printed in it when it was last seen to work. */
  goVersion: z.string().nullable(),
  /** Of `go env`, by name; secrets masked. */
  variables: z.record(z.string(), z.string()),
  /** What the program printed, and ms to build and run it. */
  hello: z.object({ output: z.string(), ms: z.number() }).nullable(),
  seenAt: z.iso.datetime().nullable(),
});

export const setupStep = z.discriminatedUnion('id', [
  machineStep,
  foundStep,
  proxyStep,
  toolchainStep,
  defaultStep,
  shellStep,
  editorStep,
  projectStep,
  seenStep,
]);
export type SetupStep = z.infer<typeof setupStep>;
/** One step of a kind: `StepOf<'shell'>`. */
export type StepOf<Id extends SetupStep['id']> = Extract<SetupStep, { id: Id }>;

export const setupStatus = z.object({
  /** All of them, in order. */
  steps: z.array(setupStep),
  /** A needed one that has a problem, otherwise the first that is open or has one; null: none is. */
  next: setupStepId.nullable(),
  /** Whether a working `go` in a new terminal still needs something. */
  needed: z.boolean(),
});
export type SetupStatus = z.infer<typeof setupStatus>;

/** What a step does. All that is left out is decided as `--yes` does. */
export const setupChoice = z.discriminatedUnion('step', [
  /** Nothing: what is missing there is for the user. */
  z.object({ step: z.literal('machine') }),
  /** `adopt`: their GOROOTs; by default none. */
  z.object({ step: z.literal('found'), adopt: z.array(z.string()).optional() }),
  /** `preset`: its name, to be set as GOPROXY. By default it is measured, and set only if Go's default does not answer. */
  z.object({ step: z.literal('proxy'), preset: z.string().optional() }),
  /** By default the newest stable release, unless something that runs here is installed. */
  z.object({ step: z.literal('toolchain'), version: z.string().optional(), from: z.string().optional() }),
  z.object({ step: z.literal('default'), version: z.string().optional() }),
  z.object({ step: z.literal('shell'), shells: z.array(shellName).min(1).optional() }),
  /** `dir`: the folder to link for an editor that wants the path of one Go; by default none. */
  z.object({ step: z.literal('editor'), dir: z.string().optional() }),
  /** `dir`: a folder of the user's, which is added to the projects; if there is none, it is made, with a first program. */
  z.object({ step: z.literal('project'), dir: z.string().optional() }),
  z.object({ step: z.literal('seen') }),
]);
export type SetupChoice = z.infer<typeof setupChoice>;

/** What `run` would do. */
export const setupPreview = z.object({
  step: setupStepId,
  /** Names exactly this; `run` with it fails if it would do something else by then. */
  id: z.string(),
  /** In order, in the form of failures; empty: nothing. */
  does: z.array(failureData),
  files: z.array(z.object({ path: z.string(), diff: z.string() })),
  /** Bytes to download; null: none, or not known. */
  bytes: z.number().int().nullable(),
  /** Why it cannot be done as things are, in the form of a failure; null: it can. */
  obstacle: failureData.nullable(),
});
export type SetupPreview = z.infer<typeof setupPreview>;

export const setupProgress = z.discriminatedUnion('kind', [
  /** Of an install. */
  z.object({ kind: z.literal('install'), step: setupStepId, progress: installProgress }),
  z.object({ kind: z.literal('measured'), step: setupStepId, proxies: measuredProxies }),
  /** What is being done now, in the form of a failure. */
  z.object({ kind: z.literal('doing'), step: setupStepId, what: failureData }),
]);
export type SetupProgress = z.infer<typeof setupProgress>;

export const setupRun = z.object({
  step: setupStep,
  /** Whether anything on this machine was changed. */
  changed: z.boolean(),
  /** What was done, or should be known, in the form of failures. */
  notes: z.array(failureData),
});
export type SetupRun = z.infer<typeof setupRun>;

/** What the whole undo does with one thing. */
export const setupUndoItem = z.object({
  /**
   * `file`: a file of the user's gets its old content back, or is deleted if it was made. `toolchain`, `home`: removed;
   * `home` is Burrow's folder, all but what is listed. `link`: an adopted toolchain, whose own files stay. `project`:
   * what the set-up made there. `history`: recorded builds.
   */
  kind: z.enum(['file', 'toolchain', 'link', 'project', 'history', 'home']),
  path: z.string(),
  fate: z.enum(['restored', 'deleted', 'kept']),
  /** Why it is kept, in the form of a failure. */
  why: failureData.nullable(),
  /** Unified; empty: none is shown. */
  diff: z.string(),
  /** Bytes on disk that are freed; null: not counted. */
  bytes: z.number().int().nullable(),
});
export type SetupUndoItem = z.infer<typeof setupUndoItem>;

export const setupUndoPreview = z.object({
  /** Names exactly this; `undo` fails if it would do something else by then. */
  id: z.string(),
  items: z.array(setupUndoItem),
  bytes: z.number().int(),
});
export type SetupUndoPreview = z.infer<typeof setupUndoPreview>;

export const setupUndoResult = z.object({
  items: z.array(setupUndoItem),
  /** Bytes freed. */
  bytes: z.number().int(),
});
export type SetupUndoResult = z.infer<typeof setupUndoResult>;

const all = z.object({
  /** As `toolchain` takes them. */
  version: z.string().optional(),
  from: z.string().optional(),
  /** By default those in use. */
  shells: z.array(shellName).min(1).optional(),
});

export const setupContract = {
  /** Whether the app begins with the set-up: nothing is set up here, and the user has not left it before. */
  firstStart: base.output(z.object({ first: z.boolean() })),
  /** The user left the set-up: the app does not begin with it again. */
  leave: base.output(z.object({})),
  /** Looks at this machine, and starts the shells in use; asks no network and changes nothing. */
  status: base.output(setupStatus),
  /** What a step would do. Changes nothing. */
  preview: base.input(setupChoice).output(setupPreview),
  /** Does a step, unless `id` is given and the preview would now be another. */
  run: base
    .input(z.object({ choice: setupChoice, id: z.string().optional() }))
    .output(eventIterator(setupProgress, setupRun)),
  /** Leaves a step, or with `skipped: false` takes it up again. */
  skip: base
    .input(z.object({ step: setupStepId, skipped: z.boolean().optional() }))
    .output(z.object({ step: setupStep })),
  /** Undoes what the set-up did in one step. */
  undoStep: base.input(z.object({ step: setupStepId })).output(setupRun),
  /** Every step that is open, as `--yes`: adopts nothing, and asks nothing. A second run changes nothing. */
  runAll: base
    .input(all)
    .output(
      eventIterator(
        z.discriminatedUnion('kind', [
          ...setupProgress.options,
          z.object({ kind: z.literal('step'), run: setupRun }),
        ]),
        z.object({ status: setupStatus, changed: z.boolean(), notes: z.array(failureData) }),
      ),
    ),
  /** What `undo` would take away. Changes nothing. */
  undoPreview: base.output(setupUndoPreview),
  /** Removes all that Burrow made on this machine and gives back what it changed; Go's own caches stay. */
  undo: base.input(z.object({ id: z.string() })).output(eventIterator(setupUndoItem, setupUndoResult)),
};
