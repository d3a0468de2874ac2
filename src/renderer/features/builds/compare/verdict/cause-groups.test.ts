import { expect, it } from 'vitest';
import type { Cause } from '#contract/verdict';
import { causeGroups } from './cause-groups.ts';

const cause = (kind: Cause['kind'], bytes: number, name: string | null = null): Cause => ({
  kind,
  name,
  a: null,
  b: null,
  bytes,
  percent: null,
});

it('adds up causes of one kind, growth before shrinkage', () => {
  const groups = causeGroups([
    cause('go', 100),
    cause('dependency-added', 250, 'k8s.io/client-go'),
    cause('dependency-added', 50, 'k8s.io/api'),
    cause('dependency-changed', -125, 'example.com/a'),
    cause('dependency-changed', 25, 'example.com/b'),
    cause('unowned', 0),
  ]);
  expect(groups).toEqual([
    { kind: 'dependency-added', bytes: 300, width: 60, names: ['k8s.io/client-go', 'k8s.io/api'] },
    { kind: 'go', bytes: 100, width: 20, names: [] },
    { kind: 'dependency-changed', bytes: -100, width: 20, names: ['example.com/a', 'example.com/b'] },
  ]);
});

it('is empty where nothing changed', () => {
  expect(causeGroups([])).toEqual([]);
  expect(causeGroups([cause('go', 0)])).toEqual([]);
});
