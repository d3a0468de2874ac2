import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { drain } from '#contract/streams';
import { type History, openHistory } from '#core/history';
import { localSystem, type System } from '#core/system';
import { archiveOf, legacyFiles, ociFiles, shopImage as image } from '#testing/image-archives';
import { imageFactsExample, imageRecord } from '#testing/example-builds';
import { keptEntries } from './kept.ts';
import { lookAtImage } from './look-at-image.ts';
import { recordImage } from './record.ts';

let folder: string;
let system: System;
let history: History;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'burrow-record-image-'));
  system = { ...localSystem(), cwd: folder, env: { BURROW_HOME: join(folder, 'home') } };
  history = await openHistory(system);
});
afterEach(async () => {
  await history.close();
  await rm(folder, { recursive: true });
});

const saved = (name: string, files: Parameters<typeof archiveOf>[0]) =>
  writeFile(join(folder, name), archiveOf(files));
const withoutEngine = () => {
  system = { ...system, env: { ...system.env, DOCKER_HOST: `unix://${join(folder, 'none.sock')}` } };
};
const record = (source: string, project?: string) => drain(recordImage(system, history, { source, project }));
const look = (source: string, platform?: string) =>
  drain(lookAtImage(system, history, { source, platform, read: true }));

it('records what is in an archive, and the same image once', async () => {
  await saved('one.tar', ociFiles([image('1', 'one')]));
  await saved('two.tar', ociFiles([image('2', 'two!')]));
  expect(await record('./one.tar')).toEqual({ id: 'b1', already: false });
  expect(await record('one.tar')).toEqual({ id: 'b1', already: true });
  expect(await record('./two.tar')).toEqual({ id: 'b2', already: false });
  const { subject, image: facts } = await history.get('b2');
  expect([subject, facts?.ref, facts?.engine.name]).toEqual(['shop', 'shop:2', 'archive']);
  expect((await history.imageContents('b2'))?.sizes.fileBytes).toBe(8);
  const layers = await keptEntries(history, 'b2');
  expect(layers.map(({ paths, bytes }) => [paths, bytes])).toEqual([
    [['etc/base'], [4]],
    [['app/server'], [4]],
  ]);
  const { rows } = await history.page({});
  expect(rows.map(({ build, before }) => [build.id, before?.id])).toEqual([
    ['b2', 'b1'],
    ['b1', undefined],
  ]);
});

it('shows what was recorded of an image where no engine has it', async () => {
  withoutEngine();
  await history.add(imageRecord());
  const { recorded, contents, missing } = await look('b1');
  expect([recorded, contents, missing]).toEqual([true, null, null]);
});

it('shows the newest record of a name, and why, only for the platform that was asked for', async () => {
  withoutEngine();
  await history.add(imageRecord(imageFactsExample({ ref: 'shop:latest' })));
  for (const platform of [undefined, 'linux/amd64']) {
    const { build, missing } = await look('shop', platform);
    expect([build.id, missing?.code]).toEqual(['b1', 'engine.not-running']);
  }
  await expect(look('shop', 'linux/arm64')).rejects.toMatchObject({ code: 'engine.not-running' });
  await expect(look('b1', 'linux/arm64')).rejects.toMatchObject({
    code: 'image.no-such-platform',
    params: { platforms: ['linux/amd64'] },
  });
});

it('records an image once, though two ask at once', async () => {
  await saved('one.tar', ociFiles([image('1', 'one')]));
  const both = await Promise.all([record('./one.tar'), record('./one.tar')]);
  expect(both.toSorted((x, y) => Number(x.already) - Number(y.already))).toEqual([
    { id: 'b1', already: false },
    { id: 'b1', already: true },
  ]);
});

it('records one for another project anew, and one of several images by its name', async () => {
  await saved('both.tar', legacyFiles(image('1', 'one'), image('2', 'two')));
  await expect(record('./both.tar')).rejects.toMatchObject({ code: 'image.several' });
  expect(await record('./both.tar#shop:2')).toEqual({ id: 'b1', already: false });
  expect(await record('./both.tar#shop:2', folder)).toEqual({ id: 'b2', already: false });
  expect(await record('./both.tar#shop:2', folder)).toEqual({ id: 'b2', already: true });
  expect((await history.get('b1')).image?.ref).toBe('shop:2');
});

it('opens a record as it was recorded, and an archive as it is', async () => {
  await saved('one.tar', ociFiles([image('1', 'one')]));
  await record('./one.tar');
  const [kept, read] = [await look('b1'), await look('./one.tar')];
  expect([kept.recorded, read.recorded]).toEqual([true, false]);
  expect(kept.contents).toEqual(read.contents);
  expect(kept.build.image).toEqual(read.build.image);
  await expect(record('b1')).rejects.toMatchObject({ code: 'image.is-recorded' });
  await expect(look('b7')).rejects.toMatchObject({ code: 'build.unknown' });
});
