import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { stepsOf } from './layers.ts';
import { imageFacts, type ImageReplies, isoTime } from './image-facts.ts';
import { historyReply, infoReply, inspectReply, listReply, versionReply } from '../engines/index.ts';

/** The recorded replies of a real engine; see tests/fixtures/engine-replies/README.md. */
function recorded(name: string): ImageReplies {
  const file = new URL(`../../../../tests/fixtures/engine-replies/${name}.json`, import.meta.url);
  const raw = JSON.parse(readFileSync(file, 'utf8')) as Record<string, unknown>;
  return {
    version: versionReply.parse(raw.version),
    info: infoReply.parse(raw.info),
    inspect: inspectReply.parse(raw.inspect),
    steps: stepsOf(historyReply.parse(raw.history)),
    list: listReply.parse(raw.list),
    build: null,
  };
}

const asked = { ref: 'shop/server:1.0', endpoint: 'unix:///var/run/docker.sock' };

describe('the same image in three real engines', () => {
  test('Docker with overlay2: the bytes of its files', () => {
    const facts = imageFacts(recorded('docker-20.10-overlay2'), asked);
    expect(facts).toMatchObject({
      ref: 'shop/server:1.0',
      id: 'sha256:d1352ee7a0a1d99a3a5ee2dca1a3858d261138878ecf08f2a82103e0e3cb1653',
      repoDigest: null,
      platform: 'linux/amd64',
      createdAt: '2026-11-20T16:32:47.912Z',
      engine: { name: 'docker', version: '20.10.24+dfsg1', store: 'overlay2', endpoint: asked.endpoint },
      // 5000 for the base, 100000 for the program, 13 for the page.
      sizes: { fileBytes: 105_013, tarBytes: null, compressedBytes: null, engineReported: 105_013 },
    });
    expect(facts.layers.map(({ bytes }) => bytes)).toEqual([5000, 0, 100_000, 13]);
    expect(facts.layers.map(({ createdBy }) => createdBy?.match(/WORKDIR|COPY/)?.[0] ?? createdBy)).toEqual([
      null,
      'WORKDIR',
      'COPY',
      'COPY',
    ]);
  });

  test('Podman: the bytes of its tar streams, and a larger size that the engine reports', () => {
    const facts = imageFacts(recorded('podman-4.3-vfs'), asked);
    expect(facts).toMatchObject({
      ref: 'shop/server:1.0',
      repoDigest: expect.stringMatching(/^docker\.io\/shop\/server@sha256:802e4e6c/) as unknown,
      engine: { name: 'podman', version: '4.3.1', store: 'vfs' },
      sizes: {
        fileBytes: null,
        tarBytes: 7168 + 102_400 + 3584,
        compressedBytes: null,
        engineReported: 117_435,
      },
    });
    expect(facts.layers.map(({ bytes }) => bytes)).toEqual([7168, 102_400, 3584]);
  });

  test("Docker's containerd store: the compressed size, and the size of content and unpacked files", () => {
    const facts = imageFacts(recorded('docker-28.5-containerd'), asked);
    expect(facts).toMatchObject({
      engine: { name: 'docker', version: '28.5.2+dfsg4', store: 'overlayfs' },
      sizes: { fileBytes: null, tarBytes: null, compressedBytes: 3559, engineReported: 183_783 },
    });
    expect(facts.layers).toHaveLength(4);
    expect(facts.layers.every(({ bytes }) => bytes !== null)).toBe(true);
  });
});

test.each([
  [['Podman Engine', 'Conmon'], 'podman'],
  [['Engine', 'containerd', 'runc'], 'docker'],
  [['nerdctl', 'containerd'], 'nerdctl'],
  [[], 'unknown'],
])('an engine of %j is %s', (names, name) => {
  const replies = recorded('docker-20.10-overlay2');
  const Components = names.map((Name) => ({ Name }));
  const { engine, sizes } = imageFacts({ ...replies, version: { ...replies.version, Components } }, asked);
  expect(engine.name).toBe(name);
  // Only of Docker is it known what the one number of an engine means.
  expect(sizes.fileBytes === null).toBe(name !== 'docker');
  expect(sizes.engineReported).toBe(replies.inspect.Size);
});

/** An additional manifest, in the format of Engine API 1.47. */
const other = (Kind: string, architecture: string) => ({
  ID: `sha256:${'a'.repeat(64)}`,
  Kind,
  Size: { Content: 9_999_999 },
  ImageData: { Platform: { os: 'linux', architecture } },
});

describe('the containerd store', () => {
  const replies = recorded('docker-28.5-containerd');
  const [image] = replies.list;
  const [manifest] = image?.Manifests ?? [];
  if (!image || !manifest) throw new Error('the recording has no manifest');
  const withManifests = (...more: (typeof manifest)[]): ImageReplies => ({
    ...replies,
    list: [{ ...image, Manifests: [manifest, ...more] }],
  });

  test('uses the manifest of the platform, and ignores attestations', () => {
    const facts = imageFacts(withManifests(other('attestation', 'unknown'), other('image', 'arm64')), asked);
    expect(facts.sizes.compressedBytes).toBe(3559);
    expect(facts.id).toBe(manifest.ID);
  });

  test('uses the first of two manifests for one platform, as containerd does', () => {
    const facts = imageFacts(withManifests(other('image', 'amd64')), asked);
    expect(facts.sizes.compressedBytes).toBe(3559);
    expect(facts.id).toBe(manifest.ID);
  });

  test('has no compressed size if the engine lists no manifests', () => {
    const facts = imageFacts({ ...replies, list: [{ ...image, Manifests: [] }] }, asked);
    expect(facts.sizes).toMatchObject({ compressedBytes: null, engineReported: 183_783 });
  });
});

describe('names', () => {
  const replies = recorded('podman-4.3-vfs');
  const facts = (ref: string, RepoTags: string[], RepoDigests: string[]) =>
    imageFacts({ ...replies, inspect: { ...replies.inspect, RepoTags, RepoDigests } }, { ...asked, ref });

  test.each([
    { ref: '2cef218a1266', tags: ['docker.io/shop/server:1.0'], name: 'shop/server:1.0' },
    { ref: '2cef218a1266', tags: [], name: '2cef218a1266' },
    { ref: 'docker.io/library/redis:7', tags: [], name: 'redis:7' },
    { ref: 'ghcr.io/shop/server', tags: ['other:1'], name: 'ghcr.io/shop/server' },
  ])('$ref with the tags $tags is named $name', ({ ref, tags, name }) => {
    expect(facts(ref, tags, []).ref).toBe(name);
  });

  test('the digest is that of the requested name', () => {
    const digests = ['mirror.example/server@sha256:1', 'docker.io/shop/server@sha256:2'];
    expect(facts('shop/server:1.0', [], digests).repoDigest).toBe('docker.io/shop/server@sha256:2');
    expect(facts('else/where:1.0', [], digests).repoDigest).toBe('mirror.example/server@sha256:1');
  });
});

test.each([
  ['2026-11-20T16:30:05.262424613Z', '2026-11-20T16:30:05.262Z'],
  ['2026-11-20T17:30:05+01:00', '2026-11-20T16:30:05.000Z'],
  [1795192205, '2026-11-20T16:30:05.000Z'],
  ['0001-01-01T00:00:00Z', null],
  ['1970-01-01T00:00:00Z', null],
  [0, null],
  ['', null],
  ['yesterday', null],
  [1e300, null],
  [undefined, null],
])('the time %s is %s', (created, time) => {
  expect(isoTime(created)).toBe(time);
});
