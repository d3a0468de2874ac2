import type { TFunction } from 'i18next';
import { expect, it } from 'vitest';
import type { RunFacts } from '#contract/binaries';
import { runSentences } from './run-sentences.ts';

const t = ((key: string, values?: object) =>
  [key, ...Object.values(values ?? {})].join(' ')) as unknown as TFunction;

const unknown: RunFacts = {
  linking: null,
  libraries: [],
  glibc: null,
  musl: null,
  pie: null,
  relro: null,
  executableStack: null,
  race: null,
  trimpath: null,
  cgo: null,
  fips140: null,
  signed: null,
  vcs: null,
};

it('says what is known, and nothing of the rest', () => {
  expect(runSentences(unknown, t)).toEqual([]);
  const runs: RunFacts = {
    ...unknown,
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
