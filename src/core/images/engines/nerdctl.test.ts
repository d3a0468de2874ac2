import { chmod, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { localSystem, type System } from '#core/system';
import { inspectImage, listImages } from '../facts/index.ts';
import { chooseEngine } from './choice.ts';
import { connect } from './connect.ts';
import { listEngines } from './list-engines.ts';
import { askedOf } from './nerdctl-answers.ts';

/** What a real nerdctl printed; see tests/fixtures/engine-replies/README.md. */
const fixture = new URL(
  '../../../../tests/fixtures/engine-replies/nerdctl-2.1-containerd.json',
  import.meta.url,
);

let home: string;
let file: string;
beforeEach(async () => {
  home = await mkdtemp(join(tmpdir(), 'bn-'));
  file = join(home, 'bin/nerdctl');
  const printed = JSON.parse(await readFile(fixture, 'utf8')) as Record<string, unknown>;
  await mkdir(join(home, 'bin'));
  for (const [name, value] of Object.entries(printed))
    await writeFile(join(home, name), JSON.stringify(value));
  await writeFile(
    join(home, 'list'),
    (printed['list'] as unknown[]).map((each) => JSON.stringify(each)).join('\n'),
  );
});
afterEach(() => rm(home, { recursive: true, force: true }));

/** A `nerdctl` that prints what the real one printed. */
async function recorded(instead = ''): Promise<System> {
  const script = `#!/bin/sh
${instead}
case "$*" in
  'version --format json') cat '${home}/version' ;;
  'info --format json') cat '${home}/info' ;;
  'image ls --format json') cat '${home}/list' ;;
  'image inspect --mode=native shop:1' | 'image inspect --mode=native docker.io/library/shop:1') cat '${home}/native' ;;
  'save docker.io/library/shop:1') printf 'a\\377b' ;;
  'image inspect'*) echo 'no such image' >&2 ;;
  *) exit 9 ;;
esac
`;
  await writeFile(file, script);
  await chmod(file, 0o755);
  const env = { PATH: `${join(home, 'bin')}:/usr/bin:/bin` };
  const system: System = { ...localSystem(), os: 'linux', home, env };
  await chooseEngine(system, `nerdctl://${file}`);
  return system;
}

test('an image of containerd has the size and id that Docker tells of the same image, and its steps', async () => {
  const facts = await inspectImage(await recorded(), 'shop:1');
  expect(facts).toMatchObject({
    ref: 'shop:1',
    id: 'sha256:35309d4a14ed0dfb6112b5043c17913c40d357192fbf4371ba70b5bdbca94dcf',
    platform: 'linux/amd64',
    engine: {
      name: 'containerd',
      version: '2.1.9+unknown',
      store: 'overlayfs',
      endpoint: `nerdctl://${file}`,
    },
    sizes: { compressedBytes: 1_186_213, fileBytes: null, tarBytes: null, engineReported: null },
  });
  expect(facts.layers.map(({ createdBy }) => createdBy?.match(/COPY|WORKDIR \S+|echo/)?.[0])).toEqual([
    'COPY',
    'WORKDIR /app',
    'WORKDIR /app/sub',
    'echo',
    'COPY',
  ]);
});

test('lists its images with their sizes', async () => {
  const { images } = await listImages(await recorded());
  expect(images).toMatchObject([
    { ref: 'shop:1', size: { measure: 'compressedBytes', bytes: 1_186_213 }, engineReported: null },
  ]);
});

test('saves an image byte by byte', async () => {
  const engine = await connect(await recorded());
  const stream = await engine.stream('/images/docker.io/library/shop%3A1/get', new AbortController().signal);
  const pieces: Buffer[] = [];
  for await (const piece of stream) pieces.push(piece);
  expect(Buffer.concat(pieces)).toEqual(Buffer.from([97, 255, 98]));
});

test('an image that is not there is unknown', async () => {
  await expect(inspectImage(await recorded(), 'nope:1')).rejects.toMatchObject({ code: 'image.unknown' });
});

describe('what goes wrong', () => {
  test.each([
    [
      "echo 'fatal: cannot access containerd socket: no such file or directory' >&2; exit 1",
      'engine.not-running',
    ],
    ["echo 'dial unix /run/containerd/containerd.sock: permission denied' >&2; exit 1", 'engine.refused'],
    ["echo '{}'; exit 0", 'engine.unreadable'],
    ["echo 'oh no'; exit 0", 'engine.unreadable'],
    ['exit 3', 'engine.unreadable'],
  ])('%s', async (instead, code) => {
    const system = await recorded(instead);
    await expect(connect(system)).rejects.toMatchObject({ code });
    const { engines } = await listEngines(system);
    expect(engines[0]).toMatchObject({ product: 'containerd (nerdctl)', problem: { code }, used: true });
  });

  test('a program that is not on PATH is not run, even if an address names it', async () => {
    const system = await recorded();
    const elsewhere = { ...system, env: { PATH: '/usr/bin:/bin', DOCKER_HOST: `nerdctl://${file}` } };
    await expect(connect(elsewhere)).rejects.toMatchObject({ code: 'engine.unsupported' });
  });
});

test.each([
  ['/info', 'info', ''],
  ['/images/json?manifests=1', 'list', ''],
  ['/images/shop%3A1/json', 'json', 'shop:1'],
  ['/images/ghcr.io/a/b/history', 'history', 'ghcr.io/a/b'],
  ['/images/-x/json', 'other', ''],
  ['/images/%2Dx/json', 'other', ''],
  ['/containers/json', 'other', ''],
])('%s', (path, what, ref) => {
  expect(askedOf(path)).toEqual({ what, ref });
});
