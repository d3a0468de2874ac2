import { expect, it } from 'vitest';
import type { RunsAs, Toolchain } from '#contract/toolchains';
import { usableVersions } from './usable-versions.ts';

function toolchain(
  version: string,
  runsAs: RunsAs,
  adopted: Partial<Toolchain['adopted']> = null,
): Toolchain {
  return { version, runsAs, adopted } as Toolchain;
}

it('lists each version once, and none that cannot run here or is gone', () => {
  const here = [
    toolchain('go1.26.8', 'native'),
    toolchain('go1.26.8', 'translated'),
    toolchain('go1.25.1', 'foreign'),
    toolchain('go1.24.2', 'translated'),
    toolchain('go1.23.3', 'native', { gone: true }),
    toolchain('go1.22.4', 'native', { gone: false }),
  ];
  expect(usableVersions(here)).toEqual(['go1.26.8', 'go1.24.2', 'go1.22.4']);
});
