import { headline, layerMeasure } from '#contract/image-measure';
import { readStep } from '#contract/image-step';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import process from 'node:process';
import { drain } from '#contract/streams';
import { inspectImage, listImages, recordImage } from '#core/images';
import { openHistory } from '#core/history';
import { localSystem, type System } from '#core/system';
import { type Engine, type EngineOrReason, startEngine, startPodman } from '#testing/engine';
import { buildImage, buildStage, importImage, loadImages } from '#testing/engine-images';
import { archiveOf, ociFiles, type TestImage } from '#testing/image-archives';
import { startNewerDocker } from '#testing/newer-engines';
import { onPath } from '#testing/on-path';
import { rawTar } from '#testing/raw-archives';
import { afterAll, beforeAll, describe, expect, type TestContext, test } from 'vitest';

const base = { ref: 'localhost/base:1', files: { 'etc/base': 'b'.repeat(5000) } };

const dockerfile = `FROM localhost/base:1
ENV GIN_MODE=release
WORKDIR /srv
WORKDIR /app
COPY server /app/server
COPY web /app/web
ENTRYPOINT ["/app/server"]
`;

/** Version 2 of the service has a larger program and the same web files. */
const serverBytes = { '1.0': 100_000, '2.0': 250_000 };
const webBytes = 700;

async function makeImages(engine: Engine): Promise<void> {
  await importImage(engine, base);
  for (const [tag, bytes] of Object.entries(serverBytes)) {
    const files = { server: 's'.repeat(bytes), 'web/index.html': 'w'.repeat(webBytes) };
    await buildImage(engine, { ref: `shop/server:${tag}`, dockerfile, files });
  }
}

/** Two stages begin alike, two steps set the same folder, and there are secrets of three kinds. */
const stages = `FROM scratch AS build
COPY server /server

FROM scratch AS base
COPY server /server
WORKDIR /app
WORKDIR /app

FROM base AS app
ARG API_TOKEN=hunter21
ENV LOG=info
COPY --from=build \\
  /server \\
  /app/
COPY <<EOT /app/server.env
DB_PASSWORD=hunter22
EOT

FROM app
LABEL debug=1
`;

/** An image of one file, as one of several platforms. */
function onePlatform(architecture: string, bytes: number): TestImage {
  return {
    names: ['docker.io/shop/two:1'],
    platform: { os: 'linux', architecture },
    layers: [rawTar([{ path: 'app', content: Buffer.alloc(bytes, 'a') }])],
  };
}

/** Whoever builds: of two `WORKDIR` without bytes, Docker makes a layer each, and Podman none. */
const copies = ['COPY file in /app/server', 'COPY dir in /app/web'];

