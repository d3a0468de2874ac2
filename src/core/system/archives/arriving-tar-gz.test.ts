import { createHash } from 'node:crypto';
import { appendFileSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { drain } from '#contract/streams';
import { rawTar } from '#testing/raw-archives';
import { ArrivingTarGz } from './arriving-tar-gz.ts';

let folder: string;
let archive: string;
let into: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'burrow-arriving-'));
  archive = join(folder, 'archive');
  into = join(folder, 'into');
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const files = Array.from({ length: 200 }, (_, i) => ({
  path: `go/src/${i}.go`,
  content: `package p${i}\n`,
}));
const tgz = gzipSync(rawTar(files));
const sha256 = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex');

/** Writes an archive piece by piece, and reports each piece. */
async function arrive(arriving: ArrivingTarGz, bytes: Buffer, pieces = 7): Promise<void> {
  writeFileSync(archive, '');
  await arriving.arrived(0);
  for (let piece = 0; piece < pieces; piece++) {
    const [from, to] = [piece, piece + 1].map((at) => Math.floor((bytes.length * at) / pieces));
    appendFileSync(archive, bytes.subarray(from, to));
    await arriving.arrived(to ?? 0);
  }
}

describe('an archive that is unpacked while it arrives', () => {
  test.each([1, 7, 300])('is unpacked completely, in %i pieces', async (pieces) => {
    await using arriving = new ArrivingTarGz({ archive, into, root: 'go' });
    await arrive(arriving, tgz, pieces);
    const unpacked = await drain(arriving.rest());

    expect(unpacked.sha256).toBe(sha256(tgz));
    expect(unpacked.files.map(({ path }) => `go/${path}`)).toEqual(files.map(({ path }) => path));
    expect(readFileSync(join(into, 'src/199.go'), 'utf8')).toBe('package p199\n');
  });

  test('is unpacked before its end arrives', async () => {
    await using arriving = new ArrivingTarGz({ archive, into, root: 'go' });
    writeFileSync(archive, tgz.subarray(0, -1000));
    await arriving.arrived(tgz.length - 1000);
    await expect.poll(() => existsSync(join(into, 'src/100.go'))).toBe(true);
  });

  test('starts over when the download does', async () => {
    const other = gzipSync(rawTar([{ path: 'go/lie', content: 'x'.repeat(500_000) }]), { level: 0 });
    await using arriving = new ArrivingTarGz({ archive, into, root: 'go' });
    await arrive(arriving, other.subarray(0, -2000));
    await arrive(arriving, tgz);

    expect(await drain(arriving.rest())).toMatchObject({ sha256: sha256(tgz) });
    expect(existsSync(join(into, 'lie'))).toBe(false);
  });

  test('reports damage at the end, and leaves nothing', async () => {
    const hostile = gzipSync(rawTar([{ path: 'go/a' }, { path: '/etc/passwd' }]));
    {
      await using arriving = new ArrivingTarGz({ archive, into, root: 'go' });
      await arrive(arriving, hostile);
      await arriving.arrived(hostile.length);
      await expect(drain(arriving.rest())).rejects.toMatchObject({ code: 'archive.hostile' });
    }
    expect(existsSync(into)).toBe(false);
  });

  test('is damaged when it is shorter than announced', async () => {
    await using arriving = new ArrivingTarGz({ archive, into, root: 'go' });
    writeFileSync(archive, tgz);
    await arriving.arrived(tgz.length + 1);
    await expect(drain(arriving.rest())).rejects.toMatchObject({ code: 'archive.damaged' });
  });

  test('leaves nothing when it is abandoned', async () => {
    const arriving = new ArrivingTarGz({ archive, into, root: 'go' });
    await arrive(arriving, tgz.subarray(0, -1000));
    await expect.poll(() => existsSync(into)).toBe(true);
    await arriving[Symbol.asyncDispose]();
    expect(existsSync(into)).toBe(false);
  });
});
