import { z } from 'zod';
import type { Release } from '#contract/toolchains';
import { archFromIndex, compareVersions, parseVersion } from '../versions/index.ts';

/** A release as listed in an index. */
export type IndexedRelease = Pick<Release, 'version' | 'stable' | 'files'>;

/** https://pkg.go.dev/golang.org/x/website/internal/dl: what `?mode=json` answers. */
const schema = z.array(
  z.object({
    version: z.string(),
    stable: z.boolean(),
    files: z.array(
      z.object({
        filename: z.string(),
        os: z.string(),
        arch: z.string(),
        sha256: z.string(),
        size: z.number().int().nonnegative(),
        kind: z.string(),
      }),
    ),
  }),
);

/** A file's name becomes part of a URL and of messages, so it must be a plain name. */
const plainName = /^[A-Za-z0-9][A-Za-z0-9._+-]*$/;
const kinds: readonly string[] = ['archive', 'installer', 'source'];

/**
 * Reads the answer of a download site, newest release first. Unusable entries (without a checksum, or of an unknown
 * kind or version) are left out; throws when the answer is not an index. `arch` uses Go's names.
 */
export function parseIndex(text: string): IndexedRelease[] {
  return schema
    .parse(JSON.parse(text))
    .filter(({ version }) => parseVersion(version) === version)
    .map(({ version, stable, files }) => ({
      version,
      stable,
      files: files
        .filter(
          ({ filename, sha256, kind }) =>
            plainName.test(filename) && /^[0-9a-f]{64}$/.test(sha256) && kinds.includes(kind),
        )
        .map(({ filename, os, arch, sha256, size, kind }) => ({
          filename,
          os,
          arch: archFromIndex(arch),
          kind: kind as Release['files'][number]['kind'],
          sha256,
          bytes: size === 0 ? null : size,
        })),
    }))
    .toSorted((a, b) => compareVersions(b.version, a.version));
}
