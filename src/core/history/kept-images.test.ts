import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { drain } from '#contract/streams';
import { localSystem } from '#core/system';
import { imageFactsExample, imageRecord, programRecord } from '#testing/example-builds';
import { imageContentsExample, readImageExample } from '#testing/example-image';
import { type History, openHistory } from './history.ts';
import { noFacts } from './rows/index.ts';

let home: string;
let history: History;
let now: Date;

beforeEach(async () => {
  home = await mkdtemp(join(tmpdir(), 'burrow-images-'));
  now = new Date('2026-11-29T12:00:00.000Z');
  history = await openHistory({ ...localSystem(), env: { BURROW_HOME: home }, now: () => now });
});
afterEach(async () => {
  await history.close();
  await rm(home, { recursive: true });
});

/** Runs work on the file itself. */
function inFile<T>(work: (database: Database.Database) => T): T {
  const database = new Database(join(home, 'history.db'));
  database.pragma('foreign_keys = OFF');
  try {
    return work(database);
  } finally {
    database.close();
  }
}
const count = (table: string) =>
  inFile((database) => database.prepare(`SELECT count(*) FROM ${table}`).pluck().get());
const analysis = {
  ...noFacts,
  mainModule: 'example.com/shop',
  goVersion: 'go1.26.1',
  target: null,
  stripped: null,
};
const program = { sha256: 'a'.repeat(64), bytes: 1000, analysis };
const texts = async (id: string, diffIds?: string[]) =>
  (await history.imageLayers(id, diffIds))
    .map(({ diffId, content }) => `${diffId}: ${Buffer.from(content).toString()}`)
    .toSorted();

it('gives back what was read, and stores each layer once', async () => {
  await history.recordImage(imageRecord(), readImageExample());
  await history.add(imageRecord(imageFactsExample({ ref: 'shop:2' })));
  expect(await history.imageContents('b1')).toEqual(imageContentsExample());
  expect(await history.imageContents('b2')).toBeNull();
  await history.recordImage(
    imageRecord(imageFactsExample({ ref: 'shop:2' })),
    readImageExample({ source: 'shop:2' }),
  );
  expect((await history.imageContents('b2'))?.source).toBe('shop:2');
  expect(await texts('b2')).toEqual([
    'sha256:app: entries of sha256:app',
    'sha256:base: entries of sha256:base',
  ]);
  expect(await texts('b2', ['sha256:app', 'sha256:none'])).toEqual(['sha256:app: entries of sha256:app']);
  expect(count('layer_contents')).toBe(2);
});

function lines(text: string) {
  return { file: 'Dockerfile', firstLine: 3, lastLine: 4, text };
}

it('keeps from which stage and lines of a Dockerfile an image is, with secrets masked', async () => {
  const [base, app] = imageFactsExample().layers;
  if (!base || !app) throw new Error('the example has two layers');
  const image = imageFactsExample({
    layers: [base, { ...app, dockerfile: lines('RUN <<E\nAPI_TOKEN=hunter22 make\nE') }],
    target: { name: 'debug', isLast: false },
  });
  await history.recordImage(imageRecord(image), null);
  const { image: kept } = await history.get('b1');
  expect(kept?.target).toEqual(image.target);
  expect(kept?.layers).toEqual([base, { ...app, dockerfile: lines('RUN <<E\nAPI_TOKEN=*** make\nE') }]);
  const other = imageFactsExample({ ref: 'shop:2' });
  await history.recordImage(imageRecord(other), null);
  expect((await history.get('b2')).image).toEqual(other);
});

it('links a program to the newest build of the same file', async () => {
  await history.recordImage(imageRecord(), readImageExample({}, [program]));
  const linked = async () => (await history.imageContents('b1'))?.programs.map(({ build }) => build);
  expect(await linked()).toEqual([null]);
  await history.add(programRecord());
  await history.add(programRecord());
  expect(await linked()).toEqual(['b3']);
  await history.forget('b3');
  expect(await linked()).toEqual(['b2']);
});

const goBuildId = ['a', 'b', 'c', 'd'].map((part) => part.repeat(20)).join('/');
const stripped = { path: '/home/me/shop/server', bytes: 900, sha256: 'b'.repeat(64) };

