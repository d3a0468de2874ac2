import { expect, it } from 'vitest';
import type { GoVariable, VariableOrigin } from '#contract/environment';
import type { SetVariable } from '#contract/managed-variables';
import { isMine, shownRows, variableRows } from './variable-rows.ts';

const from = (kind: VariableOrigin['kind']): VariableOrigin => ({ kind, file: null, line: null, from: null });
const variable = (name: string, value: string, kind: VariableOrigin['kind']): GoVariable => ({
  name,
  value,
  hidden: [],
  origin: from(kind),
});
const set = (name: string, place: SetVariable['place']): SetVariable => ({
  name,
  value: 'v',
  place,
  file: '/f',
  line: 1,
});
const surprise = {
  severity: 'notice' as const,
  reason: { code: 'surprise.telemetry', params: { value: 'off' } },
  file: null,
  line: null,
  fix: null,
};

const rows = variableRows(
  {
    variables: [
      variable('GOPROXY', 'https://goproxy.cn', 'file'),
      variable('GOARCH', 'amd64', 'default'),
      variable('GOFLAGS', '-x', 'environment'),
      variable('GOPATH', '/go', 'default'),
      variable('GOTELEMETRY', 'local', 'default'),
    ],
    surprises: [
      { ...surprise, name: 'GOTELEMETRY' },
      { ...surprise, name: 'GONOSUMCHECK' },
    ],
  },
  [set('GOPROXY', 'go'), set('GOPATH', 'shell'), set('MINE', 'shell'), set('GONOSUMCHECK', 'go')],
);

it('lists variables of Go and of someone’s own', () => {
  expect(rows.map(({ name, setIn }) => [name, ...setIn].join(' '))).toEqual([
    'GOARCH',
    'GOFLAGS',
    'GONOSUMCHECK go',
    'GOPATH shell',
    'GOPROXY go',
    'GOTELEMETRY',
    'MINE shell',
  ]);
});

it('lists first what keeps Go from running', () => {
  const [first] = variableRows(
    {
      variables: [variable('GOBIN', '', 'default'), variable('GOPATH', '~/go', 'file')],
      surprises: [{ ...surprise, severity: 'stops', name: 'GOPATH' }],
    },
    [],
  );
  expect(first?.name).toBe('GOPATH');
});

it.each([
  ['mine', '', ['GOFLAGS', 'GONOSUMCHECK', 'GOPATH', 'GOPROXY', 'GOTELEMETRY', 'MINE']],
  ['all', '', rows.map(({ name }) => name)],
  ['mine', 'amd', ['GOARCH']],
  ['all', 'CN', ['GOPROXY']],
  ['all', 'nothing', []],
] as const)('shows %s that have "%s"', (filter, search, names) => {
  expect(shownRows(rows, { filter, search }).map(({ name }) => name)).toEqual(names);
});

it('counts what someone set, or should look at', () => {
  expect(rows.filter(isMine)).toHaveLength(6);
});
