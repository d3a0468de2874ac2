import { copyFile, constants as fileConstants } from 'node:fs/promises';
import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import { failure } from '#contract/failure';
import type { Proof, ReleaseFile, Toolchain } from '#contract/toolchains';
import { discardPart, errorCode, fileFailure, maskSecrets } from '#core/system';
import type { Delivering, Delivery, Order } from './delivery.ts';
import { downloadOn, partPath } from './downloading.ts';
import type { ReleaseIndex } from './release-index.ts';

/** An archive of the official index, with what is said of it there. */
export interface VouchedArchive {
  file: ReleaseFile;
  index: Pick<ReleaseIndex, 'origin' | 'asOf' | 'base'>;
}

/**
 * Downloads an archive from `<base>/<filename>`: the official site or a mirror, which is a source of bytes and never
 * of checksums. It goes on with what another place has begun. Failures: those of `download`,
 * toolchain.checksum-mismatch.
 */
export async function* fromSite(order: Order, base: string, vouched: VouchedArchive): Delivering {
  const { file } = vouched;
  const url = `${base}/${file.filename}`;
  const to = partPath(order, file.filename, file.sha256);
  const wanted = {
    url,
    to,
    isKnown: true,
    // The index's size is not insisted on: another size is another content, and that is for the checksum to say.
    ...(file.bytes === null ? {} : { mostBytes: 2 * file.bytes + 1024 ** 2 }),
  };
  let { sha256, resumedAt } = yield* downloadOn(order, wanted);
  if (sha256 !== file.sha256 && resumedAt > 0) {
    // Whoever began it may have been the one that lied.
    await discardPart(to);
    ({ sha256, resumedAt } = yield* downloadOn(order, wanted));
  }
  if (sha256 !== file.sha256) await discardPart(to);
  return delivered(to, { kind: 'official', url: maskSecrets(url) }, sha256, vouched);
}

/**
 * Takes an archive that lies on the disk already. It is copied first, so that what is unpacked is what was hashed.
 * Failures: file.not-found, file.no-permission, disk.full, toolchain.checksum-mismatch.
 */
export async function* fromFile(order: Order, path: string, vouched: VouchedArchive): Delivering {
  yield order.meter.enter('verifying', path);
  try {
    await copyFile(path, order.to, fileConstants.COPYFILE_FICLONE);
  } catch (error) {
    throw fileFailure(error, path);
  }
  const sha256 = await fileSha256(order.to, order.signal);
  return delivered(order.to, { kind: 'file', url: path }, sha256, vouched);
}

/** Hex SHA-256 of a file. Failures: cancelled, file.not-found, file.no-permission. */
export async function fileSha256(path: string, signal: AbortSignal | undefined): Promise<string> {
  const hash = createHash('sha256');
  try {
    await pipeline(createReadStream(path, { highWaterMark: 1 << 20 }), hash, signal ? { signal } : {});
  } catch (error) {
    if (signal?.aborted) throw failure('cancelled', {}, error);
    // A folder was named.
    if (errorCode(error) === 'EISDIR') throw failure('file.not-found', { path }, error);
    throw fileFailure(error, path);
  }
  return hash.digest('hex');
}

function delivered(
  archive: string,
  source: Toolchain['source'],
  sha256: string,
  { file, index }: VouchedArchive,
): Delivery {
  if (sha256 !== file.sha256) {
    throw failure('toolchain.checksum-mismatch', {
      what: file.filename,
      expected: file.sha256,
      got: sha256,
      source: source.url ?? source.kind,
    });
  }
  const proof: Proof = {
    method: 'sha256',
    hash: sha256,
    index: {
      filename: file.filename,
      url: index.origin === 'bundled' ? null : maskSecrets(index.base),
      asOf: index.asOf,
    },
  };
  return {
    archive,
    format: file.filename.endsWith('.zip') ? 'zip' : 'tar.gz',
    root: 'go',
    source,
    isModule: false,
    prove: () => Promise.resolve(proof),
  };
}
