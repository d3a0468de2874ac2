import { describe, expect, it } from 'vitest';
import type { Build } from '#contract/build';
import { firstToDraw, goSpans, seriesOf, sizeRange, largestStep } from './series.ts';

function build(id: string, bytes: number | null, goVersion: string | null, target = 'linux/amd64'): Build {
  const artifact = bytes === null ? null : { path: `/${id}`, bytes, sha256: '' };
  return {
    id,
    kind: 'program',
    status: 'succeeded',
    startedAt: '2026-11-20T12:00:00.000Z',
    builtAt: null,
    stripped: null,
    mainModule: null,
    durationMs: null,
    exitCode: 0,
    project: '/shop',
    subject: './cmd/server',
    goVersion,
    target,
    cgo: null,
    flags: [],
    vcs: null,
    artifact,
    image: null,
    logTail: null,
    builtBy: null,
    name: null,
    note: null,
    pinned: false,
  };
}

it('makes one series per target, oldest build first, without failed builds', () => {
  const series = seriesOf([
    build('b4', 40, 'go1.26.1'),
    build('b3', 30, 'go1.26.1', 'linux/arm64'),
    build('b2', null, 'go1.24.9'),
    build('b1', 10, 'go1.24.9'),
  ]);
  expect(series.map(({ latest, builds }) => [latest.id, builds.map(({ id }) => id)])).toEqual([
    ['b4', ['b1', 'b4']],
    ['b3', ['b3']],
  ]);
});

it('finds the runs of builds with the same Go', () => {
  const gos = ['go1.24.9', 'go1.24.9', 'go1.26.1', null, 'go1.26.1'];
  expect(goSpans(gos.map((go, index) => build(`b${index}`, 1, go)))).toEqual([
    { goVersion: 'go1.24.9', from: 0, to: 1 },
    { goVersion: 'go1.26.1', from: 2, to: 2 },
    { goVersion: 'go1.26.1', from: 4, to: 4 },
  ]);
});

describe('the range of the y axis', () => {
  it.each([[[100]], [[100, 100]], [[100, 101]], [[100, 200]], [[0]]])('has room around %j', (sizes) => {
    const [low, high] = sizeRange(sizes);
    expect(low).toBeLessThanOrEqual(Math.min(...sizes));
    expect(high).toBeGreaterThan(Math.max(...sizes));
    expect(low).toBeGreaterThanOrEqual(0);
  });
});

it('draws by default the series with several builds, else the most recent one', () => {
  const once = build('b4', 40, 'go1.26.1', 'linux/arm64');
  const twice = [build('b3', 30, 'go1.26.1'), build('b2', 20, 'go1.26.1')];
  expect(firstToDraw(seriesOf([once, ...twice]))?.latest.id).toBe('b3');
  expect(firstToDraw(seriesOf([once]))?.latest.id).toBe('b4');
  expect(firstToDraw([])).toBeUndefined();
});

it.each([
  ['nothing for one build', [100], null],
  ['nothing for two builds: there is no median step', [100, 200], null],
  ['nothing if all sizes are equal', [100, 100, 100], null],
  ['nothing if all steps are alike', [100, 110, 120, 130], null],
  ['nothing for noise', [100_000, 100_001, 100_000, 101_000], null],
  ['a growth', [100, 101, 150, 151], 2],
  ['a shrinkage', [150, 151, 100, 101], 2],
  ['the larger of two', [100, 101, 120, 121, 160, 161], 4],
])('marks %s', (_, sizes, at) => {
  expect(largestStep(sizes)).toBe(at);
});
