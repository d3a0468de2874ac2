import type { RunsAs } from '#contract/toolchains';
import { compareVersions, minorOf } from '../../versions/index.ts';

/** The Go that is required to compile a Go. */
export interface BootstrapNeed {
  /** The oldest version that will do. */
  min: string;
  /** A version that will do and that exists for every machine that Burrow runs on. */
  install: string;
}

/** The bootstrap requirement from each minor version on. */
const needs: readonly (readonly [minor: number, need: BootstrapNeed])[] = [
  [26, { min: 'go1.24.6', install: 'go1.24.6' }],
  [24, { min: 'go1.22.6', install: 'go1.22.6' }],
  [22, { min: 'go1.20.6', install: 'go1.20.6' }],
  [20, { min: 'go1.17.13', install: 'go1.17.13' }],
  // Go 1.4 has no build for Apple silicon.
  [5, { min: 'go1.4', install: 'go1.17.13' }],
];

/**
 * Which Go can compile this version (https://go.dev/doc/install/source#bootstrap, cmd/dist/buildtool.go); from Go 1.28
 * on the .0 of the second last even minor version (cmd/dist/README). null: up to Go 1.4 a C compiler is enough.
 */
export function bootstrapNeed(version: string): BootstrapNeed | null {
  const minor = Number(/^go1\.(\d+)$/.exec(minorOf(version))?.[1] ?? 0);
  if (minor >= 28) {
    const min = `go1.${2 * Math.floor((minor - 2) / 2)}.0`;
    return { min, install: min };
  }
  return needs.find(([from]) => minor >= from)?.[1] ?? null;
}

/** A Go that may compile another. */
export interface BootstrapCandidate {
  version: string;
  /** Its GOROOT. */
  path: string;
  runsAs: RunsAs;
}

/**
 * Chooses the Go to compile a version with. One that is new enough but older than the version itself is sure to work,
 * newer ones very likely do (cmd/dist/README): so the newest of the older ones, otherwise the oldest of the newer ones;
 * of two alike, the native one. null: none will do.
 */
export function chooseBootstrap(
  version: string,
  { min }: BootstrapNeed,
  candidates: readonly BootstrapCandidate[],
): BootstrapCandidate | null {
  const minor = minorOf(version);
  const isOlder = (each: BootstrapCandidate): boolean => compareVersions(each.version, minor) < 0;
  const fit = candidates
    .filter((each) => each.runsAs !== 'foreign' && compareVersions(each.version, min) >= 0)
    .toSorted((a, b) => Number(a.runsAs === 'translated') - Number(b.runsAs === 'translated'));
  const [newestOlder] = fit.filter(isOlder).toSorted((a, b) => compareVersions(b.version, a.version));
  const [oldestNewer] = fit.toSorted((a, b) => compareVersions(a.version, b.version));
  return newestOlder ?? oldestNewer ?? null;
}
