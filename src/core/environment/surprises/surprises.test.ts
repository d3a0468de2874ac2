import { expect, it } from 'vitest';
import { describeFailure } from '#contract/failure';
import type { Facts, ReadFile } from './facts.ts';
import { surprisesOf } from './surprises.ts';

const path = '/home/me/.config/go/env';

/** A file as Go reads it. */
function fileOf(text: string, at = path): ReadFile {
  const variables = text.split('\n').flatMap((line, index): [string, { value: string; line: number }][] => {
    const [, name = '', value = ''] = /^([A-Z][^=]*)=(.*)$/s.exec(line) ?? [];
    return name === '' ? [] : [[name, { value, line: index + 1 }]];
  });
  return { path: at, variables: new Map(variables) };
}

const own = fileOf(
  'GOPROXY=https://goproxy.cn,direct\nGOSUMDB=sum.golang.org\nGOTOOLCHAIN=auto\n',
  '/go/go.env',
);
const other = fileOf('GOTOOLCHAIN=local\n', '/other/go.env');

function facts(text: string | null, more: Partial<Facts> = {}): Facts {
  return {
    env: {},
    home: '/home/me',
    os: 'linux',
    user: text === null ? null : fileOf(text),
    userText: text,
    offFile: null,
    unreadFile: null,
    own,
    toolchains: [],
    managed: new Map(),
    stopping: [],
    ...more,
  };
}