describe.each([
  { name: 'Docker', start: startEngine, counts: 'fileBytes', leads: 'fileBytes', remembersBuilds: false },
  {
    name: 'a newer Docker, classic store',
    start: () => startNewerDocker('classic'),
    counts: 'fileBytes',
    leads: 'fileBytes',
    remembersBuilds: true,
  },
  {
    name: 'a newer Docker, containerd store',
    start: () => startNewerDocker('containerd'),
    counts: 'diskBytes',
    leads: 'compressedBytes',
    remembersBuilds: true,
  },
  { name: 'Podman', start: startPodman, counts: 'tarBytes', leads: 'tarBytes', remembersBuilds: false },
] as const)('$name', ({ start, counts, leads, remembersBuilds }) => {
  let started: EngineOrReason;
  let home: string;
  let system: System;

  beforeAll(async () => {
    home = await mkdtemp(join(tmpdir(), 'burrow-images-'));
    started = await start();
    if (started.engine) await makeImages(started.engine);
    const env = { BURROW_HOME: join(home, '.burrow'), DOCKER_HOST: started.engine?.host };
    system = { ...localSystem(), home, env };
  });

  afterAll(async () => {
    await started.engine?.stop();
    await rm(home, { recursive: true, force: true });
  });

  const running = (ctx: TestContext): Engine => started.engine ?? ctx.skip(started.reason);

  test('tells size, layers and platform of an image', async (ctx) => {
    const engine = running(ctx);
    const facts = await inspectImage(system, 'shop/server:1.0');

    expect(facts.ref).toBe('shop/server:1.0');
    expect(facts.id).toMatch(/^sha256:[0-9a-f]{64}$/);
    expect(facts.platform).toMatch(/^linux\/(amd64|arm64)/);
    expect(Date.parse(facts.createdAt ?? '')).toBeGreaterThan(Date.now() - 300_000);
    expect(facts.engine).toMatchObject({ name: engine.kind, endpoint: engine.host });
    const steps = facts.layers.map(({ createdBy }) => readStep(createdBy ?? '').text);
    const workingFolders = engine.kind === 'docker' ? ['WORKDIR /srv', 'WORKDIR /app'] : [];
    expect(steps.slice(1)).toEqual([...workingFolders, ...copies]);
    expect(layerMeasure(facts)).toBe(counts);
    // The same file, as each engine counts: its bytes, with a tar's header and blocks, the blocks of the disk.
    const server = facts.layers.at(-2)?.bytes ?? 0;
    if (counts === 'fileBytes') expect(server).toBe(serverBytes['1.0']);
    else if (counts === 'tarBytes') expect(server % 512).toBe(0);
    expect(server).toBeGreaterThanOrEqual(serverBytes['1.0']);
    expect(headline(facts)).toEqual({ measure: leads, bytes: facts.sizes[leads] });
    expect(new Set(facts.layers.map(({ diffId }) => diffId)).size).toBe(facts.layers.length);
  });

  if (remembersBuilds) {
    test('tells from which stage and lines of a Dockerfile BuildKit made an image', async (ctx) => {
      const engine = running(ctx);
      const files = { server: 's'.repeat(1000) };
      const args = { API_TOKEN: 'hunter23' };
      await buildStage(engine, { ref: 'shop/stages:1', dockerfile: stages, files, target: 'app', args });
      const facts = await inspectImage(system, 'shop/stages:1');
      expect(facts.target).toEqual({ name: 'app', isLast: false });
      const found = facts.layers.map(({ createdBy, dockerfile: lines }) => [
        readStep(createdBy ?? '').text,
        lines && `${lines.file}:${lines.firstLine}-${lines.lastLine}`,
        lines?.text,
      ]);
      expect(found).toEqual([
        ['COPY server /server', 'Dockerfile:5-5', 'COPY server /server'],
        ['WORKDIR /app', 'Dockerfile:6-6', 'WORKDIR /app'],
        ['WORKDIR /app', 'Dockerfile:7-7', 'WORKDIR /app'],
        ['COPY /server /app/', 'Dockerfile:12-14', 'COPY --from=build \\\n  /server \\\n  /app/'],
        [
          'COPY <<EOT /app/server.env',
          'Dockerfile:15-17',
          'COPY <<EOT /app/server.env\nDB_PASSWORD=***\nEOT',
        ],
      ]);
      const history = await openHistory(system);
      try {
        const { id } = await drain(recordImage(system, history, { source: 'shop/stages:1' }));
        const [{ image }, contents] = [await history.get(id), await history.imageContents(id)];
        for (const known of [image, contents]) {
          expect(known?.target).toEqual(facts.target);
          expect(known?.layers.map((layer) => layer.dockerfile)).toEqual(
            facts.layers.map((layer) => layer.dockerfile),
          );
          expect(JSON.stringify(known)).not.toContain('hunter2');
        }
      } finally {
        await history.close();
      }
    });
  }

  test('records two versions and what the second one grew by', async (ctx) => {
    running(ctx);
    const history = await openHistory(system);
    try {
      const once = await drain(recordImage(system, history, { source: 'shop/server:1.0' }));
      const again = await drain(recordImage(system, history, { source: 'shop/server:1.0' }));
      expect(again).toEqual({ id: once.id, already: true });
      const contents = await history.imageContents(once.id);
      expect(contents?.sizes.fileBytes).toBe(5000 + serverBytes['1.0'] + webBytes);
      await drain(recordImage(system, history, { source: 'shop/server:2.0', project: home }));
      const { builds } = await history.list({ kind: 'image', subject: 'shop/server' });
      expect(builds.map(({ image }) => image?.ref)).toEqual(['shop/server:2.0', 'shop/server:1.0']);
      expect(builds.map(({ startedAt }) => startedAt)).toEqual(builds.map(({ image }) => image?.createdAt));
      expect(builds[0]?.project).toBe(home);

      const [second, first] = builds.map(({ image }) => image?.sizes);
      const grew = serverBytes['2.0'] - serverBytes['1.0'];
      if (first?.fileBytes != null) {
        expect(first.fileBytes).toBe(5000 + serverBytes['1.0'] + webBytes);
        expect(second?.fileBytes).toBe(first.fileBytes + grew);
      } else if (first?.tarBytes != null) {
        // A tar stores files in blocks of 512 bytes.
        expect((second?.tarBytes ?? 0) - first.tarBytes).toBe(
          Math.ceil(serverBytes['2.0'] / 512) * 512 - Math.ceil(serverBytes['1.0'] / 512) * 512,
        );
      } else {
        expect(first?.compressedBytes).toBeGreaterThan(0);
      }
      expect(first?.engineReported).toBeGreaterThan(0);
      const filled = [first?.fileBytes, first?.tarBytes, first?.compressedBytes].filter(
        (size) => size != null,
      );
      expect(filled).toHaveLength(1);
    } finally {
      await history.close();
    }
  });

  test('lists its images, newest first', async (ctx) => {
    running(ctx);
    const { images, engine } = await listImages(system);
    expect(images.map(({ ref }) => ref)).toEqual(
      expect.arrayContaining(['shop/server:2.0', 'shop/server:1.0', 'localhost/base:1']),
    );
    const moments = images.map(({ createdAt }) => createdAt ?? '');
    expect(moments).toEqual(moments.toSorted().toReversed());
    expect(engine.store).not.toBe('');
    const facts = await inspectImage(system, 'shop/server:2.0');
    const listed = images.find(({ ref }) => ref === 'shop/server:2.0')?.size;
    // Podman's list has only the size with manifest and configuration.
    expect(listed).toEqual(
      leads === 'tarBytes'
        ? { measure: 'engineReported', bytes: facts.sizes.engineReported }
        : headline(facts),
    );
  });

  test('finds an image by its id and calls it by its name', async (ctx) => {
    running(ctx);
    const { id } = await inspectImage(system, 'shop/server:2.0');
    const byId = await inspectImage(system, id.replace('sha256:', '').slice(0, 12));
    expect(byId).toMatchObject({ id, ref: 'shop/server:2.0' });
  });

  test('says that an image is unknown', async (ctx) => {
    running(ctx);
    await expect(inspectImage(system, 'shop/nobody:9')).rejects.toMatchObject({
      code: 'image.unknown',
      params: { ref: 'shop/nobody:9' },
    });
  });

  if (counts === 'diskBytes') {
    test('of two platforms, the size is that of one', async (ctx) => {
      const engine = running(ctx);
      // Neither may be this machine's: then the engine takes the first.
      const [first, second] = [onePlatform('amd64', 10_000), onePlatform('arm64', 500_000)];
      const options = { compression: 'none', isNested: true, hasAttestation: true } as const;
      await loadImages(engine, archiveOf(ociFiles([first, second], options)));
      const { platform: taken, sizes } = await inspectImage(system, 'shop/two:1');
      const alone = taken === 'linux/amd64' ? first : second;
      const blobs = Object.entries(ociFiles([{ ...alone, names: [] }], { compression: 'none' }))
        .filter(([path]) => path.startsWith('blobs/'))
        .map(([, content]) => (Buffer.isBuffer(content) ? content.length : 0));
      expect(sizes.compressedBytes).toBe(blobs.reduce((sum, bytes) => sum + bytes, 0));
      expect(sizes.engineReported).toBeGreaterThan(510_000);
    });

    test('through nerdctl, containerd tells the same', async (ctx) => {
      const engine = running(ctx);
      const nerdctl = onPath('nerdctl') ?? ctx.skip('nerdctl is not installed');
      const env = {
        BURROW_HOME: join(home, 'nerdctl'),
        PATH: process.env['PATH'],
        DOCKER_HOST: `nerdctl://${nerdctl}`,
        CONTAINERD_ADDRESS: join(dirname(engine.socket), 'exec/containerd/containerd.sock'),
        CONTAINERD_NAMESPACE: 'moby',
      };
      const facts = await inspectImage(system, 'shop/server:1.0');
      const found = await inspectImage({ ...system, env }, 'shop/server:1.0');
      expect(found.id).toBe(facts.id);
      expect(found.sizes.compressedBytes).toBe(facts.sizes.compressedBytes);
      const steps = facts.layers.map(({ diffId, createdBy }) => ({ diffId, createdBy, bytes: null }));
      expect(found.layers).toEqual(steps);
    });
  }

  // This is the last test because it stops the engine.
  test('says that the engine does not run, once it is stopped', async (ctx) => {
    const engine = running(ctx);
    await engine.stop();
    const failed = { code: 'engine.not-running', params: { tried: [engine.host] } };
    await expect(inspectImage(system, 'shop/server:1.0')).rejects.toMatchObject(failed);
    await expect(listImages(system)).rejects.toMatchObject(failed);
  });
});
