import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { drain } from '#contract/streams';
import { type History, openHistory } from '#core/history';
import { localSystem, type System } from '#core/system';
import { archiveOf, ociFiles } from '#testing/image-archives';
import { rawTar } from '#testing/raw-archives';
import { type CheckImageRequest, checkImage } from './check-image.ts';

let dir: string;
let system: System;
let history: History;

beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), 'burrow-check-image-'));
  system = { ...localSystem(), cwd: dir, env: { BURROW_HOME: join(dir, 'home') } };
  history = await openHistory(system);
  const layers = [rawTar([{ path: 'server', content: Buffer.alloc(5000) }])];
  await writeFile(join(dir, 'shop.tar'), archiveOf(ociFiles([{ names: ['shop:1'], layers }])));
});
afterEach(async () => {
  await history.close();
  await rm(dir, { recursive: true });
});

const check = (request: Partial<CheckImageRequest> = {}) =>
  drain(checkImage(system, history, { source: './shop.tar', dir, ...request }));
const codes = async (request?: Partial<CheckImageRequest>) =>
  (await check(request)).findings.map(({ reason }) => reason.code);

it('checks the entries for an image, and the given limits', async () => {
  const file = join(dir, 'burrow.toml');
  await writeFile(
    file,
    '[[image]]\nname = "shop"\nmax-size = 4999\n\n[[image]]\nname = "other*"\nmax-size = 1\n',
  );
  expect(await check()).toMatchObject({
    image: { id: null, ref: 'shop:1', platform: 'linux/amd64' },
    file,
    limits: 1,
    findings: [
      { severity: 'error', reason: { code: 'image-budget.too-large' }, evidence: [{ file, line: 1 }, {}] },
    ],
  });
  expect(await codes({ limits: { maxSize: '5 kB', root: false } })).toEqual([
    'image-budget.root',
    'image-budget.too-large',
  ]);
});

it('says that there is nothing to check it against', async () => {
  await expect(check()).rejects.toMatchObject({ code: 'image-budget.nothing', params: { file: null } });
  const file = join(dir, 'burrow.toml');
  await writeFile(file, '[[image]]\nname = "other"\nroot = false\n');
  await expect(check()).rejects.toMatchObject({
    code: 'image-budget.nothing',
    params: { image: 'shop:1', file },
  });
  expect(await codes({ limits: { maxSize: '5 kB' } })).toEqual([]);
});

it.each([
  [{ maxSize: 'large' }, 'max-size'],
  [{ measure: 'tar' }, 'measure'],
  [{ maxWaste: '-1' }, 'max-waste'],
])('refuses %j, and names the option', async (limits, option) => {
  await expect(check({ limits })).rejects.toMatchObject({
    code: 'image-budget.option-invalid',
    params: { option },
  });
});