it.each<[string, Facts, object[]]>([
  ['nothing', facts('GOFLAGS=-mod=mod\nGOPRIVATE=a.example\n'), []],
  [
    'an empty variable in the environment, which does not clear the file',
    facts('GOFLAGS=-mod=mod\n', { env: { GOFLAGS: '' } }),
    [{ code: 'surprise.empty-environment', name: 'GOFLAGS', line: 1, changes: { GOFLAGS: null } }],
  ],
  [
    'an empty line, which hides the default',
    facts('# mine\nGOPROXY=\nGOFLAGS=\n'),
    [{ code: 'surprise.empty-line', name: 'GOPROXY', line: 2, changes: { GOPROXY: null } }],
  ],
  [
    'GOENV=off',
    facts(null, { env: { GOENV: 'off' }, offFile: path }),
    [{ code: 'surprise.file-off', name: 'GOENV', line: null, changes: undefined }],
  ],
  [
    'GOENV=off that Burrow set',
    facts(null, { env: { GOENV: 'off' }, offFile: path, managed: new Map([['GOENV', 'off']]) }),
    [{ code: 'surprise.file-off', name: 'GOENV', line: null, changes: { GOENV: null } }],
  ],
  [
    'toolchains that differ',
    facts('', {
      toolchains: [
        { version: 'go1.24.1', file: other },
        { version: 'go1.25.1', file: own },
      ],
    }),
    [{ code: 'surprise.toolchains-differ', name: 'GOTOOLCHAIN', line: 3, changes: { GOTOOLCHAIN: 'auto' } }],
  ],
  [
    'no toolchains that differ where the file decides',
    facts('GOTOOLCHAIN=local\n', { toolchains: [{ version: 'go1.24.1', file: other }] }),
    [],
  ],
  [
    'GOTELEMETRY in the environment',
    facts('', { env: { GOTELEMETRY: 'off' } }),
    [{ code: 'surprise.telemetry', name: 'GOTELEMETRY', line: null, changes: undefined }],
  ],
  [
    'the file of XDG_CONFIG_HOME on a Mac',
    facts('GOFLAGS=-x\n', {
      os: 'darwin',
      unreadFile: fileOf('GOFLAGS=-v\nGOPRIVATE=a.example\n', '/x/go/env'),
    }),
    [{ code: 'surprise.unread-file', name: 'GOENV', line: null, changes: { GOPRIVATE: 'a.example' } }],
  ],
  [
    'the environment that wins over the file',
    facts('GOFLAGS=-x\n', { env: { GOFLAGS: '-v' } }),
    [{ code: 'surprise.shadowed', name: 'GOFLAGS', line: 1, changes: undefined }],
  ],
  [
    "a GOROOT of another Go's",
    facts('', { env: { GOROOT: '/usr/lib/go' } }),
    [{ code: 'switching.stale-goroot', name: 'GOROOT', line: null, changes: undefined }],
  ],
  [
    'carriage returns',
    facts('GOFLAGS=-mod=mod\r\nGOPRIVATE=a.example\r\n'),
    [
      { code: 'surprise.line', name: 'GOFLAGS', line: 1, changes: { GOFLAGS: '-mod=mod' } },
      { code: 'surprise.line', name: 'GOPRIVATE', line: 2, changes: { GOPRIVATE: 'a.example' } },
    ],
  ],
  [
    'a byte order mark',
    facts('\ufeffGOFLAGS=-mod=mod\n'),
    [
      {
        code: 'surprise.line',
        name: 'GOFLAGS',
        line: 1,
        changes: { '\ufeffGOFLAGS': null, GOFLAGS: '-mod=mod' },
      },
    ],
  ],
  [
    'export, quotes and $HOME in one line',
    facts('export GOPATH="$HOME/go"\n'),
    [
      {
        code: 'surprise.line',
        name: 'GOPATH',
        line: 1,
        changes: { 'export GOPATH': null, GOPATH: '/home/me/go' },
      },
    ],
  ],
  [
    'quotes',
    facts('GOPRIVATE="a.example"\nCGO_CFLAGS="-O2 -g"\nGOFLAGS=\'-ldflags=-s -w\'\nCC="/my tools/cc"\n'),
    [
      { code: 'surprise.line', name: 'GOPRIVATE', line: 1, changes: { GOPRIVATE: 'a.example' } },
      { code: 'surprise.line', name: 'CGO_CFLAGS', line: 2, changes: { CGO_CFLAGS: '-O2 -g' } },
    ],
  ],
  [
    'another variable in a value, of which nobody knows what was meant',
    facts('GOBIN=$XDG_BIN_HOME\n'),
    [{ code: 'surprise.line', name: 'GOBIN', line: 1, changes: undefined }],
  ],
  [
    'a variable that Go does not read from the file, and one that it does not have',
    facts('GOTELEMETRY=off\nGONOSUMCHECK=1\n'),
    [
      { code: 'surprise.not-read-here', name: 'GOTELEMETRY', line: 1, changes: { GOTELEMETRY: null } },
      { code: 'surprise.unknown-variable', name: 'GONOSUMCHECK', line: 2, changes: { GONOSUMCHECK: null } },
    ],
  ],
  [
    'values with which builds fail later',
    facts('GOPRIVATE=a.example, b.example\nGOTOOLCHAIN=1.22.5\n', { env: { CGO_ENABLED: 'off' } }),
    [
      { code: 'surprise.value', name: 'GOTOOLCHAIN', line: 2, changes: { GOTOOLCHAIN: 'go1.22.5' } },
      { code: 'surprise.value', name: 'CGO_ENABLED', line: null, changes: undefined },
      { code: 'surprise.value', name: 'GOPRIVATE', line: 1, changes: { GOPRIVATE: 'a.example,b.example' } },
    ],
  ],
  [
    'a value that stops Go, once',
    facts('GOPATH=~/go\n', {
      stopping: [{ name: 'GOPATH', value: '~/go', file: path, line: 1, says: 'go: GOPATH entry' }],
    }),
    [{ code: 'surprise.stops-go', name: 'GOPATH', line: 1, changes: { GOPATH: '/home/me/go' } }],
  ],
  [
    'a value in the environment that Burrow set',
    facts('', { env: { GOBIN: '~/bin' }, managed: new Map([['GOBIN', '~/bin']]) }),
    [{ code: 'surprise.value', name: 'GOBIN', line: null, changes: { GOBIN: '/home/me/bin' } }],
  ],
])('tells of %s', (_, given, expected) => {
  const found = surprisesOf(given);
  const short = found.map(({ reason, name, line, fix }) => ({
    code: reason.code,
    name,
    line,
    changes: fix?.changes,
  }));
  expect(short).toEqual(expected);
  for (const { reason } of found) {
    for (const locale of ['en', 'zh-CN'] as const) {
      const said = describeFailure(reason, locale);
      expect(`${said.message} ${said.hint}`).not.toMatch(/undefined|null/);
    }
  }
});

it('shows no secret, and offers no change that would', () => {
  const found = surprisesOf(facts('GOPROXY=https://me:hunter2@proxy.example,direct\r\n'));
  expect(found).toMatchObject([{ name: 'GOPROXY', fix: null }]);
  expect(JSON.stringify(found)).not.toContain('hunter2');
});
