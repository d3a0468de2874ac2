import { type FileHandle, mkdtemp, open, rm, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Bytes, Damaged } from './bytes.ts';
import { pieceBytes, readPieces } from './pieces.ts';

const bytes = 1_000_000;
let folder = '';
let path = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'burrow-pieces-'));
  path = join(folder, 'file');
  const content = Buffer.alloc(bytes);
  for (let at = 0; at < bytes; at += 4) content.writeUInt32LE(at, at);
  await writeFile(path, content);
});
afterAll(() => rm(folder, { recursive: true, force: true }));

async function head(file: FileHandle): Promise<Buffer> {
  return (await file.read(Buffer.alloc(pieceBytes), 0, pieceBytes, 0)).buffer;
}

async function reading<T>(parse: (bytes: Bytes) => T): Promise<{ found: T; begun: number }> {
  let begun = 0;
  await using file = await open(path);
  const first = await head(file);
  const found = await readPieces(file, bytes, first, (content) => {
    begun++;
    return parse(content.bytes(true, 8));
  });
  return { found, begun };
}

it('reads the pieces that are needed, and starts over for each', async () => {
  const places = [0, 65_532, 65_536, 500_000, 999_996];
  const { found, begun } = await reading((all) => places.map((place) => all.u32(place)));
  expect(found).toEqual(places);
  expect(begun).toBe(5); // the first piece had been read already
});

it('returns a whole part that spans several pieces', async () => {
  const { found, begun } = await reading((all) => all.part(60_000, 200_000).buffer.readUInt32LE(199_996));
  expect([found, begun]).toEqual([259_996, 2]);
});

it('returns text that continues in the next piece', async () => {
  const { begun } = await reading((all) => all.text(131_068, 12));
  expect(begun).toBe(2);
});

it('limits the number of reads', async () => {
  const large = join(folder, 'large');
  await writeFile(large, '');
  await truncate(large, 200 * pieceBytes);
  const endless = async (): Promise<void> => {
    await using file = await open(large);
    await readPieces(file, 200 * pieceBytes, await head(file), (content) => {
      const all = content.bytes(true, 8);
      for (let at = 0; ; at += pieceBytes) all.u8(at);
    });
  };
  await expect(endless()).rejects.toThrow(Damaged);
});

it('reports a file that has become shorter', async () => {
  const short = join(folder, 'short');
  await writeFile(short, Buffer.alloc(1000));
  await truncate(short, 100);
  await using file = await open(short);
  const reads = readPieces(file, 100_000, Buffer.alloc(100), (content) => content.bytes(true, 8).u8(50_000));
  await expect(reads).rejects.toThrow('it shrank');
});
