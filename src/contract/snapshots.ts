import { z } from 'zod';
import { base } from './base.ts';
import { startMode } from './consistency.ts';
import { doctorEvidence, doctorSeverity } from './doctor.ts';
import { variableOrigin } from './environment.ts';
import { goManager } from './toolchains.ts';

/** A file from elsewhere has no longer ones. */
const text = z.string().max(20_000);
const list = <T extends z.ZodType>(item: T) => z.array(item).max(2000);

/** A program, and the first line that it prints about its version. */
const program = z.object({ path: text, version: text });

/**
 * What decides how Go works on a machine, at one moment. The home folder is `~` in every path, secrets are masked, and
 * lists are sorted. `null` for a part as a whole: it is not known, and nothing is said about it in a comparison.
 */
export const snapshot = z.object({
  format: z.literal('burrow-environment'),
  /** Of the format. */
  version: z.literal(1),
  takenAt: z.iso.datetime(),
  /** Names the machine for people; no fact. */
  host: text,
  /** Burrow's version. */
  burrow: text,
  system: z.object({
    os: text,
    arch: text,
    /** `Debian GNU/Linux 12 (bookworm)`. */
    release: text,
    processor: text,
    /** Burrow ran under Rosetta. */
    translated: z.boolean(),
    /** `glibc 2.36`; null: the system has none. */
    libc: text.nullable(),
  }),
  /** The Go that runs outside of shells, in the folder that was asked; `version` null: none. */
  go: z.object({ version: text.nullable(), goroot: text.nullable() }).nullable(),
  /** What Go says of its variables. */
  variables: list(
    z.object({
      name: text,
      value: text,
      origin: variableOrigin.pick({ kind: true, file: true, line: true }),
    }),
  ).nullable(),
  /** Which Go a program gets from each shell; null, and missing starts: not known. */
  starts: list(z.object({ shell: text.nullable(), mode: startMode, version: text.nullable() })).nullable(),
  toolchains: list(
    z.object({
      version: text,
      os: text,
      arch: text,
      /** The manager that it was adopted from; null: Burrow installed it. */
      adopted: goManager.nullable(),
      default: z.boolean(),
      /** How it was verified: `sha256`, `checksum-database` or `none`. */
      verified: text,
    }),
  ),
  /** The folders of PATH with a `go` in them, Burrow's, and those of `go install`; in order. */
  path: list(text),
  shells: list(z.object({ path: text, version: text.nullable(), login: z.boolean() })),
  /** The startup files of the shells in use that exist. */
  profiles: list(
    z.object({
      path: text,
      /** Hex; null: it cannot be read. */
      sha256: text.nullable(),
      /** Burrow's block is in it. */
      block: z.boolean(),
    }),
  ),
  /** null: not installed, as for the next two. */
  git: program.nullable(),
  /** What cgo uses. */
  compiler: program.nullable(),
  pkgConfig: program.nullable(),
  /** The container engine. `slow`: it did not answer within 2 s. */
  engine: z.discriminatedUnion('state', [
    z.object({ state: z.literal('answers'), product: text, version: text }),
    z.object({ state: z.literal('slow') }),
    z.object({ state: z.literal('none') }),
  ]),
});
export type Snapshot = z.infer<typeof snapshot>;

/** What a fact is about; what matters most for Go first. */
export const factKind = z.enum([
  'go',
  'start',
  'default',
  'variable',
  'compiler',
  'processor',
  'translated',
  'os',
  'toolchain',
  'path',
  'libc',
  'pkg-config',
  'git',
  'engine',
  'login-shell',
  'shell',
  'profile',
  'release',
  'processor-name',
  'burrow',
]);
export type FactKind = z.infer<typeof factKind>;

/** The state of a fact in one snapshot. */
export const factState = z.object({
  /** null: there is none. */
  value: z.string().nullable(),
  /** Of a variable, its origin; of a profile, whether Burrow's block is in it (`block`); of a toolchain, how it came. */
  origin: z.string().nullable(),
  /** The file that says so; null: none does. */
  file: z.string().nullable(),
  /** Counted from 1. */
  line: z.number().int().nullable(),
});
export type FactState = z.infer<typeof factState>;

/** A fact that is not the same in two snapshots. */
export const change = z.object({
  /** `go`, `GOFLAGS`, `start:zsh:login`, `profile:~/.zshrc`. */
  id: z.string(),
  kind: factKind,
  /** What it is called: the variable, the file, the toolchain; of a start, the shell; empty: `kind` says it all. */
  name: z.string(),
  /** Of a start. */
  mode: startMode.nullable(),
  before: factState,
  after: factState,
});
export type Change = z.infer<typeof change>;

