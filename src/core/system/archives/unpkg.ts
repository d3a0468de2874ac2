import { createGunzip } from 'node:zlib';
import { openForeign } from '../open-foreign.ts';
import { Uncpio } from './cpio.ts';
import type { UnpackedTree } from './unpacked-tree.ts';
import { type XarMember, xarMembers } from './xar.ts';

const pieceBytes = 128 * 1024;

/** What Go's package has besides the GOROOT: a line for PATH (golang.org/x/build/internal/installer/darwinpkg). */
const skipped = /^(?:\.\/)?(?:\.|etc|etc\/paths\.d|etc\/paths\.d\/go)$/;

/**
 * Unpacks the payload of a macOS installer package into a tree, as the installer would lay it out, without running its
 * scripts. Throws an Error with an English message when it is damaged.
 */
export async function unpkg(archive: string, tree: UnpackedTree, progress: () => void): Promise<null> {
  const payload = payloadOf(await xarMembers(archive));
  await needGzip(archive, payload.start);
  const { file } = await openForeign(archive);
  const compressed = file.createReadStream({
    start: payload.start,
    end: payload.start + payload.bytes - 1,
    highWaterMark: pieceBytes,
  });
  const plain = compressed.pipe(createGunzip({ chunkSize: pieceBytes }));
  compressed.on('error', (error) => plain.destroy(error));
  const parser = new Uncpio(tree, (name) => !skipped.test(name));
  try {
    for await (const piece of plain) {
      parser.write(piece);
      progress();
    }
    parser.end();
    return null; // its SHA-256: it is not read from end to end
  } finally {
    compressed.destroy();
    plain.destroy();
  }
}

function payloadOf(members: readonly XarMember[]): XarMember {
  const payloads = members.filter(({ path }) => /^(?:[^/]+\.pkg\/)?Payload$/.test(path));
  const [payload] = payloads;
  if (!payload || payloads.length > 1) throw new Error(`it has ${payloads.length} payloads instead of one`);
  return payload;
}

/** Apple's tools can also write another format, pbzx, which Go's packages do not use. */
async function needGzip(archive: string, start: number): Promise<void> {
  const { file } = await openForeign(archive);
  try {
    const magic = Buffer.alloc(2);
    await file.read(magic, 0, 2, start);
    if (magic[0] !== 0x1f || magic[1] !== 0x8b) throw new Error('its payload is not compressed with gzip');
  } finally {
    await file.close();
  }
}
