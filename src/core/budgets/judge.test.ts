import { describe, expect, it } from 'vitest';
import '#contract/budget-failures';
import type { PackageSize } from '#contract/binaries';
import type { BuildDetail } from '#contract/build';
import { describeFailure } from '#contract/failure';
import { compareBuilds } from '#core/comparison';
import { detailOf, programRecord } from '#testing/example-builds';
import { packageSize } from '#testing/package-sizes';
import type { Budget } from './budget.ts';
import { type Baseline, judge } from './judge.ts';

const module = (path: string, version: string) => ({ path, version, sum: null, replacedBy: null });

function program(
  id: string,
  bytes: number,
  packages: PackageSize[],
  change: Partial<BuildDetail> = {},
): BuildDetail {
  return detailOf(
    id,
    programRecord({
      artifact: { path: '/shop/server', bytes, sha256: id.padStart(64, '0') },
      mainModule: 'example.com/shop',
      modules: [module('k8s.io/api', 'v0.28.0'), module('k8s.io/client-go', 'v0.28.0')],
      buckets: [
        { name: 'code', bytes: bytes / 2 },
        { name: 'other', bytes: bytes / 2 },
      ],
      packages,
      analysis: 1,
      ...change,
    }),
  );
}

const before = program('b1', 1000, [
  packageSize('main', 100),
  packageSize('net/http', 300),
  packageSize('k8s.io/api/core', 50),
]);
const after = program(
  'b2',
  1200,
  [
    packageSize('main', 90),
    packageSize('example.com/shop/till', 30),
    packageSize('net/http', 300),
    packageSize('k8s.io/api/core', 60),
    packageSize('k8s.io/client-go/rest', 200),
  ],
  { modules: [module('k8s.io/api', 'v0.29.0'), module('k8s.io/client-go', 'v0.28.0')] },
);

const baseline = (detail: BuildDetail | null): Baseline => ({
  what: { kind: 'branch', name: 'main' },
  detail,
  comparison: detail && compareBuilds(detail, after),
});

function judged(change: Partial<Budget>, against: BuildDetail | null = before, checked = after) {
  const budget: Budget = {
    line: 3,
    written: 'max = "1 kB"',
    program: null,
    part: { kind: 'total' },
    max: null,
    maxGrowth: null,
    against: { kind: 'branch', name: 'main' },
    ...change,
  };
  return judge(checked, 'b2', budget, baseline(against), '/shop/burrow.toml');
}

const texts = (change: Partial<Budget>, against?: BuildDetail | null) =>
  judged(change, against).findings.map(({ reason }) => describeFailure(reason, 'en').message);

describe('a size', () => {
  it.each([
    [
      'of the program',
      { max: 1199 },
      ['./cmd/server (linux/amd64) takes 1 kB, 1 B more than its budget of 1 kB.'],
    ],
    ['exactly as large as it may be', { max: 1200 }, []],
    ['of a module', { part: { kind: 'module', name: 'k8s.io/client-go' }, max: 199 }, 1],
    ['of each module of a pattern', { part: { kind: 'module', name: 'k8s.io/*' }, max: 10 }, 2],
    [
      'of the main module with its packages',
      { part: { kind: 'module', name: 'example.com/shop' }, max: 119 },
      1,
    ],
    ['of the main module, kept', { part: { kind: 'module', name: 'example.com/shop' }, max: 120 }, []],
    ['of the standard library', { part: { kind: 'module', name: 'std' }, max: 299 }, 1],
    ['of a module that is not there', { part: { kind: 'module', name: 'example.org/gone' }, max: 0 }, []],
    ['of a bucket', { part: { kind: 'bucket', name: 'code' }, max: 599 }, 1],
  ] as [string, Partial<Budget>, string[] | number][])('%s', (_name, change, expected) => {
    const found = texts(change);
    if (typeof expected === 'number') expect(found).toHaveLength(expected);
    else expect(found).toEqual(expected);
  });
});

