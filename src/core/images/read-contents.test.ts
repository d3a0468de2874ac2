import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { drain } from '#contract/streams';
import { localSystem } from '#core/system';
import { archiveOf, digestOf, ociFiles, type TestImage } from '#testing/image-archives';
import { rawTar } from '#testing/raw-archives';
import { readContents } from './index.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'burrow-contents-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

async function contentsOf(image: TestImage, provenance?: object) {
  const path = join(folder, 'image.tar');
  await writeFile(
    path,
    archiveOf(ociFiles([image], { hasAttestation: true, ...(provenance ? { provenance } : {}) })),
  );
  const system = { ...localSystem(), os: 'linux', arch: 'amd64' } as const;
  return drain(readContents(system, { kind: 'archive', path }));
}

const base = rawTar([
  { path: 'etc/', type: 'Directory', mode: 0o755 },
  { path: 'etc/os-release', content: 'PRETTY_NAME="Alpine Linux v3.21"\n' },
  { path: 'lib/apk/db/installed', content: 'P:musl\nV:1.2.5-r9\nA:x86_64\nI:622592\n' },
  { path: 'app/.env', content: 'DB_PASSWORD=hunter22\n' },
]);
const top = rawTar([{ path: 'app/.wh..env' }, { path: 'app/server', content: 'not a program' }]);

test('reads packages, secrets, steps and waste of an archive, and masks what is secret', async () => {
  const { contents, layers, inspections } = await contentsOf({
    layers: [base, top],
    config: {
      config: {
        User: 'app',
        Cmd: ['serve', '--token', 'hunter22'],
        Env: ['API_TOKEN=one hunter22', 'PATH=/bin'],
        Labels: { source: 'https://me:hunter22@git.example.org/shop' },
        ExposedPorts: { '80/tcp': {} },
      },
      history: [
        { created_by: 'ADD rootfs.tar / # buildkit' },
        { created_by: 'ENV API_TOKEN=one hunter22', empty_layer: true },
        { created_by: 'RUN |1 NPM_TOKEN=hunter22 /bin/sh -c make # buildkit' },
      ],
    },
  });
  expect(contents).toMatchObject({
    config: {
      user: 'app',
      cmd: ['serve', '--token', '***'],
      env: ['API_TOKEN=***', 'PATH=/bin'],
      labels: { source: 'https://***@git.example.org/shop' },
      exposedPorts: ['80/tcp'],
    },
    distribution: 'Alpine Linux v3.21',
    packages: [{ name: 'musl', version: '1.2.5-r9', arch: 'x86_64', bytes: 622_592 }],
    waste: { bytes: 21, count: 1 },
    finalFiles: 3,
  });
  expect(contents.layers.map(({ step, added, removed }) => [step?.text, step?.args, added, removed])).toEqual(
    [
      ['ADD rootfs.tar /', [], 4, 0],
      ['RUN make', ['NPM_TOKEN=***'], 1, 1],
    ],
  );
  expect(contents.secrets.map(({ kind, layer, hidden }) => [kind, layer, hidden])).toEqual([
    ['env-file', 0, true],
    ['environment', null, false],
    ['build-argument', 1, false],
    ['label', null, false],
    ['command', null, false],
  ]);
  expect(layers.map(({ paths }) => paths.length)).toEqual([4, 2]);
  expect(inspections).toEqual([]);
  expect(JSON.stringify({ contents, layers })).not.toContain('hunter22');
});

test('a history that does not fit the layers names no steps', async () => {
  const { contents } = await contentsOf({
    layers: [base, top],
    config: { history: [{ created_by: 'COPY a / # buildkit' }] },
  });
  expect(contents.layers.map(({ step }) => step)).toEqual([null, null]);
});

test('an image without layers is empty', async () => {
  const { contents, layers } = await contentsOf({ layers: [], config: { config: null, history: null } });
  expect(contents).toMatchObject({ finalFiles: 0, finalBytes: 0, layers: [], packages: [], secrets: [] });
  expect(layers).toEqual([]);
});

function linesAt(first: number, last: number) {
  return { locations: [{ ranges: [{ start: { line: first }, end: { line: last } }] }] };
}

function fileStep(id: string, ...inputs: string[]) {
  return { id, inputs, op: { Op: { file: { actions: [{ input: inputs.length > 0 ? 0 : -1 }] } } } };
}

test('tells the lines and the stage that are attested in an archive', async () => {
  const dockerfile =
    'FROM scratch\nADD rootfs.tar /\nCOPY --from=build --chown=1 \\\n  server /app/\nENV TOKEN=hunter22';
  const layers = [base, top].map((layer) => ({ digest: digestOf(layer) }));
  const { contents } = await contentsOf(
    { layers: [base, top] },
    {
      invocation: { parameters: { args: { target: '0' } } },
      buildConfig: {
        llbDefinition: [fileStep('one'), fileStep('two', 'one:0'), { id: 'end', inputs: ['two:0'] }],
      },
      metadata: {
        'https://mobyproject.org/buildkit@v1#metadata': {
          source: {
            locations: { one: linesAt(2, 2), two: linesAt(3, 4) },
            infos: [
              {
                filename: 'Dockerfile',
                language: 'Dockerfile',
                data: Buffer.from(dockerfile).toString('base64'),
              },
            ],
          },
          layers: { 'one:0': [layers.slice(0, 1)], 'two:0': [layers] },
        },
      },
    },
  );
  expect(contents.target).toEqual({ name: '0', isLast: true });
  expect(contents.layers.map(({ dockerfile: found }) => found)).toEqual([
    { file: 'Dockerfile', firstLine: 2, lastLine: 2, text: 'ADD rootfs.tar /' },
    { file: 'Dockerfile', firstLine: 3, lastLine: 4, text: 'COPY --from=build --chown=1 \\\n  server /app/' },
  ]);
});
