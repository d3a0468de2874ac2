import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { verdictSentence } from '#contract/words/verdict';
import type { Cause, CauseKind } from '#contract/verdict';
import { delta } from './delta.ts';
import type { Evidence } from './evidence.ts';
import { judge } from './rules.ts';
import { verdictCases } from './rules.cases.ts';

const nothing: Evidence = {
  change: 0,
  sameFile: false,
  programs: null,
  target: null,
  go: null,
  flags: { added: [], removed: [] },
  cgo: null,
  debugInfo: null,
  symbols: null,
  revision: 'unknown',
  modulesDiffer: false,
  packagesUnknown: null,
  modulesUnknown: null,
  codeOnly: false,
  shares: [],
  embedded: null,
  standardAdded: null,
  importers: new Map(),
};

describe('the sentence of each case', () => {
  it.each(verdictCases)('$name', ({ evidence, from, en, zh }) => {
    const verdict = judge({ ...nothing, ...evidence });
    const comparison = { verdict, change: delta(from, from + (evidence.change ?? 0)) };
    expect([verdictSentence(comparison, 'en'), verdictSentence(comparison, 'zh-CN')]).toEqual([en, zh]);
  });

  it('has at least 40 cases, each with its own name', () => {
    expect(new Set(verdictCases.map(({ name }) => name)).size).toBeGreaterThanOrEqual(40);
    expect(new Set(verdictCases.map(({ name }) => name)).size).toBe(verdictCases.length);
  });

  it('says the change alone where nothing else is known', () => {
    const change = delta(1000, 3000);
    expect(verdictSentence({ change, verdict: null }, 'en')).toBe('+2 kB (+200.0 %)');
    expect(verdictSentence({ change: delta(null, null), verdict: null }, 'zh-CN')).toBe('大小无法比较');
  });
});

describe('for any evidence', () => {
  const kinds: CauseKind[] = [
    'own-code',
    'dependency-added',
    'dependency-removed',
    'dependency-changed',
    'dependency-same',
    'go',
    'embedded-files',
    'c-code',
    'padding',
    'unowned',
  ];
  const bytes = fc.integer({ min: -1_000_000, max: 1_000_000 });
  const version = fc.option(fc.constantFrom('go1.24.13', 'go1.26.7'), { nil: null });
  const anyEvidence: fc.Arbitrary<Evidence> = fc
    .record({
      shares: fc
        .uniqueArray(
          fc.record({
            kind: fc.constantFrom(...kinds),
            name: fc.constantFrom('example.com/a', 'example.com/b'),
            a: version,
            b: version,
            bytes,
          }),
          { selector: ({ kind, name }) => `${kind} ${name}`, maxLength: 12 },
        )
        .map((all) => all.filter(({ bytes: each }) => each !== 0)),
      debugInfo: fc.option(bytes.map((each) => ({ kept: each > 0, bytes: each }))),
      revision: fc.constantFrom<Evidence['revision'][]>('clean', 'dirty', 'unsure', 'other', 'unknown'),
      go: fc.option(fc.constant({ a: 'go1.24.13', b: 'go1.26.7' })),
      flags: fc.boolean().map((race) => ({ added: race ? ['-race'] : [], removed: [] })),
      modulesDiffer: fc.boolean(),
      cgo: fc.option(fc.boolean()),
    })
    .map((some) => ({
      ...nothing,
      ...some,
      embedded: { added: 1, removed: 0, changed: 0, largest: 'static/app.js' },
      change: sum(some.shares) + (some.debugInfo?.bytes ?? 0),
    }));

  it('the causes add up to the change, and those in its direction to 100 %', () => {
    fc.assert(
      fc.property(anyEvidence, (evidence) => {
        const { causes } = judge(evidence);
        expect(sum(causes)).toBe(evidence.change);
        const shares = causes.flatMap(({ percent }) => (percent === null ? [] : [percent]));
        expect(shares.every((each) => each > 0 && each <= 100)).toBe(true);
        if (evidence.change !== 0) expect(shares.reduce((x, y) => x + y, 0)).toBeCloseTo(100, 6);
        expect(shares).toEqual(shares.toSorted((x, y) => y - x));
      }),
    );
  });

  it('each kind and name is one cause', () => {
    fc.assert(
      fc.property(anyEvidence, (evidence) => {
        const keys = judge(evidence).causes.map(({ kind, name }: Cause) => `${kind} ${name}`);
        expect(new Set(keys).size).toBe(keys.length);
      }),
    );
  });

  it('own code is said to be unchanged only between two equal clean revisions', () => {
    fc.assert(
      fc.property(anyEvidence, (evidence) => {
        const said = judge(evidence).statements.map(({ kind }) => kind);
        const unchanged = said.some((kind) => /^(own-code-unchanged|nothing-recorded-differs)$/.test(kind));
        expect(unchanged).toBe(evidence.revision === 'clean');
        if (unchanged) expect(said).not.toContain('own-code');
      }),
    );
  });

  it('a sentence in every language, without what is missing', () => {
    fc.assert(
      fc.property(anyEvidence, (evidence) => {
        const comparison = { verdict: judge(evidence), change: delta(5e6, 5e6 + evidence.change) };
        for (const locale of ['en', 'zh-CN'] as const) {
          expect(verdictSentence(comparison, locale)).not.toMatch(
            /undefined|null|NaN|Infinity| {2}|[;；:：,，]$/,
          );
        }
      }),
    );
  });
});

function sum(parts: readonly { bytes: number }[]): number {
  return parts.reduce((total, { bytes }) => total + bytes, 0);
}
