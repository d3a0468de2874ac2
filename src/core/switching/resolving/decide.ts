import type { Failure } from '#contract/failure';
import type { Candidate, Resolution } from '#contract/switching';
import { compareVersions, minorOf } from '#core/toolchains';
import type { Wish } from '../wishes/index.ts';
import { choose, meets } from './choose.ts';
import type { OtherGo } from './other-go.ts';

/** A toolchain that can run here. */
export interface Installed {
  version: string;
  /** Its GOROOT. */
  path: string;
}

/** What can run: Burrow's toolchains, best processor first, and other Gos in the order of PATH. */
export interface Supply {
  installed: readonly Installed[];
  others: readonly OtherGo[];
}

/**
 * The wish that decides, and what runs: a toolchain, or another Go (for `system`, or if it is new enough for go.mod),
 * or nothing if nothing satisfies the wish. A pin that cannot be read (`wanted` is null) also decides, and then nothing
 * runs.
 */
export interface Decision {
  wish: Wish;
  chosen: Installed | null;
  other: OtherGo | null;
  /** Runs in place of a missing version and looks for it itself; null: none does, or nothing is missing. */
  instead: Installed | OtherGo | null;
  /** The pin that does not decide because it is older than a go.mod or go.work below it requires; null: none. */
  tooOld: Wish | null;
}

/**
 * Decides between wishes, given in the order of gatherWishes; for the rules see resolve.ts. null: nothing asks for a
 * Go.
 */
export function decide(wishes: readonly Wish[], supply: Supply): Decision | null {
  const counted = wishes.filter(({ replaced }) => !replaced);
  const first = counted.find((wish) => wish.strength !== 'minimum' || wish.wanted !== null);
  if (!first) return null;
  if (first.strength !== 'minimum') return decideByPin(first, counted, supply);
  const pin = counted.find(({ strength, rule }) => strength !== 'minimum' && rule !== 'default');
  const above = pin ? decideByPin(pin, counted, supply) : null;
  // Of the two lines of one go.mod, the larger counts, as for Go; of equal ones, `toolchain`, which is first.
  const lines = counted.filter(({ file, wanted }) => file === first.file && wanted !== null);
  const minimum = lines.reduce(larger);
  if (above && isNewEnough(above, minimum)) return above;
  return { ...fulfil(minimum, supply), tooOld: above?.wish ?? null };
}

/** Of several versions in the pin's file, the first that is installed decides, otherwise the first that can be read. */
function decideByPin(pin: Wish, wishes: readonly Wish[], supply: Supply): Decision {
  const readable = wishes.filter(({ file, wanted }) => file === pin.file && wanted !== null);
  const decisions = readable.map((wish) => fulfil(wish, supply));
  const there = decisions.find(({ chosen, other }) => chosen !== null || other !== null);
  return there ?? decisions[0] ?? { wish: pin, chosen: null, other: null, instead: null, tooOld: null };
}

/**
 * Whether a pin satisfies `minimum`. What counts is the version that it gets or, if none is installed, the version that
 * it names; `1.22` then counts as its newest patch. `system` leaves the minimum to Go's own switching; `latest` without
 * any Go, and a pin that cannot be read, are errors in any case.
 */
function isNewEnough({ wish, chosen }: Decision, minimum: Wish): boolean {
  if (chosen) return meets(minimum, chosen.version);
  if (wish.strength !== 'pin' || wish.wanted === null) return true;
  return meets(minimum, wish.wanted) || (wish.bare && minorOf(wish.wanted) === minorOf(minimum.wanted ?? ''));
}

/** A resolution without the facts about a missing version and about PATH, which current.ts adds. */
export type Resolved = Omit<Resolution, 'installs' | 'gone' | 'onPath'>;

/** The Go that runs; null: none does. */
export function whatRuns(decision: Decision | null, { others }: Supply): Installed | OtherGo | null {
  if (!decision) return others[0] ?? null;
  return decision.chosen ?? decision.other ?? decision.instead;
}

/** The contract's answer for `dir`, before Go's own switching, without warnings. `problem`: why no Go runs. */
export function answer(
  decision: Decision | null,
  {
    dir,
    supply,
    problem,
    candidates,
    outsideRepository,
  }: {
    dir: string;
    supply: Supply;
    problem: Failure | null;
    candidates: Candidate[];
    outsideRepository: string | null;
  },
): Resolved {
  const [first] = supply.others;
  const told = {
    switch: null,
    warnings: [],
    problem: problem && { code: problem.code, params: problem.params },
    candidates,
    outsideRepository,
  };
  if (!decision) {
    return {
      dir,
      version: first?.version ?? null,
      path: first?.file ?? null,
      installed: first !== undefined,
      instead: null,
      reason: first ? { rule: 'path', file: first.file, line: null, text: first.version ?? '' } : null,
      ...told,
    };
  }
  const { wish, chosen, other, instead } = decision;
  const { rule, file, line, text } = wish;
  const wanted = wish.strength === 'system' ? null : wish.wanted;
  return {
    dir,
    version: chosen?.version ?? (other ? other.version : wanted),
    path: chosen ? `${chosen.path}/bin/go` : (other?.file ?? null),
    installed: chosen !== null || other !== null,
    instead: instead && {
      version: instead.version,
      path: 'file' in instead ? instead.file : `${instead.path}/bin/go`,
    },
    reason: { rule, file, line, text },
    ...told,
  };
}

function fulfil(wish: Wish, supply: Supply): Decision {
  const other = wish.strength === 'system' ? (supply.others[0] ?? null) : null;
  const chosen = choose(wish, supply.installed);
  const instead = chosen ? null : leftToGo(wish, supply);
  // It is new enough, so it does not have to look for another.
  if (instead && 'file' in instead && instead.version !== null && meets(wish, instead.version)) {
    return { wish, chosen, other: instead, instead: null, tooOld: null };
  }
  return { wish, chosen, other, instead, tooOld: null };
}

/** The first Go that can switch to the version that a go.mod asks for (https://go.dev/doc/toolchain). */
const firstThatSwitches = 'go1.21';

/**
 * The Go that is started if nothing installed satisfies go.mod: its own switching then looks for one, as GOTOOLCHAIN
 * says. It is the newest installed Go, otherwise the Go on PATH, as without Burrow. null: the wish is a pin, or there
 * is no such Go.
 */
function leftToGo({ strength }: Wish, { installed, others }: Supply): Installed | OtherGo | null {
  if (strength !== 'minimum') return null;
  const newest = choose({ strength: 'latest', wanted: 'latest', bare: true }, installed);
  if (newest && compareVersions(newest.version, firstThatSwitches) >= 0) return newest;
  return others[0] ?? null;
}

function larger(a: Wish, b: Wish): Wish {
  return compareVersions(b.wanted ?? '', a.wanted ?? '') > 0 ? b : a;
}
