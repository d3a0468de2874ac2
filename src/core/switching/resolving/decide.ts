import type { Failure } from '#contract/failure';
import type { Candidate, Resolution } from '#contract/switching';
import { compareVersions } from '#core/toolchains';
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
 * What is decided, and what runs: a toolchain, or the other Go that `system` asks for or that is enough for go.mod, or
 * neither is there. A pin that cannot be read decides, too (its `wanted` is null): nothing runs.
 */
export interface Decision {
  wish: Wish;
  chosen: Installed | null;
  other: OtherGo | null;
  /** Runs in the place of what is not there, and looks for it by itself; null: none does, or nothing is missing. */
  instead: Installed | OtherGo | null;
}

/**
 * Decides between wishes, which stand strongest first (the rules: resolve.ts). null: nothing wishes anything.
 */
export function decide(wishes: readonly Wish[], supply: Supply): Decision | null {
  const counted = wishes.filter(({ replaced }) => !replaced);
  const first = counted.find((wish) => wish.strength !== 'minimum' || wish.wanted !== null);
  if (!first) return null;
  const readable = counted.filter(({ file, wanted }) => file === first.file && wanted !== null);
  const [wish] = readable;
  if (!wish) return { wish: first, chosen: null, other: null, instead: null };
  // The two lines of one go.mod: the larger, as Go takes it; of equals `toolchain`, which stands first.
  if (wish.strength === 'minimum') return fulfil(readable.reduce(larger), supply);
  // A list of versions: the first that is there.
  const decisions = readable.map((one) => fulfil(one, supply));
  return decisions.find(({ chosen, other }) => chosen !== null || other !== null) ?? fulfil(wish, supply);
}

/** A resolution without what is known of a missing version; see current.ts. */
export type Resolved = Omit<Resolution, 'installs' | 'gone'>;

/** The Go that runs; null: none does. */
export function whatRuns(decision: Decision | null, { others }: Supply): Installed | OtherGo | null {
  if (!decision) return others[0] ?? null;
  return decision.chosen ?? decision.other ?? decision.instead;
}

/** The contract's answer for `dir`. `problem`: why no Go runs. */
export function answer(
  decision: Decision | null,
  {
    dir,
    supply,
    problem,
    candidates,
  }: { dir: string; supply: Supply; problem: Failure | null; candidates: Candidate[] },
): Resolved {
  const [first] = supply.others;
  const told = { problem: problem && { code: problem.code, params: problem.params }, candidates };
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
  // New enough, so it has nothing to look for.
  if (instead && 'file' in instead && instead.version !== null && meets(wish, instead.version)) {
    return { wish, chosen, other: instead, instead: null };
  }
  return { wish, chosen, other, instead };
}

/** Knows how to switch to what a go.mod asks for (https://go.dev/doc/toolchain). */
const firstThatSwitches = 'go1.21';

/**
 * What go.mod asks for and nothing here meets is Go's own affair: a Go looks for it as GOTOOLCHAIN says. The newest
 * that is here does, or else the Go on PATH, as without Burrow. null: a pin is missing, or there is no such Go.
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
