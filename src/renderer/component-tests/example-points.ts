import type { TrendPoint } from '#contract/build-list';

/** A point for tests: one build an hour, each a little larger than the one before. */
export function examplePoint(position: number, change: Partial<TrendPoint> = {}): TrendPoint {
  return {
    id: `b${position + 1}`,
    position,
    startedAt: new Date(Date.UTC(2026, 9, 1, position)).toISOString(),
    bytes: 12_000_000 + position * 1000,
    durationMs: 2000 + position,
    packages: 200 + position,
    goVersion: 'go1.26.1',
    commit: null,
    tag: null,
    moduleChanges: null,
    image: null,
    pinned: false,
    ...change,
  };
}
