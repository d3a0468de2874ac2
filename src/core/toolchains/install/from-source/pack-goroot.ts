import { createWriteStream } from 'node:fs';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { create } from 'tar/create';
import { failure } from '#contract/failure';

/** What a build leaves behind and a published Go does not have (golang.org/x/build/cmd/release). */
const ofTheBuild =
  /^go\/(?:pkg\/(?:obj|bootstrap)|pkg\/tool\/[^/]+\/(?:api|go_bootstrap)|src\/cmd\/dist\/dist|VERSION\.cache)$/;

/**
 * Packs a GOROOT as the archives of the download site are packed, for a Go whose make.bash does not: `go/…`. Failures:
 * cancelled; throws what the file system says.
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
