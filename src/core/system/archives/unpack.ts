import type { Unpacked, UnpackJob } from './unpack-job.ts';
import { type UnpackProgress, UnpackRun } from './unpack-run.ts';

export interface UnpackRequest extends Omit<UnpackJob, 'format' | 'isArriving'> {
  signal?: AbortSignal | undefined;
}

/**
 * Unpacks a .tar.gz in its own thread and hashes every file. Nothing is left at `into` after a failure, an abort or an
 * early end. Failures: cancelled, archive.damaged, archive.hostile, disk.full, file.no-permission, file.not-found.
 */
export function unpackTarGz(request: UnpackRequest): AsyncGenerator<UnpackProgress, Unpacked> {
  return unpack('tar.gz', request);
}

/** Unpacks a .zip; otherwise like `unpackTarGz`. */
export function unpackZip(request: UnpackRequest): AsyncGenerator<UnpackProgress, Unpacked> {
  return unpack('zip', request);
}

/** Unpacks the payload of a macOS installer package; otherwise like `unpackTarGz`. */
export function unpackPkg(request: UnpackRequest): AsyncGenerator<UnpackProgress, Unpacked> {
  return unpack('pkg', request);
}

async function* unpack(
  format: UnpackJob['format'],
  { signal, ...rest }: UnpackRequest,
): AsyncGenerator<UnpackProgress, Unpacked> {
  const run = await UnpackRun.start({ format, ...rest }, signal);
  try {
    return yield* run.outcome();
  } finally {
    await run[Symbol.asyncDispose]();
  }
}
