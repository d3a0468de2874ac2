import { describe, expect, it } from 'vitest';
import type { FoundToolchain, Toolchain } from '#contract/toolchains';
import { isBefore, type Scene } from './scene.ts';
import { translatedIn } from './translated.ts';

const mac = { os: 'darwin', arch: 'arm64' };
const home = '/Users/me/.burrow/toolchains';
const brew = '/usr/local/Cellar/go/1.24.9/libexec';

/** A toolchain of Burrow: `go1.24.9 amd64`; other fields default to the values after an install. */
function ours(name: string, more: Partial<Toolchain> = {}): Scene['here'][number] {
  const [version = '', arch = ''] = name.split(' ');
  const path = `${home}/${version}.darwin-${arch}`;
  const toolchain: Toolchain = {
    version,
    os: 'darwin',
    arch,
    runsAs: arch === 'arm64' ? 'native' : 'translated',
    managed: more.adopted === undefined,
    adopted: null,
    default: false,
    path,
    source: { kind: 'official', url: null },
    verified: true,
    proof: { method: 'sha256', hash: '', index: null },
    built: null,
    bytes: 250,
    installedAt: null,
    supported: true,
    endOfLife: null,
    update: null,
    usedBy: [],
    ...more,
  };
  return { toolchain, goroot: more.adopted?.from ?? path };
}

function theirs(path: string, more: Partial<FoundToolchain> = {}): FoundToolchain {
  const facts = { os: 'darwin', arch: 'amd64', runsAs: 'translated', manager: 'homebrew' } as const;
  return { version: 'go1.24.9', ...facts, path, adopted: false, installed: false, inAll: false, ...more };
}

const scene = (more: Partial<Scene> = {}): Scene => ({
  here: [],
  found: [],
  users: new Map(),
  onPath: null,
  noDefault: false,
  beforeShims: false,
  ...more,
});

const onPath = (goroot: string) => ({ file: '/usr/local/bin/go', goroot, version: 'go1.24.9' });
const adopted = { from: brew, manager: 'homebrew', gone: false } as const;
const amd64 = `${home}/go1.24.9.darwin-amd64`;

/** A summary of the findings, `managed go1.24.9`, and of the idle toolchains. */
function inShort(of: Scene): { findings: string[]; idle: string[] } {
  const { findings, idle } = translatedIn(mac, of);
  return {
    findings: findings.map(({ kind, version }) => `${kind} ${version}`),
    idle: idle.map(
      ({ version, nativeInstalled }) => `${version}${nativeInstalled ? ' (native installed)' : ''}`,
    ),
  };
}

describe('findings', () => {
  it.each<[string, Scene, { findings: string[]; idle: string[] }]>([
    ['none without toolchains', scene(), { findings: [], idle: [] }],
    [
      'not a native toolchain',
      scene({ here: [ours('go1.24.9 arm64', { default: true })], users: new Map([[amd64, ['/p']]]) }),
      { findings: [], idle: [] },
    ],
    [
      'the default',
      scene({ here: [ours('go1.24.9 amd64', { default: true })] }),
      { findings: ['managed go1.24.9'], idle: [] },
    ],
    [
      'the toolchain of a project',
      scene({ here: [ours('go1.24.9 amd64')], users: new Map([[amd64, ['/p']]]) }),
      { findings: ['managed go1.24.9'], idle: [] },
    ],
    [
      'not an unused toolchain',
      scene({ here: [ours('go1.24.9 amd64')] }),
      { findings: [], idle: ['go1.24.9'] },
    ],
    [
      'not if the native build of its version is installed',
      scene({ here: [ours('go1.24.9 arm64', { default: true }), ours('go1.24.9 amd64')] }),
      { findings: [], idle: ['go1.24.9 (native installed)'] },
    ],
    [
      'an adopted default',
      scene({ here: [ours('go1.24.9 amd64', { default: true, adopted })] }),
      { findings: ['adopted go1.24.9'], idle: [] },
    ],
    [
      'the Go on PATH, without a default',
      scene({ found: [theirs(brew)], onPath: onPath(brew), noDefault: true }),
      { findings: ['found go1.24.9'], idle: [] },
    ],
    [
      'not the Go on PATH after the shims, with a default',
      scene({ found: [theirs(brew)], onPath: onPath(brew) }),
      { findings: [], idle: [] },
    ],
    [
      'the Go on PATH, for a folder that asks for `system`',
      scene({ found: [theirs(brew)], onPath: onPath(brew), users: new Map([['/usr/local', ['/p']]]) }),
      { findings: ['found go1.24.9'], idle: [] },
    ],
    [
      'not a Go that is not on PATH',
      scene({ found: [theirs(brew)], onPath: onPath('/usr/local/go'), noDefault: true }),
      { findings: [], idle: [] },
    ],
    [
      'only one for a Go that is adopted and on PATH',
      scene({
        here: [ours('go1.24.9 amd64', { default: true, adopted })],
        found: [theirs(brew, { adopted: true })],
        onPath: onPath(brew),
        noDefault: true,
      }),
      { findings: ['adopted go1.24.9'], idle: [] },
    ],
    [
      'not a toolchain in the module cache',
      scene({ found: [theirs('/m', { manager: 'module-cache' })], onPath: onPath('/m'), noDefault: true }),
      { findings: [], idle: [] },
    ],
    [
      'newest first',
      scene({
        here: [ours('go1.9.7 amd64'), ours('go1.24.9 amd64')],
        users: new Map([
          [amd64, ['/p']],
          [`${home}/go1.9.7.darwin-amd64`, ['/q']],
        ]),
      }),
      { findings: ['managed go1.24.9', 'managed go1.9.7'], idle: [] },
    ],
  ])('%s', (_, of, expected) => {
    expect(inShort(of)).toEqual(expected);
  });
});

