import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Snapshot } from '#contract/snapshots';
import { tellChange } from '#contract/words/drift';
import { anySnapshot, exampleSnapshot } from '#testing/example-snapshots';
import { stressed } from '#testing/stress';
import { changesBetween, isSameMachine } from './compare.ts';

const runs = { numRuns: stressed(200, 20_000) };
const idsOf = (a: Snapshot, b: Snapshot) => changesBetween(a, b).map(({ id }) => id);

it('finds nothing between a snapshot and itself, at whatever time and by whatever name', () => {
  fc.assert(
    fc.property(anySnapshot, (one) => {
      const other = { ...structuredClone(one), takenAt: '2027-01-01T00:00:00.000Z', host: 'other' };
      expect(changesBetween(one, other)).toEqual([]);
      expect(isSameMachine(one, other)).toBe(true);
    }),
    runs,
  );
});

it('tells each fact once, in the same order both ways, and as a sentence in both languages', () => {
  fc.assert(
    fc.property(anySnapshot, anySnapshot, (one, other) => {
      const changes = changesBetween(one, other);
      const ids = changes.map(({ id }) => id);
      expect(new Set(ids).size).toBe(ids.length);
      expect(idsOf(other, one)).toEqual(ids);
      expect(changesBetween(other, one).map(({ before, after }) => [after, before])).toEqual(
        changes.map(({ before, after }) => [before, after]),
      );
      for (const change of changes) {
        expect(tellChange(change, 'en')).not.toMatch(/undefined|null|\[object/);
        expect(tellChange(change, 'zh-CN')).not.toMatch(/undefined|null|\[object/);
      }
    }),
    runs,
  );
});

it('does not depend on the order of lists, apart from PATH', () => {
  fc.assert(
    fc.property(anySnapshot, anySnapshot, (one, other) => {
      const turned: Snapshot = {
        ...other,
        variables: other.variables?.toReversed() ?? null,
        starts: other.starts?.toReversed() ?? null,
        profiles: other.profiles.toReversed(),
      };
      expect(idsOf(one, turned)).toEqual(idsOf(one, other));
    }),
    runs,
  );
});

const base = exampleSnapshot();
const system = (more: Partial<Snapshot['system']>) => ({ system: { ...base.system, ...more } });
const variable = (value: string, more: Partial<NonNullable<Snapshot['variables']>[0]['origin']> = {}) => ({
  variables: (base.variables ?? []).map((each) =>
    each.name === 'GOPROXY' ? { ...each, value, origin: { ...each.origin, ...more } } : each,
  ),
});
const ofGo = (
  name: string,
  value: string,
  kind: 'default' | 'derived' | 'goroot',
  file: string | null = null,
) => ({
  name,
  value,
  origin: { kind, file, line: null },
});
const [toolchain] = base.toolchains;
const older = toolchain && { ...toolchain, version: 'go1.25.3', default: false };

it.each<[string, Partial<Snapshot>, string, string]>([
  [
    'go',
    { go: { version: 'go1.25.3', goroot: '/usr/local/go' } },
    'go1.25.3 runs instead of go1.26.1',
    '运行的是 go1.25.3，而不是 go1.26.1',
  ],
  [
    'go',
    { go: { version: 'go1.26.1', goroot: '/usr/local/go' } },
    'go1.26.1 runs from /usr/local/go instead of ~/.burrow/toolchains/go1.26.1.linux-amd64',
    'go1.26.1 从 /usr/local/go 运行，而不是 ~/.burrow/toolchains/go1.26.1.linux-amd64',
  ],
  [
    'go',
    { go: { version: null, goroot: null } },
    'No Go runs instead of go1.26.1',
    '没有可运行的 Go，而不是 go1.26.1',
  ],
  [
    'start:bash:login',
    { starts: [{ shell: 'bash', mode: 'login', version: 'go1.20.3' }] },
    'In bash (login), go1.20.3 runs instead of go1.26.1',
    '在 bash（登录）中，运行的是 go1.20.3，而不是 go1.26.1',
  ],
  [
    'start::desktop',
    { starts: [{ shell: null, mode: 'desktop', version: 'go1.20.3' }] },
    'In apps from the desktop, go1.20.3 runs instead of none',
    '在从桌面启动的应用中，运行的是 go1.20.3，另一方没有 Go',
  ],
  ['GOPROXY', variable('off'), 'GOPROXY is off instead of direct', 'GOPROXY 为 off，而不是 direct'],
  ['GOPROXY', variable(''), 'GOPROXY is empty instead of direct', 'GOPROXY 为 空值，而不是 direct'],
  [
    'GOPROXY',
    variable('direct', { kind: 'environment', file: null, line: null }),
    'GOPROXY has the same value, from the environment instead of ~/.config/go/env:1',
    'GOPROXY 的值相同，但来自 环境变量，而不是 ~/.config/go/env:1',
  ],
  [
    'compiler',
    { compiler: { path: '/usr/bin/gcc', version: 'gcc 14.1.0' } },
    'The C compiler is gcc 14.1.0 instead of gcc 12.2.0',
    'C 编译器 为 gcc 14.1.0，而不是 gcc 12.2.0',
  ],
  [
    'compiler',
    { compiler: null },
    'The C compiler: none instead of gcc 12.2.0',
    'C 编译器：无，而不是 gcc 12.2.0',
  ],
  [
    'processor',
    system({ arch: 'arm64' }),
    'The processor is arm64 instead of amd64',
    '处理器 为 arm64，而不是 amd64',
  ],
  ['translated', system({ translated: true }), 'Burrow runs under Rosetta', 'Burrow 在 Rosetta 下运行'],
  [
    'toolchain:go1.25.3 linux/amd64',
    { toolchains: toolchain && older ? [toolchain, older] : [] },
    'go1.25.3 linux/amd64 is installed as well',
    '多安装了 go1.25.3 linux/amd64',
  ],
  [
    'profile:~/.bashrc',
    { profiles: [{ path: '~/.bashrc', sha256: 'cd'.repeat(32), block: false }] },
    "~/.bashrc has other content, without Burrow's block",
    '~/.bashrc 的内容不同，没有 Burrow 的内容',
  ],
  ['profile:~/.bashrc', { profiles: [] }, '~/.bashrc is gone', '~/.bashrc 已不存在'],
  [
    'engine',
    { engine: { state: 'none' } },
    'The container engine: none instead of docker 28.5.1',
    '容器引擎：无，而不是 docker 28.5.1',
  ],
])('tells one change of %s once', (id, changed, en, zhCN) => {
  const changes = changesBetween(base, { ...base, ...changed });
  expect(changes.map((change) => [change.id, tellChange(change, 'en'), tellChange(change, 'zh-CN')])).toEqual(
    [[id, en, zhCN]],
  );
});

it.each<[string, Partial<Snapshot>]>([
  ['the shells did not answer', { starts: null }],
  ['one of them did not', { starts: [{ shell: 'bash', mode: 'login', version: 'go1.26.1' }] }],
  ['Go did not', { variables: null, go: null }],
  ['the engine was too slow', { engine: { state: 'slow' } }],
  ['a line moved', variable('direct', { line: 7 })],
  [
    'only one Go has a variable',
    { variables: [...(base.variables ?? []), ofGo('GOAUTH', 'netrc', 'default')] },
  ],
  [
    'a variable follows another',
    { variables: [...(base.variables ?? []), ofGo('GONOPROXY', 'a', 'derived')] },
  ],
])('says nothing where %s', (_, changed) => {
  expect(changesBetween(base, { ...base, ...changed })).toEqual([]);
});

it('says nothing of a default that stands in the go.env of another Go, or follows another variable', () => {
  const one = exampleSnapshot({
    variables: [ofGo('GOSUMDB', 'sum.golang.org', 'goroot', '/a/go.env'), ofGo('GONOPROXY', '', 'default')],
  });
  const other = exampleSnapshot({
    variables: [ofGo('GOSUMDB', 'sum.golang.org', 'goroot', '/b/go.env'), ofGo('GONOPROXY', 'a', 'derived')],
  });
  expect(changesBetween(one, other)).toEqual([]);
  const changed = exampleSnapshot({ variables: [ofGo('GOSUMDB', 'off', 'goroot', '/b/go.env')] });
  expect(idsOf(one, changed)).toEqual(['GOSUMDB']);
});

it('says what matters first', () => {
  const other = exampleSnapshot({
    ...system({ arch: 'arm64', release: 'Debian 13', os: 'darwin' }),
    ...variable('off'),
    go: { version: 'go1.25.3', goroot: null },
    compiler: null,
    profiles: [],
    git: null,
    engine: { state: 'none' },
  });
  expect(idsOf(base, other)).toEqual([
    'go',
    'GOPROXY',
    'compiler',
    'processor',
    'os',
    'git',
    'engine',
    'profile:~/.bashrc',
    'release',
  ]);
});

it.each<[string, Partial<Snapshot>, boolean]>([
  ['an engine that was stopped', { engine: { state: 'none' } }, true],
  ['another engine', { engine: { state: 'answers', product: 'podman', version: '4.3' } }, false],
  ['a changed profile', { profiles: [] }, false],
  ['shells that did not answer this time', { starts: null }, true],
])('keeps no further snapshot, or one, after %s', (_, changed, isSame) => {
  expect(isSameMachine(base, { ...base, ...changed })).toBe(isSame);
});

it('keeps one that knows what the last one could not find out', () => {
  expect(isSameMachine({ ...base, starts: null }, base)).toBe(false);
});