describe('growth', () => {
  it.each([
    ['above its limit', { maxGrowth: { bytes: 199 } }, 1],
    ['at its limit', { maxGrowth: { bytes: 200 } }, 0],
    ['above its percentage', { maxGrowth: { percent: 19.9 } }, 1],
    ['at its percentage', { maxGrowth: { percent: 20 } }, 0],
    [
      'of a module that is new: by more than any percentage',
      { part: { kind: 'module', name: 'k8s.io/client-go' }, maxGrowth: { percent: 900 } },
      1,
    ],
    [
      'of each module of a pattern',
      { part: { kind: 'module', name: 'k8s.io/*' }, maxGrowth: { bytes: 9 } },
      2,
    ],
    [
      'of a module that is not in either',
      { part: { kind: 'module', name: 'x.y/z' }, maxGrowth: { percent: 0 } },
      0,
    ],
    ['of a bucket', { part: { kind: 'bucket', name: 'other' }, maxGrowth: { bytes: 99 } }, 1],
  ] as [string, Partial<Budget>, number][])('%s', (_name, change, count) => {
    expect(judged(change).findings).toHaveLength(count);
  });

  it('of a smaller program is none', () => {
    const smaller = program('b2', 500, []);
    expect(judged({ maxGrowth: { bytes: 0 } }, before, smaller).findings).toEqual([]);
    expect(judged({ maxGrowth: { percent: 0 } }, before, smaller).findings).toEqual([]);
  });

  it('says what it was measured against, the versions of a module, and what to run', () => {
    const [finding] = judged({
      part: { kind: 'module', name: 'k8s.io/api' },
      maxGrowth: { bytes: 5 },
    }).findings;
    expect(finding).toMatchObject({
      severity: 'error',
      evidence: [
        { file: '/shop/burrow.toml', line: 3, value: 'max = "1 kB"' },
        { file: null, line: null, value: 'b1: 50 B' },
        { file: null, line: null, value: 'b2: 60 B' },
      ],
      fix: { kind: 'command', command: 'burrow compare b1 b2' },
    });
    expect(finding && describeFailure(finding.reason, 'en')).toEqual({
      message:
        'k8s.io/api in ./cmd/server (linux/amd64) grew by 10 B (+20.0 %) against the last build of main; its budget is 5 B.',
      hint: 'v0.28.0 → v0.29.0.\nIf this is meant, raise max-growth in burrow.toml.',
    });
    expect(finding && describeFailure(finding.reason, 'zh-CN').message).toBe(
      './cmd/server（linux/amd64）中的 k8s.io/api 增长了 10 B (+20.0 %)，超出预算 5 B；比较基准：main 的最近一次构建。',
    );
  });

  it('of the whole program gives the verdict', () => {
    const [finding] = judged({ maxGrowth: { bytes: 5 } }).findings;
    expect(finding?.reason.params['comparison']).toEqual({
      change: { a: 1000, b: 1200, change: 200, percent: 20 },
      verdict: compareBuilds(before, after).verdict,
    });
  });
});

describe('what cannot be checked', () => {
  it('is said where there is no baseline yet, and is no error', () => {
    const { limits, findings } = judged({ maxGrowth: { bytes: 5 } }, null);
    expect([limits, findings.map(({ severity, reason }) => [severity, reason.params['why']])]).toEqual([
      0,
      [['info', 'no-build']],
    ]);
  });

  it('is growth of a module against what an older reader read, since a better one finds more', () => {
    const older = { ...before, analysis: 0 };
    const grown = { part: { kind: 'module', name: 'std' } as const, maxGrowth: { bytes: 0 } };
    expect(judged(grown, older).findings[0]?.reason.params['why']).toBe('older-analysis');
    expect(judged({ maxGrowth: { bytes: 500 } }, older)).toEqual({ limits: 1, findings: [] });
  });

  it('is a module of a program whose packages are not known, which may not pass silently', () => {
    const unknown = program('b2', 1200, [], { packagesMissing: 'damaged' });
    const [finding] = judged({ part: { kind: 'module', name: 'std' }, max: 1 }, before, unknown).findings;
    expect([finding?.severity, finding?.reason.code]).toEqual(['warning', 'budget.parts-unknown']);
  });
});

it('counts each limit of each module', () => {
  const both = { part: { kind: 'module', name: 'k8s.io/*' } as const, max: 1000, maxGrowth: { bytes: 1000 } };
  expect(judged(both)).toEqual({ limits: 4, findings: [] });
});
