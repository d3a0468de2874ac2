import { createHash, type Hash } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import { type Failure, failure, isFailure } from '#contract/failure';
import type { Proof, ReleaseFile, Toolchain } from '#contract/toolchains';
import {
  ArrivingTarGz,
  discardPart,
  fileFailure,
  maskSecrets,
  openForeign,
  unpackPkg,
  unpackTarGz,
  unpackZip,
} from '#core/system';
import type { ReleaseIndex } from '../../releases/index.ts';
import type { Delivering, Delivery, Order } from './delivery.ts';
import { downloadOn, partPath } from './download.ts';

/** ms without data: a site has the archive ready, and another source can continue the download. */
const idleTimeoutMs = 20_000;

/** Larger than any archive of a Go release. */
const maxArchiveBytes = 1_000_000_000;

/** An archive, and the official index that lists it. */
export interface ListedArchive {
  file: ReleaseFile;
  index: Pick<ReleaseIndex, 'origin' | 'asOf' | 'base'>;
}

/**
 * Downloads an archive from `<base>/<filename>`: the official site or a mirror, which provides bytes and never
 * checksums. Continues a download that another source began, and unpacks while it arrives. Failures: those of
 * `download`, toolchain.checksum-mismatch.
 */
export async function* fromSite(order: Order, base: string, listed: ListedArchive): Delivering {
  const { file } = listed;
  const url = `${base}/${file.filename}`;
  const to = partPath(order, file.filename, file.sha256);
  const source: Toolchain['source'] = { kind: 'official', url: maskSecrets(url) };
  const arriving = arrivingArchive(order, to, file);
  let isDelivered = false;
  try {
    const wanted = {
      url,
      to,
      isKnown: true,
      idleTimeoutMs,
      ...(arriving && { arrived: (bytes: number) => arriving.arrived(bytes) }),
      // The index's size is not enforced: the checksum detects other content.
      ...(file.bytes === null ? {} : { maxBytes: 2 * file.bytes + 1024 ** 2 }),
    };
    let { sha256, resumedAt } = yield* downloadOn(order, wanted);
    if (sha256 !== file.sha256 && resumedAt > 0) {
      // The source that began it may have delivered wrong bytes.
      await discardPart(to);
      ({ sha256, resumedAt } = yield* downloadOn(order, wanted));
    }
    if (sha256 !== file.sha256) {
      await discardPart(to);
      throw mismatch(listed, sha256, source);
    }
    isDelivered = true;
    return delivered(to, source, listed, arriving ?? wholeArchive(order, to, file));
  } finally {
    if (!isDelivered) await arriving?.[Symbol.asyncDispose]();
  }
}

/**
 * Uses a local archive. It is copied first, so that the bytes that are unpacked are the bytes that were hashed.
 * Failures: those of `fileSha256`, disk.full, toolchain.checksum-mismatch.
 */
export async function* fromFile(order: Order, path: string, listed: ListedArchive): Delivering {
  yield order.meter.enter('verifying', path);
  const sha256 = await readArchive(path, order.signal, (pieces) =>
    pipeline(pieces, createWriteStream(order.to, { flags: 'wx', mode: 0o600 })),
  );
  const source: Toolchain['source'] = { kind: 'file', url: path };
  if (sha256 !== listed.file.sha256) throw mismatch(listed, sha256, source);
  return delivered(order.to, source, listed, wholeArchive(order, order.to, listed.file));
}

/** The unpacking of an archive; `rest` unpacks what is left. */
type Unpacking = Pick<ArrivingTarGz, 'rest'> & AsyncDisposable;

/** null for a .zip, whose directory is at its end, and for a .pkg, which only comes from the local disk. */
function arrivingArchive(
  { goroot, signal }: Order,
  archive: string,
  file: ReleaseFile,
): ArrivingTarGz | null {
  return file.filename.endsWith('.tar.gz')
    ? new ArrivingTarGz({ archive, into: goroot, root: 'go', signal })
    : null;
}

function wholeArchive({ goroot, signal }: Order, archive: string, file: ReleaseFile): Unpacking {
  const { unpack, root } = shapeOf(file);
  return {
    rest: () => unpack({ archive, into: goroot, root, signal }),
    [Symbol.asyncDispose]: () => Promise.resolve(),
  };
}

/** How an archive is unpacked, and the path of the GOROOT in it. */
function shapeOf({ filename }: ReleaseFile) {
  if (filename.endsWith('.pkg')) return { unpack: unpackPkg, root: 'usr/local/go' };
  return { unpack: filename.endsWith('.zip') ? unpackZip : unpackTarGz, root: 'go' };
}

/** Hex SHA-256 of an archive. Failures: cancelled, file.not-found, file.no-permission, file.unusable, file.too-large. */
export async function fileSha256(path: string, signal: AbortSignal | undefined): Promise<string> {
  return readArchive(path, signal, async (pieces) => {
    for await (const _ of pieces);
  });
}

/** Passes the content of an archive to `work`, and returns its hex SHA-256. Failures: those of `fileSha256`. */
async function readArchive(
  path: string,
  signal: AbortSignal | undefined,
  work: (pieces: AsyncIterable<Buffer>) => Promise<void>,
): Promise<string> {
  const hash = createHash('sha256');
  try {
    const opened = await openForeign(path);
    await using file = opened.file;
    const { bytes } = opened;
    if (bytes > maxArchiveBytes) throw failure('file.too-large', { path, maxBytes: maxArchiveBytes });
    // It may grow meanwhile: the checksum detects that.
    const content = file.createReadStream({ end: bytes, highWaterMark: 1 << 20, autoClose: false, signal });
    await work(hashed(content, hash));
  } catch (error) {
    if (signal?.aborted) throw failure('cancelled', {}, error);
    // `--from` may be a word that happens to be the name of a folder.
    const isFolder = isFailure(error, 'file.unusable') && error.params['reason'] === 'folder';
    throw isFolder ? failure('file.not-found', { path }, error) : fileFailure(error, path);
  }
  return hash.digest('hex');
}

async function* hashed(content: AsyncIterable<Buffer>, hash: Hash): AsyncGenerator<Buffer> {
  for await (const piece of content) {
    hash.update(piece);
    yield piece;
  }
}

function mismatch({ file, index }: ListedArchive, got: string, source: Toolchain['source']): Failure {
  return failure('toolchain.checksum-mismatch', {
    what: file.filename,
    expected: file.sha256,
    got,
    source: source.url ?? source.kind,
    ...(index.origin === 'bundled' && { bundled: index.asOf.slice(0, 10) }),
  });
}

function delivered(
  archive: string,
  source: Toolchain['source'],
  listed: ListedArchive,
  unpacking: Unpacking,
): Delivery {
  const { file, index } = listed;
  const proof: Proof = {
    method: 'sha256',
    hash: file.sha256,
    index: {
      filename: file.filename,
      url: index.origin === 'bundled' ? null : maskSecrets(index.base),
      asOf: index.asOf,
    },
  };
  return {
    archive,
    source,
    isModule: false,
    unpack: () => unpacking.rest(),
    async prove({ sha256 }) {
      // It was read again, and may have changed since.
      if (sha256 !== null && sha256 !== file.sha256) throw mismatch(listed, sha256, source);
      return proof;
    },
    [Symbol.asyncDispose]: () => unpacking[Symbol.asyncDispose](),
  };
}
