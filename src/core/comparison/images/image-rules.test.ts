import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { verdictReasons, verdictSentence } from '#contract/words/verdict';
import { delta } from '../delta.ts';
import type { FilePart, ImageEvidence } from './image-evidence.ts';
import { imageVerdictCases } from './image-rules.cases.ts';
import { judgeImages } from './image-rules.ts';

const nothing: ImageEvidence = {
  change: 0,
  same: null,
  config: [],
  platform: null,
  stage: null,
  programs: null,
  base: null,
  files: [],
  metadataFiles: 0,
  layers: [],
  layersCountAlike: true,
  go: null,
  packages: null,
  unread: null,
};

describe('the sentence of each case', () => {
  it.each(imageVerdictCases)('$name', ({ evidence, from, measure = 'compressedBytes', en, zh }) => {
    const all = { ...nothing, ...evidence };
    const change = all.change === null ? delta(null, null) : delta(from, from + all.change);
    const comparison = { verdict: judgeImages(all), change, measure };
    expect([verdictSentence(comparison, 'en'), verdictSentence(comparison, 'zh-CN')]).toEqual([en, zh]);
  });

  it('has cases with names of their own', () => {
    expect(new Set(imageVerdictCases.map(({ name }) => name)).size).toBe(imageVerdictCases.length);
  });
});

describe('for any files that differ', () => {
  const bytes = fc.integer({ min: -1_000_000, max: 1_000_000 });
  const part: fc.Arbitrary<FilePart> = fc.record({
    path: fc
      .array(fc.constantFrom('a', 'b', 'c'), { minLength: 1, maxLength: 4 })
      .map((names) => `/${names.join('/')}.f`),
    how: fc.constantFrom('added', 'removed', 'changed'),
    bytes,
    hidden: fc.constantFrom(0, 0, 0, 5000, -5000),
    again: fc.boolean(),
    step: fc.option(fc.constant('RUN chmod /a')),
  });
  const files = fc.uniqueArray(part, { selector: ({ path }) => path, maxLength: 30 });

  it('tells at most three causes, none twice, none with more than all of the change', () => {
    fc.assert(
      fc.property(files, fc.option(bytes), (all, ofBase) => {
        const base = ofBase === null ? null : { a: null, b: null, bytes: ofBase };
        const { statements } = judgeImages({ ...nothing, change: 1, files: all, base });
        const told = statements.flatMap((each) =>
          'percent' in each && each.percent !== null ? [each.percent] : [],
        );
        expect(told.length).toBeLessThanOrEqual(3);
        expect(told.reduce((sum, each) => sum + each, 0)).toBeLessThan(100.001);
        const paths = statements.flatMap((each) => ('path' in each && each.path ? [each.path] : []));
        expect(new Set(paths).size).toBe(paths.length);
        if (base) expect(statements.filter(({ kind }) => kind === 'base-image')).toHaveLength(1);
      }),
    );
  });

  it('says it in both languages, without what is missing', () => {
    fc.assert(
      fc.property(files, (all) => {
        const verdict = judgeImages({ ...nothing, change: 1, files: all });
        for (const locale of ['en', 'zh-CN'] as const) {
          expect(verdictReasons(verdict, locale).join(';')).not.toMatch(/undefined|null|NaN|Infinity| {2}/);
        }
      }),
    );
  });
});