/** One side of a comparison. `text`: the content of a file. */
export const snapshotRef = z.discriminatedUnion('from', [
  z.object({ from: z.literal('now') }),
  z.object({ from: z.literal('history'), id: z.string() }),
  z.object({ from: z.literal('file'), path: z.string() }),
  z.object({ from: z.literal('text'), name: z.string(), text: z.string() }),
]);
export type SnapshotRef = z.infer<typeof snapshotRef>;

const side = z.object({ host: z.string(), takenAt: z.iso.datetime() });

export const snapshotComparison = z.object({
  a: side,
  b: side,
  /** What matters most for Go comes first. */
  changes: z.array(change),
});
export type SnapshotComparison = z.infer<typeof snapshotComparison>;

/** A snapshot in the history. */
export const keptSnapshot = z.object({
  /** `s12`; never used again. */
  id: z.string(),
  takenAt: z.iso.datetime(),
  /** Until then the machine was seen unchanged. */
  lastSeenAt: z.iso.datetime(),
  host: z.string(),
  /** The version of Go; null: none, or not known. */
  go: z.string().nullable(),
  /** Since the one before; null: it is the first, or the one before is damaged. */
  changes: z.array(change).nullable(),
});
export type KeptSnapshot = z.infer<typeof keptSnapshot>;

/** A fact that is not as a project's baseline says. */
export const driftFinding = z.object({
  /** The id of the fact. */
  id: z.string(),
  severity: doctorSeverity,
  /** `drift`: it is another. `unknown`: nothing is known of it here, or Burrow knows no such fact. */
  problem: z.enum(['drift', 'unknown']),
  kind: factKind.nullable(),
  /** As of a change. */
  name: z.string(),
  mode: startMode.nullable(),
  /** As the baseline says; null: there must be none. */
  expected: z.string().nullable(),
  found: z.string().nullable(),
  evidence: z.array(doctorEvidence),
  /** null: there is no single command. */
  fix: z.object({ kind: z.literal('command'), command: z.string() }).nullable(),
});
export type DriftFinding = z.infer<typeof driftFinding>;

const where = z.object({
  /** The folder whose Go is asked; by default the home folder. */
  dir: z.string().optional(),
});

export const snapshotsContract = {
  /** How the machine is now. `host` replaces its name. Starts the shells; takes up to 5 s. Keeps nothing. */
  take: base.input(where.extend({ host: z.string().max(200).optional() })).output(snapshot),
  /** Takes one of the home folder and keeps it in the history, unless nothing has changed since the last one. */
  keep: base.input(z.object({})).output(z.object({ id: z.string(), isNew: z.boolean(), snapshot })),
  /**
   * Takes one and writes it to a file, or, as `baseline`, what a team can share of it. `overwrite`: also in place of a
   * file that is not of the same kind. Failures: snapshot.other-file, those of files.
   */
  save: base
    .input(
      where.extend({
        file: z.string(),
        host: z.string().max(200).optional(),
        baseline: z.boolean(),
        overwrite: z.boolean(),
      }),
    )
    .output(z.object({ file: z.string(), facts: z.number().int() })),
  /** Those in the history, newest first. `damaged`: the ids of those that cannot be read. */
  list: base
    .input(z.object({ limit: z.number().int().positive().max(1000).optional() }))
    .output(
      z.object({ snapshots: z.array(keptSnapshot), total: z.number().int(), damaged: z.array(z.string()) }),
    ),
  /** Failures: snapshot.unknown, snapshot.damaged. */
  show: base.input(z.object({ id: z.string() })).output(snapshot),
  /** Failures: snapshot.unknown, snapshot.damaged, snapshot.unreadable, snapshot.newer, file.too-large. */
  compare: base.input(where.extend({ a: snapshotRef, b: snapshotRef })).output(snapshotComparison),
  /**
   * Compares the machine, with the Go of `dir`, with a project's baseline: `file`, or the nearest one from `dir` up.
   * Failures: snapshot.no-baseline, snapshot.unreadable, snapshot.newer, file.too-large.
   */
  check: base
    .input(z.object({ dir: z.string(), file: z.string().optional() }))
    .output(z.object({ file: z.string(), facts: z.number().int(), findings: z.array(driftFinding) })),
};
