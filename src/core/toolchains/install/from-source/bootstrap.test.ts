import { describe, expect, it } from 'vitest';
import { type BootstrapCandidate, bootstrapNeed, chooseBootstrap } from './bootstrap.ts';

const go = (version: string, runsAs: BootstrapCandidate['runsAs'] = 'native'): BootstrapCandidate => ({
  version,
  runsAs,
  path: `/${version}/${runsAs}`,
});
const need = { min: 'go1.24.6', install: 'go1.24.6' };
const chosen = (...candidates: BootstrapCandidate[]) => chooseBootstrap('go1.26.1', need, candidates)?.path;

describe('bootstrapNeed', () => {
  it.each([
    ['go1.4.3', undefined],
    ['go1', undefined],
    ['go1.5', 'go1.4'],
    ['go1.19.13', 'go1.4'],
    ['go1.20', 'go1.17.13'],
    ['go1.21.13', 'go1.17.13'],
    ['go1.22rc1', 'go1.20.6'],
    ['go1.23.12', 'go1.20.6'],
    ['go1.24.0', 'go1.22.6'],
    ['go1.25.9', 'go1.22.6'],
    ['go1.26.1', 'go1.24.6'],
    ['go1.27.0', 'go1.24.6'],
    ['go1.28rc1', 'go1.26.0'],
    ['go1.29.0', 'go1.26.0'],
    ['go1.30.2', 'go1.28.0'],
  ])('%s needs %s', (version, min) => {
    expect(bootstrapNeed(version)?.min).toBe(min);
  });

  it('names a Go that Apple silicon has, too', () => {
    expect(bootstrapNeed('go1.15.15')?.install).toBe('go1.17.13');
  });
});

describe('chooseBootstrap', () => {
  it.each([
    ['the newest that is older', ['go1.24.6', 'go1.25.9', 'go1.24.9', 'go1.27.0'], 'go1.25.9'],
    ['otherwise the oldest that is newer', ['go1.27.0', 'go1.26.2', 'go1.26.8'], 'go1.26.2'],
    ['a release candidate of the same version counts as newer', ['go1.26rc1', 'go1.27.0'], 'go1.26rc1'],
    ['nothing that is too old', ['go1.24.5', 'go1.4'], undefined],
    ['nothing when there is none', [], undefined],
    ['a custom build', ['go1.25.1-custom'], 'go1.25.1-custom'],
  ])('takes %s', (_, versions, expected) => {
    const candidates = versions.map((version) => go(version));
    expect(chooseBootstrap('go1.26.1', need, candidates)?.version).toBe(expected);
  });

  it('prefers a native one to a translated one, and never takes a foreign one', () => {
    expect(chosen(go('go1.25.1', 'translated'), go('go1.25.1'))).toBe('/go1.25.1/native');
    expect(chosen(go('go1.25.1', 'translated'), go('go1.25.2', 'foreign'))).toBe('/go1.25.1/translated');
  });
});
