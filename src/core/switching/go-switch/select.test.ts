import { expect, it } from 'vitest';
import { failure } from '#contract/failure';
import type { Requirements } from './requirements.ts';
import { knowsSwitching, type Selected, select, unmetBy } from './select.ts';

// tests/integration/go-switch.test.ts compares with real Gos; here are the versions that behave differently.

const required = (go: string, toolchain?: string): Requirements => ({
  file: '/m/go.mod',
  kind: 'go-mod',
  go: { text: go, line: 3 },
  toolchain: toolchain === undefined ? null : { text: toolchain, line: 5 },
});

/** `go1.26.0 by go`, `stays` or `fails go-switch.invalid`. */
function described(selected: Selected): string {
  if (selected.kind === 'stays') return 'stays';
  if (selected.kind === 'fails') return `fails ${selected.why.code}`;
  return `${selected.to} by ${selected.by}${selected.pathOnly ? ' on PATH' : ''}`;
}

const asked = (local: string, gotoolchain: string, what: Requirements | null) =>
  described(select({ local, gotoolchain, required: what, expected: '' }));

it.for<[string, string]>([
  ['go1.21.10', 'go1.26 by go'],
  ['go1.21.11', 'go1.26.0 by go'],
  ['go1.22rc1', 'go1.26 by go'],
  ['go1.22.3', 'go1.26 by go'],
  ['go1.22.4', 'go1.26.0 by go'],
  ['go1.24.9', 'go1.26.0 by go'],
])('%s reads `go 1.26` as %s', ([local, expected]) => {
  expect(asked(local, 'auto', required('1.26'))).toBe(expected);
});

it.for<[string, string]>([
  ['go1.21.13', 'go1.21.13-corp by toolchain'],
  ['go1.22.0', 'stays'],
])('%s, for a toolchain line that names the same version: %s', ([local, expected]) => {
  expect(asked(local, 'auto', required('1.21', `${local}-corp`))).toBe(expected);
});

it.for<[string, string]>([
  ['go1.22.12', 'stays'],
  ['go1.23.0', 'fails go-switch.relative-gowork'],
])('%s with GOTOOLCHAIN=local and a relative GOWORK: %s', ([local, expected]) => {
  const relative = failure('go-switch.relative-gowork', { value: 'x' });
  expect(described(select({ local, gotoolchain: 'local', required: relative, expected: '' }))).toBe(expected);
  expect(described(select({ local, gotoolchain: 'auto', required: relative, expected: '' }))).toBe(
    'fails go-switch.relative-gowork',
  );
});

it('accepts numbers of any length, and suffixes after a blank', () => {
  expect(asked('go1.24.9', 'auto', required('1.99999999999999999999'))).toBe(
    'go1.99999999999999999999.0 by go',
  );
  expect(asked('go1.24.9', 'go1.25.0 X:loopvar+path', required('1.24.9'))).toBe(
    'go1.25.0 X:loopvar by gotoolchain on PATH',
  );
});

it('knows which Gos can switch, and what an older one cannot read', () => {
  expect(['go1.20.14', 'go1.21rc1', 'go1.21.0', 'go1.27.0'].map(knowsSwitching)).toEqual([
    false,
    true,
    true,
    true,
  ]);
  const both = required('1.22.0', 'go1.26.1');
  expect(unmetBy('go1.20.14', both)).toEqual({ by: 'toolchain', wanted: 'go1.26.1' });
  expect(unmetBy('go1.21.0', both)).toEqual({ by: 'go', wanted: 'go1.22.0' });
  expect(unmetBy('go1.22.0', both)).toBeNull();
  expect(unmetBy('go1.20.14', null)).toBeNull();
});
