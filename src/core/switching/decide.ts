import { failure } from '#contract/failure';
import type { Candidate, Resolution } from '#contract/switching';
import { compareVersions } from '#core/toolchains';
import { choose, meets } from './choose.ts';
import type { OtherGo } from './other-go.ts';
import type { Wish } from './wish.ts';

/** A toolchain that can run here. */
export interface Installed {
  version: string;
  /** Its GOROOT. */
  path: string;
}

/** What is decided, and the toolchain that runs; none of both when only PATH is left. */
export interface Decision {
  wish: Wish;
  chosen: Installed | null;
}

/**
 * Decides between wishes, which stand strongest first (the rules: resolve.ts). null: nothing wishes anything.
 * Failures: version-file.unreadable.
 */
export function decide(wishes: readonly Wish[], installed: readonly Installed[]): Decision | null {
  const first = wishes.find((wish) => wish.strength === 'pin' || wish.wanted !== null);
  if (!first) return null;
  if (first.wanted === null) {
    throw failure('version-file.unreadable', { file: first.file, line: first.line, text: first.text });
  }
  // The two lines of one go.mod: the larger, as Go takes it; of equals `toolchain`, which stands first.
  const wish = wishes
    .filter(({ file }) => file === first.file)
    .reduce((a, b) => (compareVersions(b.wanted ?? '', a.wanted ?? '') > 0 ? b : a), first);
  return { wish, chosen: choose(wish, installed) };
}

/** Tells every place that says something, and what became of it. */
export function explain(
  decision: Decision | null,
  wishes: readonly Wish[],
  others: readonly OtherGo[],
  installed: readonly Installed[],
): Candidate[] {
  return [
    ...wishes.map((wish) => candidateOf(wish, outcomeOf(wish, decision), choose(wish, installed))),
    ...others.map((other, index) => otherCandidate(other, decision === null && index === 0)),
  ];
}

/** The contract's answer for `dir`. */
export function answer(
  dir: string,
  decision: Decision | null,
  others: readonly OtherGo[],
  candidates: Candidate[],
): Resolution {
  const [other] = others;
  if (decision) {
    const { wish, chosen } = decision;
    const { rule, file, line, text } = wish;
    return {
      dir,
      version: chosen?.version ?? wish.wanted,
      path: chosen && `${chosen.path}/bin/go`,
      installed: chosen !== null,
      reason: { rule, file, line, text },
      candidates,
    };
  }
  return {
    dir,
    version: other?.version ?? null,
    path: other?.file ?? null,
    installed: other !== undefined,
    reason: other ? { rule: 'path', file: other.file, line: null, text: other.version ?? '' } : null,
    candidates,
  };
}

function outcomeOf(wish: Wish, decision: Decision | null): Candidate['outcome'] {
  if (wish.wanted === null) return 'unreadable';
  if (decision?.wish === wish) return decision.chosen ? 'decides' : 'not-installed';
  const running = decision?.chosen?.version ?? decision?.wish.wanted ?? '';
  return meets(wish, running) ? 'agrees' : 'overridden';
}

function candidateOf(wish: Wish, outcome: Candidate['outcome'], chosen: Installed | null): Candidate {
  const { rule, file, line, text, wanted } = wish;
  return { rule, file, line, text, wanted, version: chosen?.version ?? null, outcome };
}

function otherCandidate({ file, version }: OtherGo, decides: boolean): Candidate {
  return {
    rule: 'path',
    file,
    line: null,
    text: version ?? '',
    wanted: version,
    version,
    outcome: decides ? 'decides' : 'shadowed',
  };
}
