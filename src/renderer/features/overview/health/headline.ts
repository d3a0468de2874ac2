import type { GoPlace, GoPlaces } from '#contract/consistency';
import type { FailureData } from '#contract/failure';

/** The one thing to do about what a new terminal runs. */
export type Mend = 'setup' | 'findings' | 'doctor' | null;

/** The page on which each thing is mended. */
export const pageOf = {
  setup: '/setup',
  findings: '/environment',
  doctor: '/doctor',
} as const satisfies Record<NonNullable<Mend>, string>;

/** What a new terminal runs, in short. */
export interface Headline {
  /**
   * `selected`: what Burrow selects. `downloads`: what Burrow selects, once Go has downloaded it. `other`: another Go.
   * `alias`, `function`: what `go` is there. `none`: no Go runs. `unknown`: the shell gave no answer.
   */
  is: 'selected' | 'downloads' | 'other' | 'alias' | 'function' | 'none' | 'unknown';
  /** Of the Go that runs; null: not known, or none runs. */
  version: string | null;
  /** What Burrow selects instead; null: the same, or nothing. */
  selected: string | null;
  /** What is wrong and what to do, in the form of a failure; null: nothing is. */
  problem: { code: string; params: FailureData['params'] } | null;
  mend: Mend;
}

/** The start that a new terminal makes; undefined where none is known, as on Windows. Pure. */
export function newTerminal({ places }: GoPlaces): GoPlace | undefined {
  return places.find(({ mode }) => mode !== 'desktop');
}

/** Pure. */
export function headlineOf({ found, unknown }: Pick<GoPlace, 'found' | 'unknown'>): Headline {
  const nothing = { version: null, selected: null, problem: null, mend: null };
  if (found === null) return { ...nothing, is: 'unknown', problem: unknown };
  const { kind, version, problem } = found.onPath;
  if (problem !== null) {
    const { why, same, next } = problem.params;
    const selected = same === true ? null : found.version;
    const about = { version, selected, problem, mend: mendOf(next) };
    // The version is that of the program in PATH, which does not run.
    if (why === 'alias' || why === 'function') return { ...about, is: why, version: null };
    return { ...about, is: kind === 'none' ? 'none' : 'other' };
  }
  if (found.problem !== null) {
    // A Go that is only missing is installed where the page shows which Go is selected.
    const mend = found.problem.code === 'toolchain.not-installed' ? null : 'setup';
    return { ...nothing, is: 'none', problem: found.problem, mend };
  }
  return { ...nothing, version: found.version, is: version === null ? 'downloads' : 'selected' };
}

/** The text that stands for a Go whose version is not known, or that is none. Pure. */
export function namelessOf(is: Headline['is']): 'alias' | 'function' | 'none' | 'unknown' | 'unknownVersion' {
  return is === 'alias' || is === 'function' || is === 'none' || is === 'unknown' ? is : 'unknownVersion';
}

function mendOf(next: unknown): Mend {
  if (next === 'setup' || next === 'apply') return 'setup';
  // The doctor shows the line, and can turn it off.
  if (next === 'edit-profile') return 'doctor';
  return next === 'findings' || next === 'doctor' ? next : null;
}
