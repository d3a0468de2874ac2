import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareVersions, isPrerelease, minorOf, readVersion } from '#core/toolchains';
import { choose, meets } from './choose.ts';

const word = fc
  .tuple(
    fc.constantFrom(2, 20, 21, 22, 26),
    fc.constantFrom('rc1', 'rc2', 'beta1', '.1', '.2', '.10', '.0', ''),
  )
  .map(([minor, rest]) => `1.${minor}${rest}`);
const installed = fc
  .uniqueArray(word, { maxLength: 10 })
  .map((words) => words.map((version) => ({ version: `go${version}` })));
const wish = fc
  .record({ text: word, strength: fc.constantFrom('pin' as const, 'minimum' as const) })
  .map(({ text, strength }) => ({
    strength,
    bare: false,
    wanted: null as string | null,
    ...readVersion(text),
  }));

describe('choose', () => {
  it('returns what satisfies the wish, if anything does, in any order', () => {
    fc.assert(
      fc.property(wish, installed, (wanted, toolchains) => {
        const chosen = choose(wanted, toolchains);
        expect(chosen !== null).toBe(toolchains.some(({ version }) => meets(wanted, version)));
        if (chosen) expect(meets(wanted, chosen.version)).toBe(true);
        const other = choose(wanted, toolchains.toReversed());
        expect(compareVersions(other?.version ?? '', chosen?.version ?? '')).toBe(0);
      }),
    );
  });

  it('a pin never gets another minor version, and gets the newest patch if it does not name one', () => {
    fc.assert(
      fc.property(wish, installed, (wanted, toolchains) => {
        const pin = { ...wanted, strength: 'pin' as const };
        const chosen = choose(pin, toolchains);
        if (!chosen) return;
        expect(minorOf(chosen.version)).toBe(minorOf(pin.wanted ?? ''));
        const same = toolchains.filter(({ version }) => meets(pin, version));
        for (const { version } of same)
          expect(compareVersions(chosen.version, version)).toBeGreaterThanOrEqual(0);
      }),
    );
  });

  it('a minimum gets a pre-release only by name or if no release satisfies it', () => {
    fc.assert(
      fc.property(wish, installed, (wanted, toolchains) => {
        const minimum = { ...wanted, strength: 'minimum' as const };
        const chosen = choose(minimum, toolchains);
        if (!chosen || !isPrerelease(chosen.version) || chosen.version === minimum.wanted) return;
        const releases = toolchains.filter(({ version }) => !isPrerelease(version));
        expect(releases.filter(({ version }) => meets(minimum, version))).toEqual([]);
      }),
    );
  });

  it('of equal ones the first wins', () => {
    const twice = [
      { version: 'go1.22.5', path: 'own' },
      { version: 'go1.22.5', path: 'translated' },
    ];
    for (const text of ['1.22', '1.22.5']) {
      const version = readVersion(text);
      expect(version && choose({ ...version, strength: 'pin' }, twice)?.path).toBe('own');
    }
  });

  it('an unreadable wish gets nothing', () => {
    expect(choose({ wanted: null, bare: false, strength: 'pin' }, [{ version: 'go1.22.5' }])).toBeNull();
  });
});
