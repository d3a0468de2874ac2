import bundled from '../../../../resources/releases.json' with { type: 'json' };
import { archFromIndex, compareVersions, isPrerelease } from '../versions/index.ts';
import type { IndexedRelease } from './index-format.ts';

/**
 * The index that ships with Burrow, so that releases can be listed and archives checked without network. It has no
 * sizes. Import this file lazily: it loads 200 kB of text.
 */
export function bundledIndex(): { releases: IndexedRelease[]; asOf: string } {
  const releases = Object.entries(bundled.releases).map(([version, archives]) => ({
    version,
    stable: !isPrerelease(version),
    files: Object.entries(archives).map(([target, sha256]) => {
      const [os = '', arch = ''] = target.split('-');
      const filename = `${version}.${target}.${os === 'windows' ? 'zip' : 'tar.gz'}`;
      return { filename, os, arch: archFromIndex(arch), kind: 'archive' as const, sha256, bytes: null };
    }),
  }));
  return { releases: releases.toSorted((a, b) => compareVersions(b.version, a.version)), asOf: bundled.asOf };
}
