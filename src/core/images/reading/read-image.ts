import { type FileHandle, realpath } from 'node:fs/promises';
import { failure } from '#contract/failure';
import { fileFailure, openForeign, type System } from '#core/system';
import { ArchiveFiles } from './archive-files.ts';
import { ArrivingFiles } from './arriving-files.ts';
import { assemble } from './assemble.ts';
import { findCandidates } from './candidates.ts';
import { chooseImage } from './choose-image.ts';
import { type Compression, compressionOf } from './decompressed.ts';
import { expandedWithin } from './expanded-within.ts';
import { FolderFiles } from './folder-files.ts';
import { savedByEngine } from './from-engine.ts';
import type { ImageFiles } from './image-files.ts';
import { type Limits, limits as usualLimits } from './limits.ts';
import { FilePieces, type Pieces, tapped } from './pieces.ts';
import { platformsHere } from './platform.ts';
import type { ImageReadProgress, ImageSource, ReadImage, ReadImageOptions } from './read-image-types.ts';
import { Reading } from './reading.ts';
import { blockBytes, isHeader, isZero } from './tar-header.ts';

/** ms between two reports of the progress. */
const progressMs = 100;

/**
 * Reads an image whole: the entries of each layer, with sizes and hashes. Nothing is written to the disk. Failures:
 * cancelled; image.not-an-image, .damaged, .content-missing, .digest-mismatch, .too-much, .hostile-name; image.several and
 * .no-such-platform, if it is not clear what to read; of engines those of `connect` and image.unknown; of archives and
 * folders those of files.
 */
export async function* readImage<Program = never>(
  system: System,
  source: ImageSource,
  options: ReadImageOptions<Program>,
  limits: Limits = usualLimits,
): AsyncGenerator<ImageReadProgress, ReadImage<Program>> {
  const stop = new AbortController();
  const signal = options.signal ? AbortSignal.any([options.signal, stop.signal]) : stop.signal;
  const label = source.kind === 'engine' ? source.ref : source.path;
  const reading = new Reading(label, { ...options, signal }, limits);
  const work = read(system, source, reading, signal);
  const ended = work.then(
    () => true,
    () => true,
  );
  try {
    for (;;) {
      const { promise: due, resolve } = Promise.withResolvers<boolean>();
      const cancel = system.after(progressMs, () => resolve(false));
      const isOver = await Promise.race([ended, due]);
      cancel();
      if (isOver) return await work;
      yield { ...reading.progress };
    }
  } finally {
    stop.abort();
    await ended;
  }
}

async function read<Program>(
  system: System,
  source: ImageSource,
  reading: Reading<Program>,
  signal: AbortSignal,
): Promise<ReadImage<Program>> {
  const image = async (files: ImageFiles<Program>, notFound: 'no-image' | 'folder' = 'no-image') => {
    const candidates = await findCandidates(reading, files, notFound);
    const choice = {
      image: source.kind === 'engine' ? undefined : source.image,
      platform: reading.options.platform,
      here: platformsHere(system),
    };
    return assemble(reading, files, chooseImage(reading.source, candidates, choice));
  };
  try {
    if (source.kind === 'folder') {
      return await image(new FolderFiles(reading, await realFolder(source.path)), 'folder');
    }
    if (source.kind === 'archive') return await ofArchive(source.path, reading, image);
    const { names, pieces } = await savedByEngine(system, source.ref, signal);
    const found = await image(await ArrivingFiles.read(reading, counted(reading, pieces)));
    return found.names.length > 0 ? found : { ...found, names };
  } catch (error) {
    reading.mayGoOn();
    throw reading.failureAt(error, '');
  }
}

async function realFolder(path: string): Promise<string> {
  try {
    return await realpath(path);
  } catch (error) {
    throw fileFailure(error, path);
  }
}

/** An uncompressed archive is read where the image is in it; of a compressed one everything. */
async function ofArchive<Program>(
  path: string,
  reading: Reading<Program>,
  image: (files: ImageFiles<Program>) => Promise<ReadImage<Program>>,
): Promise<ReadImage<Program>> {
  const { file, bytes } = await openForeign(path).catch((error: unknown) => {
    throw fileFailure(error, path);
  });
  try {
    const compression = await archiveCompression(reading, file);
    if (compression === 'none') return await image(await ArchiveFiles.open(reading, file, bytes));
    reading.progress.totalBytes = bytes;
    const pieces = new FilePieces(file, { offset: 0, bytes });
    const expanded = expandedWithin(reading, counted(reading, pieces), compression);
    try {
      return await image(await ArrivingFiles.read(reading, expanded));
    } finally {
      await expanded.close();
      await pieces.close();
    }
  } catch (error) {
    throw fileFailure(error, path);
  } finally {
    await file.close();
  }
}

/** Failures: image.not-an-image. */
async function archiveCompression<Program>(
  { source }: Reading<Program>,
  file: FileHandle,
): Promise<Compression> {
  const { buffer, bytesRead } = await file.read(Buffer.alloc(blockBytes), 0, blockBytes, 0);
  const start = buffer.subarray(0, bytesRead);
  const compression = compressionOf(start);
  const isTar = start.length === blockBytes && (isHeader(start) || isZero(start));
  if (compression === 'none' && !isTar) throw failure('image.not-an-image', { source, why: 'not-tar' });
  return compression;
}

/** Counts what is read of the source, and ends with the reading. */
function counted<Program>(reading: Reading<Program>, pieces: Pieces): Pieces {
  return tapped(pieces, (piece) => reading.countSource(piece.length));
}