it.each([
  ['the same file', goBuildId, 'a'.repeat(64), ['b2', 'content']],
  ['a file that was changed since', goBuildId, 'c'.repeat(64), ['b3', 'build-id']],
  ['a build id that many programs have', 'redacted', 'c'.repeat(64), [null, null]],
  ['no build id', null, 'c'.repeat(64), [null, null]],
])('links a program to the build of %s', async (_what, buildId, sha256, expected) => {
  const [server] = imageContentsExample().programs;
  if (!server) throw new Error('the example has a program');
  await history.recordImage(imageRecord(), readImageExample({ programs: [{ ...server, sha256, buildId }] }));
  await history.add(programRecord({ buildId }));
  await history.add(programRecord({ buildId, artifact: stripped }));
  const [found] = (await history.imageContents('b1'))?.programs ?? [];
  expect([found?.build, found?.buildBy]).toEqual(expected);
});

it('masks secrets in what its builder wrote', async () => {
  const token = 'ghp_abcdefghijklmnopqrstuvwxyz0123456789';
  const contents = imageContentsExample();
  await history.recordImage(
    imageRecord(),
    readImageExample({
      config: { ...contents.config, env: [`API_TOKEN=${token}`], labels: { note: token }, cmd: [token] },
      layers: contents.layers.map((layer) => ({
        ...layer,
        step: {
          createdBy: `RUN |1 TOKEN=${token} /bin/sh -c x`,
          instruction: 'RUN',
          text: token,
          args: [token],
        },
      })),
    }),
  );
  expect(JSON.stringify(await history.imageContents('b1'))).not.toContain(token.slice(4, 20));
});

it.each([
  ['contents', `UPDATE image_contents SET content = replace(content, '1000', '1001')`],
  ['a layer', `UPDATE layer_contents SET content = x'00' WHERE diff_id = 'sha256:app'`],
])('says that %s are damaged, shows the rest, and reads them anew', async (what, damage) => {
  await history.recordImage(imageRecord(), readImageExample());
  inFile((database) => database.exec(damage));
  const read = () => (what === 'contents' ? history.imageContents('b1') : history.imageLayers('b1'));
  await expect(read()).rejects.toMatchObject({ code: 'image.contents-damaged', params: { id: 'b1' } });
  expect((await history.get('b1')).image?.layers).toHaveLength(2);
  expect((await history.list({})).damaged).toEqual([]);
  await history.recordImage(imageRecord(), readImageExample());
  await expect(read()).resolves.toBeTruthy();
});

it('frees the layers and programs that no one has when builds are erased', async () => {
  await history.recordImage(imageRecord(), readImageExample({}, [program]));
  const other = imageContentsExample().layers.map((layer, i) =>
    i === 1 ? { ...layer, diffId: 'sha256:b' } : layer,
  );
  await history.recordImage(
    imageRecord(imageFactsExample({ ref: 'shop:2' })),
    readImageExample({ layers: other }),
  );
  await history.forget('b1');
  expect([count('layer_contents'), count('programs')]).toEqual([3, 1]);
  now = new Date('2027-01-29T12:00:00.000Z');
  await history.add(programRecord({ artifact: null }));
  expect([count('image_contents'), count('layer_contents'), count('programs')]).toEqual([1, 2, 0]);
  expect(await texts('b2')).toHaveLength(2);
});

it('keeps what was read when a backup is restored', async () => {
  await history.add(imageRecord());
  now = new Date('2026-11-30T12:00:00.000Z');
  // The first change of a day makes a backup.
  await history.recordImage(imageRecord(), readImageExample({}, [program]));
  await history.recordImage(imageRecord(imageFactsExample({ ref: 'shop:2' })), readImageExample());
  const [backup] = await history.backups();
  await history.restoreBackup(backup?.name ?? '');
  expect(await history.imageContents('b1')).toEqual(imageContentsExample());
  expect((await history.imageContents('b2'))?.layers).toHaveLength(2);
  expect(await texts('b2')).toHaveLength(2);
  expect([count('layer_contents'), count('image_programs'), count('programs')]).toEqual([2, 1, 1]);
  expect(inFile((database) => database.pragma('foreign_key_check'))).toEqual([]);
});

