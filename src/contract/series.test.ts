import { describe, expect, it } from 'vitest';
import type { Build } from './builds.ts';
import { changeSincePredecessor, predecessor, recordedBytes, seriesKey } from './series.ts';

function program(id: string, bytes: number | null, changes: Partial<Build> = {}): Build {
  return {
    id,
    kind: 'program',
    status: bytes === null ? 'failed' : 'succeeded',
    startedAt: '2026-11-20T12:00:00.000Z',
    builtAt: null,
    stripped: null,
    durationMs: 1000,
    exitCode: 0,
    project: '/shop',
    subject: './cmd/server',
    goVersion: 'go1.26.1',
    target: 'linux/amd64',
    cgo: false,
    flags: [],
    vcs: null,
    artifact: bytes === null ? null : { path: '/shop/server', bytes, sha256: '' },
    image: null,
    logTail: null,
    ...changes,
  };
}

describe('a series', () => {
  it('contains builds of one subject for one target, with any Go', () => {
    const first = program('b1', 1);
    expect(seriesKey(program('b2', 2, { goVersion: 'go1.24.9' }))).toBe(seriesKey(first));
    expect(seriesKey(program('b3', 3, { target: 'linux/arm64' }))).not.toBe(seriesKey(first));
    expect(seriesKey(program('b4', 4, { project: '/other' }))).not.toBe(seriesKey(first));
    expect(seriesKey(program('b5', 5, { subject: './cmd/report' }))).not.toBe(seriesKey(first));
  });

  it('compares with the last build that has a size', () => {
    const builds = [
      program('b4', 150),
      program('b3', 90, { subject: './cmd/report' }),
      program('b2', null),
      program('b1', 100),
    ];
    expect(predecessor(builds, 0)?.id).toBe('b1');
    expect(changeSincePredecessor(builds, 0)).toBe(50);
    expect(changeSincePredecessor(builds, 1)).toBeNull();
    expect(changeSincePredecessor(builds, 3)).toBeNull();
    expect(recordedBytes(program('b2', null))).toBeNull();
  });
});
