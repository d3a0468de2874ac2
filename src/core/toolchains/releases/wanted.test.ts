import { describe, expect, it } from 'vitest';
import type { IndexedRelease } from './index-format.ts';
import { chooseRelease, nearestVersions, readWanted } from './wanted.ts';

const releases: IndexedRelease[] = [
  'go1.28rc1',
  'go1.27.0',
  'go1.26.10',
  'go1.26.9',
  'go1.26rc1',
  'go1.20.14',
  'go1.20',
].map((version) => ({ version, stable: !version.includes('rc'), files: [] }));

const wasBuilt = ({ version }: IndexedRelease): boolean => version !== 'go1.26.10';

describe('what a request means', () => {
  it.each([
    ['latest', 'go1.27.0'],
    ['1.26', 'go1.26.10'],
    ['go1.26', 'go1.26.10'],
    ['1.26.9', 'go1.26.9'],
    ['1.26rc1', 'go1.26rc1'],
    ['1.28', 'go1.28rc1'],
    ['1.20', 'go1.20'],
    ['1.20.0', 'go1.20'],
    ['1.25', undefined],
    ['1.26.11', undefined],
    ['1.26.9-custom', undefined],
  ])('%s is %s', (text, version) => {
    expect(chooseRelease(readWanted(text), releases, () => true)?.version).toBe(version);
  });

  it('prefers a release that was built for the machine', () => {
    expect(chooseRelease(readWanted('1.26'), releases, wasBuilt)?.version).toBe('go1.26.9');
    expect(chooseRelease(readWanted('1.26.10'), releases, wasBuilt)?.version).toBe('go1.26.10');
  });

  it.each(['', 'newest', '1.26.x', '1..2'])('refuses %j', (text) => {
    expect(() => readWanted(text)).toThrow(expect.objectContaining({ code: 'version.unreadable' }));
  });
});

describe('nearestVersions', () => {
  const versions = releases.map(({ version }) => version);
  it.each([
    ['1.26.99', ['go1.26.10', 'go1.26.9']],
    ['1.20.41', ['go1.20.14']],
    ['1.2', ['go1.20']],
    ['1.72.0', ['go1.27.0']],
    ['9.9.9', []],
  ])('for %s begins with %j', (wanted, nearest) => {
    expect(nearestVersions(wanted, versions).slice(0, nearest.length)).toEqual(nearest);
    expect(nearestVersions(wanted, versions).length).toBeLessThanOrEqual(3);
  });
});
