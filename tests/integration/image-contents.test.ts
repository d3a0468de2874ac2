import { execa } from 'execa';
import { createHash } from 'node:crypto';
import { readFile, rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import { Parser, type ReadEntry } from 'tar';
import { afterAll, beforeAll, describe, expect, test, type TestContext } from 'vitest';
import { imageEntryKinds } from '#contract/image-entry-kinds';
import { drain } from '#contract/streams';
import { inspectBinary } from '#core/binaries';
import { applyLayers, type ReadContents, readContents, readPackages } from '#core/images';
import { localSystem } from '#core/system';
import { type EngineOrReason, startEngine } from '#testing/engine';
import { buildImage, exportImage, importImage } from '#testing/engine-images';
import { buildGo, smallModule, whyNoGo } from '#testing/go-programs';
import { onPath } from '#testing/on-path';

const dockerfile = `FROM localhost/tools:1
RUN ["/bin/busybox", "--install", "/bin"]
ARG DEPLOY_TOKEN=none
COPY server /app/server
RUN chmod 700 /app/server
RUN mkdir -p /data/old /data/kept && echo 1 > /data/old/a && echo 22 > /data/old/b && ln /data/old/b /data/hard && ln -s old /data/soft
RUN rm -r /data/kept && mv /data/old/a /data/moved && rm -r /data/old && echo 333 > /data/old
RUN rm -rf /data && mkdir /data && echo 4444 > /data/new && echo 55555 > /data/old
COPY id_rsa /root/.ssh/id_rsa
RUN rm /root/.ssh/id_rsa && ln /app/server /app/also && ln -s /app/server /bin/server
ENV DB_PASSWORD=hunter22
`;

const key = `-----BEGIN PRIVATE ${'key'.toUpperCase()}-----\n${'MIIEvQIBADANBgkqhkiG9w0BAQEFAASC\n'.repeat(4)}`;
const status = 'Package: shop\nStatus: install ok installed\nVersion: 1.2\nArchitecture: all\n';

let started: EngineOrReason;
let program = '';
let read: ReadContents;
let exported: Buffer;
let failed: string | null = null;
const made: string[] = [];

beforeAll(async () => {
  const busybox = onPath('busybox');
  failed = (await whyNoGo()) ?? (busybox === null ? 'no busybox here' : null);
  if (failed !== null || busybox === null) return;
  started = await startEngine();
  const { engine } = started;
  failed = started.reason;
  if (!engine) return;
  const module = await smallModule();
  program = await buildGo({ module, target: `linux/${process.arch === 'x64' ? 'amd64' : process.arch}` });
  made.push(module, dirname(program));
  const base = {
    'bin/busybox': await readFile(busybox),
    'bin/sh': await readFile(busybox),
    'etc/os-release': 'PRETTY_NAME="Shop Linux 1"\n',
    'var/lib/dpkg/status': status,
  };
  await importImage(engine, { ref: 'localhost/tools:1', files: base });
  const files = { server: await readFile(program), id_rsa: key };
  await buildImage(engine, { ref: 'localhost/shop:1', dockerfile, files });
  const system = { ...localSystem(), env: { DOCKER_HOST: engine.host } };
  read = await drain(readContents(system, { kind: 'engine', ref: 'localhost/shop:1' }));
  exported = await exportImage(engine, 'localhost/shop:1');
});

afterAll(async () => {
  await started?.engine?.stop();
  await Promise.all(made.map((folder) => rm(folder, { recursive: true, force: true })));
});

function needImage(ctx: TestContext): void {
  if (failed !== null) ctx.skip(failed);
}

/** What the engine adds to every container. */
const ofContainers = /^(?:\.dockerenv|dev|proc|sys|etc\/(?:hostname|hosts|mtab|resolv\.conf))(?:\/|$)/;

/** A file in words: kind, owner, mode, and content or target. */
type Files = Map<string, string>;

const rights = (kind: string, mode: number, uid: number, gid: number) =>
  `${kind} ${(mode & 0o7777).toString(8)} ${uid}:${gid}`;

/** The files of a tar stream, hard links with the content of their target, and the bytes of all regular files. */
async function filesOfTar(tar: Buffer): Promise<{ files: Files; bytes: number }> {
  const files: Files = new Map();
  let bytes = 0;
  const kinds: Record<string, string> = { File: 'file', Directory: 'directory', SymbolicLink: 'symlink' };
  const parser = new Parser({
    onReadEntry: (entry: ReadEntry) => {
      const path = entry.path.replace(/\/$/, '');
      const hash = createHash('sha256');
      entry.on('data', (piece: Buffer) => hash.update(piece));
      entry.on('end', () => {
        if (ofContainers.test(path)) return;
        const kind = kinds[entry.type];
        const own = rights(kind ?? entry.type, entry.mode ?? 0, entry.uid ?? 0, entry.gid ?? 0);
        if (entry.type === 'Link') files.set(path, files.get(entry.linkpath ?? '') ?? 'a link to nothing');
        else if (kind === 'directory') files.set(path, own);
        else if (kind === 'symlink') files.set(path, `${own} ${entry.linkpath}`);
        else files.set(path, `${own} ${entry.size} ${hash.digest('hex')}`);
        if (kind === 'file') bytes += entry.size;
      });
    },
  });
  const ended = new Promise((resolve, reject) => parser.on('end', resolve).on('error', reject));
  parser.end(tar);
  await ended;
  return { files, bytes };
}

function filesOfImage({ layers }: ReadContents): Files {
  const files: Files = new Map();
  for (const { path, layer, entry, contentLayer, contentEntry } of applyLayers(layers).entries()) {
    const own = layers[layer];
    const stored = layers[contentLayer];
    if (!own || ofContainers.test(path)) continue;
    // The owner and mode of a hard link are those of its target.
    const [from, at] = stored ? [stored, contentEntry] : [own, entry];
    const kind = imageEntryKinds[from.kinds[at] ?? 0] ?? '';
    const words = rights(kind, from.modes[at] ?? 0, from.uids[at] ?? 0, from.gids[at] ?? 0);
    const hash = Buffer.from(from.hashes.subarray(at * 32, at * 32 + 32)).toString('hex');
    const rest = stored
      ? ` ${from.bytes[at]} ${hash}`
      : kind === 'symlink'
        ? ` ${own.links[String(entry)]}`
        : '';
    files.set(path, words + rest);
  }
  return files;
}

describe('an image that Docker built', () => {
  test('has the files that the engine exports', async (ctx) => {
    needImage(ctx);
    const expected = await filesOfTar(exported);
    expect(Object.fromEntries(filesOfImage(read))).toEqual(Object.fromEntries(expected.files));
    expect(expected.files.size).toBeGreaterThan(200);
    expect(read.contents.finalBytes).toBe(expected.bytes);
    const stored = read.contents.layers.reduce((sum, { fileBytes }) => sum + fileBytes, 0);
    expect(read.contents.finalBytes + read.contents.waste.bytes).toBe(stored);
  });

  test('stores some files twice, and some that nobody sees', (ctx) => {
    needImage(ctx);
    const { layers, waste } = read.contents;
    const step = (layer: number) => (layers[layer]?.step?.text ?? '').replace(/(RUN \S+|\S+).*/s, '$1');
    const server = read.inspections[0]?.bytes;
    const files = waste.files.map(
      ({ path, bytes, layer, hiddenBy, how, again }) =>
        `${path} ${bytes === server ? 'all' : bytes > 1000 ? 'many' : bytes}: ${step(layer)} < ${step(hiddenBy)} ${how} ${again}`,
    );
    expect(files.toSorted()).toEqual([
      'app/server all: COPY < RUN chmod same app/server',
      'app/server all: RUN chmod < RUN rm same app/server',
      'bin/busybox many:  < /bin/busybox same bin/busybox',
      'data/hard 3: RUN mkdir < RUN rm removed null',
      'data/moved 2: RUN rm < RUN rm removed null',
      'data/old 4: RUN rm < RUN rm replaced null',
      'data/old/a 2: RUN mkdir < RUN rm same data/moved',
      `root/.ssh/id_rsa ${key.length}: COPY < RUN rm removed null`,
    ]);
  });

  test('has a Go program, which has two names and is read once', async (ctx) => {
    needImage(ctx);
    const inspection = await inspectBinary(program);
    const { sha256, goVersion, bytes, target } = inspection;
    const { stdout: buildId } = await execa('go', ['tool', 'buildid', program]);
    expect(read.contents.programs).toEqual([
      {
        sha256,
        goVersion,
        bytes,
        target,
        buildId,
        layer: 8,
        build: null,
        buildBy: null,
        path: expect.stringMatching(/^app\/(?:also|server)$/) as unknown,
        mainPackage: 'example.com/small',
        module: 'example.com/small',
        version: inspection.mainModule?.version,
      },
    ]);
    expect(read.inspections.map((each) => ({ ...each, path: '' }))).toEqual([{ ...inspection, path: '' }]);
    expect(read.contents).toMatchObject({
      distribution: 'Shop Linux 1',
      packages: [{ name: 'shop', version: '1.2', arch: 'all', bytes: null }],
    });
  });

  test('has a key that was deleted again, and a password', (ctx) => {
    needImage(ctx);
    expect(read.contents.secrets).toMatchObject([
      { kind: 'private-key', path: 'root/.ssh/id_rsa', layer: 7, hidden: true },
      { kind: 'environment', name: 'DB_PASSWORD', path: null, layer: null, hidden: false },
    ]);
    expect(JSON.stringify(read)).not.toMatch(/hunter22|MIIEvQ/);
  });
});

test('the packages of this machine are those that dpkg lists', async (ctx) => {
  if (onPath('dpkg-query') === null) ctx.skip('no dpkg here');
  const path = 'var/lib/dpkg/status';
  const content = await readFile(`/${path}`);
  const { packages } = readPackages([path], (each) => (each === path ? content : null));
  const format = '${db:Status-Status} ${Package} ${Version} ${Architecture}\n';
  const { stdout } = await execa('dpkg-query', ['-W', '-f', format]);
  const listed = stdout.split('\n').filter((line) => line.startsWith('installed '));
  expect(
    packages.map(({ name, version, arch }) => `installed ${name} ${version} ${arch}`).toSorted(),
  ).toEqual(listed.toSorted());
});
