import type { TFunction } from 'i18next';
import { expect, it } from 'vitest';
import type { RunFacts } from '#contract/binaries';
import { unknownRuns } from '#testing/run-facts';
import { runSentences } from './run-sentences.ts';

const t = ((key: string, values?: object) =>
  [key, ...Object.values(values ?? {})].join(' ')) as unknown as TFunction;

it('says what is known, and nothing of the rest', () => {
  expect(runSentences(unknownRuns, t)).toEqual([]);
  const runs: RunFacts = {
    ...unknownRuns,
    linking: 'dynamic',
    libraries: ['libc.so.6', 'libresolv.so.2'],
    glibc: '2.34',
    musl: false,
    pie: true,
    relro: 'full',
    executableStack: false,
    race: true,
    fips140: 'v1.0.0',
  };
  expect(runSentences(runs, t)).toEqual([
    'program.linking.dynamic',
    'program.glibc 2.34',
    'program.musl.no',
    'program.libraries 2 libc.so.6, libresolv.so.2',
    'program.pie.yes',
    'program.relro.full',
    'program.race',
    'program.fips140 v1.0.0',
  ]);
});
