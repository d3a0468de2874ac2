import * as fc from 'fast-check';
import type { Snapshot } from '#contract/snapshots';

/** A snapshot of a Linux machine. */
export function exampleSnapshot(more: Partial<Snapshot> = {}): Snapshot {
  return {
    format: 'burrow-environment',
    version: 1,
    takenAt: '2026-11-07T12:00:00.000Z',
    host: 'box',
    burrow: '0.1.0',
    system: {
      os: 'linux',
      arch: 'amd64',
      release: 'Debian GNU/Linux 12 (bookworm)',
      processor: 'AMD EPYC',
      translated: false,
      libc: 'glibc 2.36',
    },
    go: { version: 'go1.26.1', goroot: '~/.burrow/toolchains/go1.26.1.linux-amd64' },
    variables: [
      { name: 'GOFLAGS', value: '', origin: { kind: 'default', file: null, line: null } },
      { name: 'GOPROXY', value: 'direct', origin: { kind: 'file', file: '~/.config/go/env', line: 1 } },
    ],
    starts: [
      { shell: 'bash', mode: 'login', version: 'go1.26.1' },
      { shell: null, mode: 'desktop', version: null },
    ],
    toolchains: [
      { version: 'go1.26.1', os: 'linux', arch: 'amd64', adopted: null, default: true, verified: 'sha256' },
    ],
    path: ['~/.burrow/shims', '/usr/local/go/bin'],
    shells: [{ path: '/bin/bash', version: '5.2', login: true }],
    profiles: [{ path: '~/.bashrc', sha256: 'ab'.repeat(32), block: true }],
    git: { path: '/usr/bin/git', version: 'git version 2.39.5' },
    compiler: { path: '/usr/bin/gcc', version: 'gcc 12.2.0' },
    pkgConfig: null,
    engine: { state: 'answers', product: 'docker', version: '28.5.1' },
    ...more,
  };
}

const word = fc.string({ unit: 'grapheme', maxLength: 12 });
const key = fc.stringMatching(/^[a-zA-Z0-9/~._ -]{1,12}$/);
const hex = fc.stringMatching(/^[0-9a-f]{64}$/);
const program = fc.option(fc.record({ path: key, version: word }));
const origin = fc.record({
  kind: fc.constantFrom('environment', 'file', 'goroot', 'default' as const),
  file: fc.option(key),
  line: fc.option(fc.nat({ max: 99 })),
});
const unique = <T>(item: fc.Arbitrary<T>, by: (each: T) => string) =>
  fc.uniqueArray(item, { maxLength: 5, selector: by });

/** Snapshots of all kinds of machines. */
export const anySnapshot: fc.Arbitrary<Snapshot> = fc.record({
  format: fc.constant('burrow-environment' as const),
  version: fc.constant(1 as const),
  takenAt: fc.constant('2026-11-07T12:00:00.000Z'),
  host: word,
  burrow: word,
  system: fc.record({
    os: fc.constantFrom('linux', 'darwin', 'windows'),
    arch: fc.constantFrom('amd64', 'arm64'),
    release: word,
    processor: word,
    translated: fc.boolean(),
    libc: fc.option(word),
  }),
  go: fc.option(fc.record({ version: fc.option(word), goroot: fc.option(key) })),
  variables: fc.option(
    unique(
      fc.record({
        name: fc.constantFrom('GOFLAGS', 'GOPROXY', 'GOBIN', 'AR', 'CGO_ENABLED'),
        value: word,
        origin,
      }),
      ({ name }) => name,
    ),
  ),
  starts: fc.option(
    unique(
      fc.record({
        shell: fc.option(fc.constantFrom('bash', 'zsh')),
        mode: fc.constantFrom('script', 'login', 'interactive', 'login-interactive', 'desktop' as const),
        version: fc.option(word),
      }),
      ({ shell, mode }) => `${shell}:${mode}`,
    ),
  ),
  toolchains: unique(
    fc.record({
      version: fc.constantFrom('go1.26.1', 'go1.25.3', 'go1.22.0'),
      os: fc.constant('linux'),
      arch: fc.constantFrom('amd64', 'arm64'),
      adopted: fc.option(fc.constantFrom('mise', 'asdf' as const)),
      default: fc.boolean(),
      verified: fc.constantFrom('sha256', 'none'),
    }),
    ({ version, arch }) => `${version} ${arch}`,
  ),
  path: fc.array(key, { maxLength: 3 }),
  shells: unique(fc.record({ path: key, version: fc.option(word), login: fc.boolean() }), ({ path }) => path),
  profiles: unique(fc.record({ path: key, sha256: fc.option(hex), block: fc.boolean() }), ({ path }) => path),
  git: program,
  compiler: program,
  pkgConfig: program,
  engine: fc.oneof(
    fc.record({ state: fc.constant('answers' as const), product: word, version: word }),
    fc.constant({ state: 'slow' as const }),
    fc.constant({ state: 'none' as const }),
  ),
});