it('contains its users, its owner and the command that removes it', () => {
  const [finding] = translatedIn(
    mac,
    scene({
      here: [ours('go1.24.9 arm64'), ours('go1.24.9 amd64', { adopted })],
      onPath: onPath(brew),
      noDefault: true,
      users: new Map([
        [amd64, ['/p']],
        ['/usr/local', ['/q']],
      ]),
    }),
  ).findings;
  expect(finding).toEqual({
    version: 'go1.24.9',
    os: 'darwin',
    arch: 'amd64',
    kind: 'adopted',
    path: amd64,
    goroot: brew,
    manager: 'homebrew',
    ownerCommand: '/usr/local/bin/brew uninstall go',
    bytes: 0,
    default: false,
    usedBy: ['/p', '/q'],
    onPath: '/usr/local/bin/go',
    nativeInstalled: true,
    noNative: null,
    replaceable: true,
  });
});

it.each<[string, Partial<Scene>, boolean]>([
  ['is not installed', { noDefault: true }, true],
  ['is installed, without a default', { noDefault: true, here: [ours('go1.24.9 arm64')] }, true],
  ['is installed, with a default', { beforeShims: true, here: [ours('go1.24.9 arm64')] }, false],
])('a foreign Go on PATH whose native build %s', (_, more, replaceable) => {
  const { findings } = translatedIn(mac, scene({ found: [theirs(brew)], onPath: onPath(brew), ...more }));
  expect(findings).toMatchObject([{ kind: 'found', replaceable }]);
});

it('cannot replace a toolchain of Burrow in PATH whose native build is installed', () => {
  const here = [ours('go1.24.9 arm64'), ours('go1.24.9 amd64')];
  const { findings } = translatedIn(mac, scene({ here, onPath: onPath(amd64), beforeShims: true }));
  expect(findings).toMatchObject([{ kind: 'managed', nativeInstalled: true, replaceable: false }]);
});

it.each([
  ['go1.15.15', 'too-old'],
  ['go1.16beta1', null],
  ['go1.26.1', null],
  ['go1.26.1-ours', 'custom-build'],
])('there is no native build of %s because of: %s', (version, noNative) => {
  const { findings } = translatedIn(mac, scene({ here: [ours(`${version} amd64`, { default: true })] }));
  expect(findings).toMatchObject([{ noNative }]);
});

it.each([
  ['/shims:/usr/local/bin', false],
  ['/usr/local/bin:/shims', true],
  ['/usr/local/bin', true],
  ['/shims:/usr/local/bin:/shims', false],
  ['/shims/:/usr/local/bin/', false],
  ['/usr/local/bin/:/shims/', true],
])('on PATH %s, /usr/local/bin/go comes before the shims: %s', (PATH, expected) => {
  expect(isBefore({ env: { PATH } }, '/usr/local/bin/go', '/shims')).toBe(expected);
});
