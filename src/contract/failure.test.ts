import { describe, expect, it } from 'vitest';
import './budget-failures.ts';
import './desktop-failures.ts';
import './image-comparison-failures.ts';
import './image-contents-failures.ts';
import './module-failures.ts';
import './setup-failures.ts';
import './doctor-failures.ts';
import {
  describeFailure,
  failure,
  failureClass,
  type FailureCode,
  failureCodes,
  isFailureOfClass,
} from './failure.ts';
import type { FailureClass } from './said.ts';

/** The codes of a class, sorted. */
function codesOf(wanted: FailureClass): FailureCode[] {
  return failureCodes.filter((code) => failureClass(code) === wanted).toSorted();
}

it.each<[FailureClass, FailureCode[]]>([
  [
    'usage',
    [
      'budget.file-invalid',
      'budget.no-file',
      'build.id-invalid',
      'build.id-or-file-invalid',
      'builds.choice-invalid',
      'builds.cursor-invalid',
      'doctor.finding-unknown',
      'environment.name-refused',
      'environment.not-settable',
      'environment.unknown-variable',
      'environment.value-invalid',
      'environment.value-refused',
      'finding.unknown',
      'image-budget.nothing',
      'image-budget.option-invalid',
      'image.is-recorded',
      'image.not-recorded',
      'image.ref-invalid',
      'image.source-ambiguous',
      'input.invalid',
      'process.arguments',
      'profile.entry-is-undo',
      'profile.entry-unknown',
      'profile.plan-unknown',
      'proxy.no-module',
      'proxy.no-path',
      'setup.unknown-preset',
      'snapshot.unknown',
      'usage.invalid',
      'version.unreadable',
    ],
  ],
  ['cancelled', ['cancelled']],
  [
    'not-installed',
    [
      'go-switch.not-downloaded',
      'go-switch.not-on-path',
      'switching.install-cancelled',
      'switching.no-system-go',
      'switching.nothing-chosen',
      'switching.variable-unreadable',
      'toolchain.adopted-gone',
      'toolchain.not-for-arch',
      'toolchain.not-installed',
      'toolchain.not-provided',
      'version-file.unreadable',
    ],
  ],
  [
    'source',
    [
      'checksum-database.unreachable',
      'download.long',
      'download.not-what-was-asked',
      'download.short',
      'download.slow',
      'download.status',
      'download.unreachable',
      'source.no-proxy',
    ],
  ],
  [
    'refused',
    [
      'archive.damaged',
      'archive.hostile',
      'checksum-database.forked',
      'checksum-database.not-signed',
      'checksum-database.rolled-back',
      'checksum-database.unknown',
      'checksum-database.untrusted',
      'image.digest-mismatch',
      'image.hostile-name',
      'image.too-much',
      'toolchain.another-archive',
      'toolchain.checksum-mismatch',
      'toolchain.wrong-content',
    ],
  ],
  [
    'unreadable',
    [
      'backup.unreadable',
      'binary.damaged',
      'binary.not-executable',
      'binary.not-go',
      'binary.packed',
      'binary.too-large',
      'build.damaged',
      'history.damaged',
      'history.emptied',
      'history.unreadable',
      'image.content-missing',
      'image.contents-damaged',
      'image.damaged',
      'image.layer-damaged',
      'image.not-an-image',
      'import.refused',
      'profile.backup-damaged',
      'snapshot.damaged',
      'snapshot.unreadable',
    ],
  ],
  ['bug', ['internal']],
])('the class %s has these codes', (wanted, codes) => {
  expect(codesOf(wanted)).toEqual(codes);
});

it('a code that is not in the catalogue has the class failed', () => {
  expect(['engine.from-the-future', 'constructor', ''].map(failureClass)).toEqual([
    'failed',
    'failed',
    'failed',
  ]);
});

it('distinguishes failures of a class from others and from bugs', () => {
  const status = failure('download.status', { url: 'https://go.dev/dl/', status: 503 });
  expect(isFailureOfClass(status, 'source')).toBe(true);
  expect(isFailureOfClass(status, 'refused')).toBe(false);
  expect(isFailureOfClass(new TypeError('x'), 'bug')).toBe(false);
});

describe('names with control characters', () => {
  const hostile = 'a\nb\u001B[31m\u0085\u202Ec';
  const shown = 'a\uFFFDb\uFFFD[31m\uFFFD\uFFFDc';

  it.each([
    failure('binary.not-executable', { path: hostile, what: 'other' }),
    failure('file.not-found', { path: hostile }),
    failure('usage.invalid', { detail: `Unknown command: ${hostile}.`, see: 'burrow --help' }),
    failure('binary.damaged', { path: hostile, detail: hostile }),
    failure('modules.none', { dir: hostile }),
    failure('archive.damaged', { archive: hostile, detail: hostile }),
  ])('$code shows them on one line', ({ code, params, message }) => {
    for (const locale of ['en', 'zh-CN'] as const) {
      const said = describeFailure({ code, params }, locale);
      expect(said.message).toContain(shown);
      expect(`${said.message}${said.hint}`).not.toMatch(/[\p{Cc}\p{Bidi_Control}]/u);
    }
    expect(message).toContain(shown);
  });

  it('keeps the lines of a program, and their tabs', () => {
    const { message } = failure('modules.go-fails', { command: 'go list', output: 'go:\n\tgo.mod\u001B[2J' });
    expect(message).toBe('`go list` failed:\ngo:\n\tgo.mod\uFFFD[2J');
  });

  it('shows those of a list', () => {
    expect(failure('modules.not-cached', { modules: [hostile], output: '' }).message).toContain(shown);
  });
});
