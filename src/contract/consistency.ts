import { z } from 'zod';
import { base, failureData } from './base.ts';
import { shellModes } from './shell-modes.ts';
import { resolution } from './switching.ts';

/**
 * How a program gets its environment. `script`: from a shell that another program started. `login`: from one that shows
 * no prompt, as ssh with a command. `interactive`: in a new tab of most terminals on Linux. `login-interactive`: in a
 * new window of a terminal on a Mac, or over ssh. `desktop`: as an app that the Dock or a launcher starts.
 */
export const startMode = z.enum([...shellModes, 'desktop']);
export type StartedAs = z.infer<typeof startMode>;

const start = z.object({
  /** The name of the shell: `zsh`. null: `desktop`, where none is started. */
  shell: z.string().nullable(),
  mode: startMode,
});

/** Which Go a start gives. */
const startedGo = z.object({
  /** As found on PATH; null: there is none. */
  go: z.string().nullable(),
  /** Of the Go that runs in the end; null: not known without running it, or there is none. */
  version: z.string().nullable(),
  /** `go` is Burrow's shim. */
  isShim: z.boolean(),
  /** `go` is Burrow's shim, which has no Go to run in the folder. */
  selectsNone: z.literal(true).optional(),
  /** `go` is Burrow's shim, and `version` is selected but not installed. */
  notInstalled: z.literal(true).optional(),
  /** `go` is something else to this shell, which hides the program; null: it is the program. */
  hiddenBy: z.enum(['alias', 'function']).nullable(),
});
export type StartedGo = z.infer<typeof startedGo>;

export const shellStart = start.extend(startedGo.shape).extend({
  /** The shell itself; null: `desktop`. */
  path: z.string().nullable(),
  /** It is the login shell. */
  login: z.boolean(),
  /** It is the login shell, or has a profile. */
  used: z.boolean(),
  /** The shell changed neither PATH nor a variable of Go: a program gets what the shell was started with. */
  inherits: z.boolean(),
  /** Go's variables in the environment, by name; secrets masked. */
  variables: z.record(z.string(), z.string()),
  /** Why nothing is known, in the form of a failure; then all else is empty. */
  unknown: failureData.optional(),
});
export type ShellStart = z.infer<typeof shellStart>;

/** The line of a profile that made a difference. */
const place = z.object({ file: z.string(), line: z.number().int() });

/**
 * Why another Go runs. `in-front`: `folder` stands before the usual one in PATH. `instead`: the usual folder is not in
 * PATH, and `folder` is. `missing`: there is no Go in PATH, nor `folder`, where it usually is. `extra`: usually there
 * is none. `resolved`: it is the same program, which a variable makes run another version.
 * `not-hidden`: usually `go` is an alias or a function, and here it is not.
 */
export const goCause = z.enum([
  'in-front',
  'instead',
  'missing',
  'extra',
  'resolved',
  'alias',
  'function',
  'not-hidden',
]);
export type GoCause = z.infer<typeof goCause>;

/** What is unlike in the login shell, in some starts of a shell that is in use, or for apps. */
export const startDifference = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('go'),
    starts: z.array(start),
    found: startedGo,
    usual: startedGo,
    cause: goCause,
    folder: z.string().nullable(),
    /** null: not known. */
    at: place.nullable(),
    /** Where something is missing: the line that gives it where it is usual. */
    usualAt: place.nullable(),
  }),
  z.object({
    kind: z.literal('variable'),
    starts: z.array(start),
    name: z.string(),
    /** Secrets masked; null: not set. */
    found: z.string().nullable(),
    usual: z.string().nullable(),
    at: place.nullable(),
    usualAt: place.nullable(),
  }),
]);
export type StartDifference = z.infer<typeof startDifference>;

export const consistency = z.object({
  /** The folder for which Burrow's shim was resolved. */
  dir: z.string(),
  /** Login shell first; the modes of each shell in the order of `startMode`; `desktop` last. */
  shells: z.array(shellStart),
  /** What is usual: that of the login shell. null: it did not answer. */
  usual: startedGo.nullable(),
  differences: z.array(startDifference),
});
export type Consistency = z.infer<typeof consistency>;

/** What a command `go` starts in a terminal that is opened now, or in an app. */
const goPlace = start.extend({
  /** The shell itself; null: `desktop`. */
  path: z.string().nullable(),
  /** What Burrow selects there, and what a command really starts; null: not known. */
  found: resolution
    .pick({ version: true, path: true, installed: true, problem: true, onPath: true })
    .nullable(),
  /** Why it is not known, in the form of a failure; otherwise null. */
  unknown: failureData.nullable(),
});
export type GoPlace = z.infer<typeof goPlace>;

export const goPlaces = z.object({
  dir: z.string(),
  /** A new terminal first, apps last. Of a login shell on Linux both kinds of terminals, if a desktop is there. */
  places: z.array(goPlace),
});
export type GoPlaces = z.infer<typeof goPlaces>;

/** Where the environment of this Burrow comes from. */
export const hostEnvironment = z.discriminatedUnion('from', [
  /** The terminal, or whatever else started it. */
  z.object({ from: z.literal('start') }),
  /** It was started from the desktop, and asked the login shell. */
  z.object({ from: z.literal('login-shell'), shell: z.string() }),
  /** The login shell gave no answer. */
  z.object({ from: z.literal('unknown'), reason: failureData }),
]);
export type HostEnvironment = z.infer<typeof hostEnvironment>;

export const consistencyContract = {
  /** Starts every installed shell in every mode and asks for its environment; takes as long as the slowest, up to 10 s. */
  show: base.input(z.object({ dir: z.string() })).output(consistency),
  /**
   * Starts the login shell as a new terminal does, asks for the environment of apps, and says what a command `go` starts
   * in `dir`. Takes as long as a new terminal, and twice that where another Go runs, whose line is then looked for; at
   * most 20 s.
   */
  places: base.input(z.object({ dir: z.string() })).output(goPlaces),
  /** Answers when the environment of this Burrow is known. */
  host: base.output(hostEnvironment),
};
