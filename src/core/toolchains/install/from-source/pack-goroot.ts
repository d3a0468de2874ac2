import { createWriteStream } from 'node:fs';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { create } from 'tar/create';
import { failure } from '#contract/failure';

/** Files that a build leaves and a published Go does not have (golang.org/x/build/cmd/release). */
const ofTheBuild =
  /^go\/(?:pkg\/(?:obj|bootstrap)|pkg\/tool\/[^/]+\/(?:api|go_bootstrap)|src\/cmd\/dist\/dist|VERSION\.cache)$/;

/**
 * Packs a GOROOT as `go/…`, like the archives of the download site, for a Go whose make.bash does not. Failures:
 * cancelled; throws file system errors.
 */
export async function packGoroot(goroot: string, to: string, signal: AbortSignal | undefined): Promise<void> {
  const packed = create(
    {
      gzip: { level: 1 },
      cwd: join(goroot, '..'),
      portable: true,
      filter: (path) => !ofTheBuild.test(path.replace(/\/$/, '')),
    },
    ['go'],
  );
  try {
    await pipeline(packed, createWriteStream(to, { flags: 'wx', mode: 0o600 }), signal ? { signal } : {});
  } catch (error) {
    throw signal?.aborted ? failure('cancelled', {}, error) : error;
  }
}
