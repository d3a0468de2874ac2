import { expect, it } from 'vitest';
import type { RunFacts } from '#contract/binaries';
import { unknownRuns } from '#testing/run-facts';
import { en } from '../text/en.ts';
import { runFactsLines } from './run-facts.ts';

it.each<[string, Partial<RunFacts>, string[]]>([
  ['nothing known', {}, []],
  [
    'a static program for Linux',
    { linking: 'static', musl: true, pie: false, relro: 'none', executableStack: false, cgo: false },
    [
      'needs no library: runs on every Linux, also with musl',
      'at a fixed address, without RELRO',
      'without cgo',
    ],
  ],
  [
    'a program with C',
    {
      linking: 'dynamic',
      libraries: ['libsystemd.so.0', 'libc.so.6'],
      glibc: '2.34',
      musl: false,
      pie: true,
      relro: 'full',
      executableStack: true,
      cgo: true,
      race: true,
    },
    [
      'needs libsystemd.so.0, libc.so.6',
      'runs on glibc 2.34 and newer, not on musl',
      'position-independent, full RELRO, executable stack',
      'with C code (cgo), with the race detector',
    ],
  ],
  [
    'a position-independent program without C',
    { linking: 'dynamic', musl: false, pie: true, relro: 'partial' },
    ['needs the loader of glibc, not on musl', 'position-independent, partial RELRO'],
  ],
  ['a program for musl', { linking: 'dynamic', musl: true }, ['runs on musl']],
  [
    'a program for macOS',
    { linking: 'dynamic', libraries: ['/usr/lib/libSystem.B.dylib'], signed: true, pie: true },
    ['needs /usr/lib/libSystem.B.dylib', 'position-independent, signed (not checked)'],
  ],
  [
    'a stamp',
    {
      trimpath: true,
      fips140: 'v1.0.0',
      vcs: { system: 'git', revision: '0123456789abcdef', time: '2026-01-02T12:00:00Z', modified: true },
    },
    [
      'without paths of the machine that built it (-trimpath), with the FIPS 140 module v1.0.0',
      'built from git 0123456789ab of 2 Jan 2026, with changes that were not committed',
    ],
  ],
])('%s', (_, known, lines) => {
  expect(runFactsLines({ ...unknownRuns, ...known }, en, 'en')).toEqual(lines);
});
