import { mkdirSync, writeFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { localSystem, type System } from '#core/system';
import { namedImage } from './source.ts';

let cwd: string;
let system: System;

beforeAll(async () => {
  cwd = await mkdtemp(join(tmpdir(), 'burrow-source-'));
  system = { ...localSystem(), cwd, home: cwd };
  mkdirSync(join(cwd, 'layout'));
  writeFileSync(join(cwd, 'layout/oci-layout'), '{}');
  mkdirSync(join(cwd, 'shop'));
  for (const name of ['shop.tar', 'a#b.tar']) writeFileSync(join(cwd, name), '');
  writeFileSync(join(cwd, 'program'), 'ELF');
  writeFileSync(join(cwd, 'saved'), gzipSync('x'));
});
afterAll(() => rm(cwd, { recursive: true }));

it.each<[string, object]>([
  ['b12', { kind: 'record', id: 'b12' }],
  [' B12 ', { kind: 'record', id: 'b12' }],
  ['b12:latest', { kind: 'engine', ref: 'b12:latest' }],
  ['shop:1', { kind: 'engine', ref: 'shop:1' }],
  ['localhost:5000/shop@sha256:0', { kind: 'engine', ref: 'localhost:5000/shop@sha256:0' }],
  // A folder without an image, and a file that is no archive.
  ['shop', { kind: 'engine', ref: 'shop' }],
  ['program', { kind: 'engine', ref: 'program' }],
  ['shop.tar', { kind: 'archive', path: 'shop.tar' }],
  ['./shop.tar', { kind: 'archive', path: 'shop.tar' }],
  ['~/shop.tar', { kind: 'archive', path: 'shop.tar' }],
  ['nothing.tar', { kind: 'archive', path: 'nothing.tar' }],
  ['sub/nothing.tar.gz', { kind: 'archive', path: 'sub/nothing.tar.gz' }],
  ['shop.tar#shop:1', { kind: 'archive', path: 'shop.tar', image: 'shop:1' }],
  ['layout#shop:1', { kind: 'folder', path: 'layout', image: 'shop:1' }],
  ['a#b.tar', { kind: 'archive', path: 'a#b.tar' }],
  ['./nothing.tar', { kind: 'archive', path: 'nothing.tar' }],
  ['./layout', { kind: 'folder', path: 'layout' }],
  ['./layout#shop:1', { kind: 'folder', path: 'layout', image: 'shop:1' }],
  ['./a#b.tar', { kind: 'archive', path: 'a#b.tar' }],
  ['./a#b.tar#shop:2', { kind: 'archive', path: 'a#b.tar', image: 'shop:2' }],
])('%s', async (text, expected) => {
  const found = await namedImage(system, text);
  expect('path' in found ? { ...found, path: found.path.slice(cwd.length + 1) } : found).toEqual(expected);
});

it.each([
  ['layout', 'folder'],
  ['saved', 'file'],
])('says that %s may be two images', async (name, what) => {
  await expect(namedImage(system, name)).rejects.toMatchObject({
    code: 'image.source-ambiguous',
    params: { name, what },
  });
});