it('finds the build of an image by name, content and platform', async () => {
  await history.add(imageRecord());
  const { id, ref, platform } = imageFactsExample();
  const find = (change: object) => history.findImage({ id, ref, platform, ...change });
  expect(await find({})).toBe('b1');
  expect(await find({ project: '/home/me/shop' })).toBe('b1');
  for (const other of [
    { id: 'sha256:2' },
    { ref: 'shop:2' },
    { platform: 'linux/arm64' },
    { project: '/x' },
  ]) {
    expect(await find(other)).toBeNull();
  }
  await history.forget('b1');
  expect(await find({})).toBeNull();
});

it('restores an image that was forgotten when it is recorded again', async () => {
  await history.recordImage(imageRecord(), null);
  await history.annotate('b1', { name: 'release' });
  const undo = (await drain(history.forgetMany({ ids: ['b1'] }))).undo;
  expect(await history.recordImage(imageRecord(), readImageExample())).toEqual({ id: 'b1', already: true });
  await drain(history.restoreMany({ undo }));
  const { builds } = await history.list({});
  expect(builds.map(({ id, name }) => [id, name])).toEqual([['b1', 'release']]);
  expect((await history.imageContents('b1'))?.layers).toHaveLength(2);
});

it('shows the Go of its programs, and that of several', async () => {
  const [server] = imageContentsExample().programs;
  if (!server) throw new Error('the example has a program');
  const tool = { ...server, path: 'app/tool', goVersion: 'go1.24.9' };
  await history.recordImage(imageRecord(), readImageExample());
  await history.recordImage(
    imageRecord(imageFactsExample({ ref: 'shop:2' })),
    readImageExample({ programs: [server, tool] }),
  );
  await history.add(imageRecord(imageFactsExample({ ref: 'shop:3' })));
  const { rows } = await history.page({ order: { by: 'id', descending: false } });
  expect(rows.map(({ build, read }) => [build.goVersion, read?.goVersions])).toEqual([
    ['go1.26.1', ['go1.26.1']],
    [null, ['go1.24.9', 'go1.26.1']],
    [null, undefined],
  ]);
});

it('draws images of one series with what was read and how many layers are others', async () => {
  const layers = imageFactsExample().layers;
  const changed = layers.map((layer, i) => (i === 1 ? { ...layer, diffId: 'sha256:other' } : layer));
  await history.recordImage(imageRecord(), readImageExample());
  await history.add(imageRecord(imageFactsExample({ ref: 'shop:2', layers: changed })));
  await history.add(imageRecord(imageFactsExample({ ref: 'shop:3-fat' })));
  const { series } = await history.series({});
  expect(series.map(({ latest, count: builds }) => [latest.image?.ref, builds])).toEqual([
    ['shop:3-fat', 1],
    ['shop:2', 2],
  ]);
  const { points } = await history.trend({ series: series[1]?.series ?? 0, of: 'readFileBytes' });
  expect(points.map(({ image }) => image)).toEqual([
    { ref: 'shop:1', layers: 2, layerChanges: null, readFileBytes: 2000, readCompressedBytes: 1000 },
    { ref: 'shop:2', layers: 2, layerChanges: 2, readFileBytes: null, readCompressedBytes: null },
  ]);
});

const old = (change: object) => ({
  ...imageRecord(imageFactsExample(change)),
  startedAt: '2025-01-01T10:00:00.000Z',
});

it('counts the layers that only erased images have, and says what is not exported', async () => {
  const content = Buffer.alloc(1_000_000);
  const read = (id: string) => ({
    ...readImageExample(),
    layers: [
      { diffId: 'sha256:base', content },
      { diffId: id, content },
    ],
  });
  await history.recordImage(old({ ref: 'shop:1' }), read('sha256:a'));
  await history.recordImage(old({ ref: 'shop:2' }), read('sha256:b'));
  const plan = await history.planRetention({ rules: { keepDays: 30, thenOneA: 'month' } });
  // The newest of the series stays, and the layer of both with it.
  expect([plan.count, Math.round(plan.bytes / 1_000_000)]).toEqual([1, 1]);
  const path = join(home, 'out.jsonl');
  expect(await history.exportTo({ path })).toMatchObject({ builds: 2, withoutFiles: 2 });
  expect(await history.importFrom(path, undefined)).toEqual({ added: 0, known: 2 });
});
