import { createWriteStream } from 'node:fs';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { execa } from 'execa';
import { imageEntryKinds } from '#contract/image-entry-kinds';
import { drain } from '#contract/streams';
import { type ImageSource, inspectImage, readImage, type ReadImage } from '#core/images';
import { localSystem, type System } from '#core/system';
import { type Engine, type EngineOrReason, startEngine, startPodman } from '#testing/engine';
import { buildImage, importImage } from '#testing/engine-images';
import { type IndependentLayer, readIndependently } from '#testing/independent-reader';
import { startNewerDocker } from '#testing/newer-engines';
import { afterAll, beforeAll, describe, expect, type TestContext, test } from 'vitest';

const ref = 'shop/server:1.0';
const dockerfile = `FROM localhost/base:1
ENV MODE=release
WORKDIR /app
COPY server /app/server
COPY web /app/web
ENTRYPOINT ["/app/server"]
`;
const server = Buffer.concat([
  Buffer.from('\u007FELF\u0002\u0001\u0001\0', 'latin1'),
  Buffer.alloc(300_000, 's'),
]);

async function makeImages(engine: Engine): Promise<void> {
  const base = {
    'etc/base': 'b'.repeat(5000),
    'etc/os-release': 'ID=base\n',
    [`a/${'long'.repeat(60)}/é`]: 'x',
  };
  await importImage(engine, { ref: 'localhost/base:1', files: base });
  await buildImage(engine, { ref, dockerfile, files: { server, 'web/index.html': 'w'.repeat(700) } });
}

/** Saves the image as the engine's own client does. */
async function save(engine: Engine, path: string): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    const asked = request({ socketPath: engine.socket, path: `/images/${ref}/get` }, (answer) => {
      pipeline(answer, createWriteStream(path)).then(resolve, reject);
    });
    asked.on('error', reject);
    asked.end();
  });
}

/** What both readers tell. */
function rowsOf(image: ReadImage<number>): IndependentLayer[] {
  return image.layers.map(({ diffId, tarBytes, fileBytes, compressedBytes, content }) => {
    const files = content.paths.flatMap((path, index): [string, string][] => {
      const hash = Buffer.from(content.hashes.subarray(32 * index, 32 * index + 32)).toString('hex');
      return imageEntryKinds[content.kinds[index] ?? 0] === 'file' ? [[path, hash]] : [];
    });
    const storedBytes = compressedBytes ?? tarBytes;
    return {
      diffId,
      tarBytes,
      storedBytes,
      fileBytes,
      files: Object.fromEntries(files),
      paths: content.paths.toSorted(),
    };
  });
}

describe.each([
  { name: 'Docker', start: startEngine },
  { name: 'a newer Docker, classic store', start: () => startNewerDocker('classic') },
  { name: 'a newer Docker, containerd store', start: () => startNewerDocker('containerd') },
  { name: 'Podman', start: startPodman },
])('$name', ({ start }) => {
  let started: EngineOrReason;
  let home: string;
  let system: System;
  let archive: string;

  beforeAll(async () => {
    home = await mkdtemp(join(tmpdir(), 'burrow-reading-'));
    archive = join(home, 'saved.tar');
    started = await start();
    if (started.engine) {
      await makeImages(started.engine);
      await save(started.engine, archive);
    }
    system = { ...localSystem(), home, env: { DOCKER_HOST: started.engine?.host } };
  });

  afterAll(async () => {
    await started.engine?.stop();
    await rm(home, { recursive: true, force: true });
  });

  const running = (ctx: TestContext): Engine => started.engine ?? ctx.skip(started.reason);
  const read = (source: ImageSource) =>
    drain(
      readImage<number>(system, source, {
        keep: (path) => path === 'etc/os-release',
        program: (_, content) => content.length,
      }),
    );

  test('an image is read to the byte, from the engine, its archive and a folder', async (ctx) => {
    running(ctx);
    const independent = (await readIndependently(archive)) ?? ctx.skip('python3 is not installed');
    const folder = join(home, 'folder');
    await mkdir(folder);
    await execa('tar', ['-xf', archive, '-C', folder]);
    const compressed = join(home, 'saved.tar.gz');
    await writeFile(compressed, (await execa('gzip', ['-c', archive], { encoding: 'buffer' })).stdout);
    const sources: ImageSource[] = [
      { kind: 'engine', ref },
      { kind: 'archive', path: archive },
      { kind: 'archive', path: compressed },
      { kind: 'folder', path: folder },
    ];
    const images: ReadImage<number>[] = [];
    for (const source of sources) images.push(await read(source));
    const isCompressed = independent.some(({ storedBytes, tarBytes }) => storedBytes !== tarBytes);
    for (const image of images) {
      expect(rowsOf(image)).toEqual(independent);
      expect(image.sizes).toEqual({
        tarBytes: independent.reduce((sum, { tarBytes }) => sum + tarBytes, 0),
        fileBytes: 5000 + 8 + 1 + server.length + 700,
        compressedBytes: isCompressed
          ? independent.reduce((sum, { storedBytes }) => sum + storedBytes, 0)
          : null,
      });
      expect(image.names.some((name) => name.endsWith(ref))).toBe(true);
      expect(image).toMatchObject({ configDigest: images[0]?.configDigest, platform: images[0]?.platform });
      expect(image.layers.flatMap(({ kept }) => [...kept.values()].map(String))).toEqual(['ID=base\n']);
      expect(image.layers.flatMap(({ programs }) => [...programs])).toEqual([['app/server', server.length]]);
      // With which steps are empty, every layer has its step.
      expect(image.history.filter(({ emptyLayer }) => !emptyLayer)).toHaveLength(image.layers.length);
    }
  });

  test('the engine finds it by its id, and says what it does not have', async (ctx) => {
    running(ctx);
    const { id } = await inspectImage(system, ref);
    const byId = await read({ kind: 'engine', ref: id.replace('sha256:', '').slice(0, 12) });
    expect(byId.names.some((name) => name.endsWith(ref))).toBe(true);
    expect(byId.layers.map(({ fileBytes }) => fileBytes)).toContain(server.length);
    await expect(read({ kind: 'engine', ref: 'shop/nobody:9' })).rejects.toMatchObject({
      code: 'image.unknown',
    });
    await expect(read({ kind: 'engine', ref: '../x' })).rejects.toMatchObject({ code: 'image.ref-invalid' });
  });
});
