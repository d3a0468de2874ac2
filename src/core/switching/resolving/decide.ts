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

/** What can be had: Burrow's toolchains, best processor first, and other Gos in the order of PATH. */
export interface Supply {
  installed: readonly Installed[];
  others: readonly OtherGo[];
}

/**
 * What was decided, and what runs: a toolchain, or another Go that `system` asks for or that is new enough for go.mod,
 * or neither where nothing that fits is there. A pin that cannot be read decides too (its `wanted` is null), and then
 * nothing runs.
 */
export interface Decision {
  wish: Wish;
  chosen: Installed | null;
  other: OtherGo | null;
  /** Runs in place of a missing version, which it looks for itself; null: none does, or nothing is missing. */
  instead: Installed | OtherGo | null;
  /** The pin that would decide, were it not older than the go.mod or go.work below it requires; null: none is. */
  tooOld: Wish | null;
}

/**
 * Decides between wishes, in the order of gatherWishes (the rules: resolve.ts). null: nothing asks for a Go.
 */
export function decide(wishes: readonly Wish[], supply: Supply): Decision | null {
  const counted = wishes.filter(({ replaced }) => !replaced);
  const first = counted.find((wish) => wish.strength !== 'minimum' || wish.wanted !== null);
  if (!first) return null;
  if (first.strength !== 'minimum') return decideByPin(first, counted, supply);
  const pin = counted.find(({ strength, rule }) => strength !== 'minimum' && rule !== 'default');
  const above = pin ? decideByPin(pin, counted, supply) : null;
  // The two lines of one go.mod: the larger, as Go takes it; of equals `toolchain`, which stands first.
  const lines = counted.filter(({ file, wanted }) => file === first.file && wanted !== null);
  const minimum = lines.reduce(larger);
  if (above && isNewEnough(above, minimum)) return above;
  return { ...fulfil(minimum, supply), tooOld: above?.wish ?? null };
}

/** Of several versions in the pin's file, the first that is there decides, or else the first that can be read. */
function decideByPin(pin: Wish, wishes: readonly Wish[], supply: Supply): Decision {
  const readable = wishes.filter(({ file, wanted }) => file === pin.file && wanted !== null);
  const decisions = readable.map((wish) => fulfil(wish, supply));
  const there = decisions.find(({ chosen, other }) => chosen !== null || other !== null);
  return there ?? decisions[0] ?? { wish: pin, chosen: null, other: null, instead: null, tooOld: null };
}

/**
 * Whether a pin gives at least `minimum`. What counts is the version that it gets or, where that is not installed,
 * the version that it names: of `1.22` any patch, whichever is the newest. `system` leaves the minimum to Go's own
 * switching; `latest` without any Go, and a pin that cannot be read, are errors in any case.
 */
function isNewEnough({ wish, chosen }: Decision, minimum: Wish): boolean {
  if (chosen) return meets(minimum, chosen.version);
  if (wish.strength !== 'pin' || wish.wanted === null) return true;
  return meets(minimum, wish.wanted) || (wish.bare && minorOf(wish.wanted) === minorOf(minimum.wanted ?? ''));
}

/** A resolution without what is known of a missing version; see current.ts. */
export type Resolved = Omit<Resolution, 'installs' | 'gone'>;

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
  // It is new enough, so it has nothing to look for.
  if (instead && 'file' in instead && instead.version !== null && meets(wish, instead.version)) {
    return { wish, chosen, other: instead, instead: null, tooOld: null };
  }
  return { wish, chosen, other, instead, tooOld: null };
}

/** The first Go that can switch to the version that a go.mod asks for (https://go.dev/doc/toolchain). */
const firstThatSwitches = 'go1.21';

/**
 * What go.mod asks for and nothing installed meets is left to Go's own switching, which looks for it as GOTOOLCHAIN
 * says: that of the newest installed Go, or else of the Go on PATH, as without Burrow. null: a pin is missing, or there
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
