import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { drain } from '#contract/streams';
import { verdictSentence } from '#contract/words/verdict';
import { type History, openHistory } from '#core/history';
import { lookAtImage, recordImage } from '#core/images';
import { localSystem, type System } from '#core/system';
import { archiveOf, legacyFiles, ociFiles, shopImage as image } from '#testing/image-archives';
import { compareSeen } from './compare-seen.ts';

let folder: string;
let system: System;
let history: History;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'burrow-compare-images-'));
  // No engine answers there.
  const env = { BURROW_HOME: join(folder, 'home'), HOME: folder, DOCKER_HOST: `unix://${folder}/none.sock` };
  system = { ...localSystem(), cwd: folder, env };
  history = await openHistory(system);
  await saved('one.tar', ociFiles([image('1', 'one')]));
  await saved('two.tar', ociFiles([image('2', 'two two')]));
  await saved('old.tar', legacyFiles(image('1', 'one')));
});
afterEach(async () => {
  await history.close();
  await rm(folder, { recursive: true });
});

const saved = (name: string, files: Parameters<typeof archiveOf>[0]) =>
  writeFile(join(folder, name), archiveOf(files));
const look = (source: string, read = false) => drain(lookAtImage(system, history, { source, read }));
const compared = async (a: string, b: string) => {
  const comparison = await compareSeen(await look(a), await look(b));
  const files = comparison.images?.files?.rows.map(({ path, how }) => `${how} ${path}`);
  return { files, sentence: verdictSentence(comparison, 'en'), measure: comparison.measure };
};

it('compares archives, records and names of records, in any mix', async () => {
  await drain(recordImage(system, history, { source: './one.tar' }));
  await drain(recordImage(system, history, { source: './two.tar' }));
  const changed = ['changed /app/server'];
  const pairs = [
    ['./one.tar', './two.tar'],
    ['b1', 'b2'],
    ['shop:1', 'shop:2'],
    ['b1', './two.tar'],
    ['shop:1', 'two.tar'],
  ] as const;
  for (const [a, b] of pairs) {
    const { files, sentence } = await compared(a, b);
    expect([a, b, files]).toEqual([a, b, changed]);
    expect(sentence).toContain('/app/server +4 B');
  }
});

it('compares archives of two kinds by what both have', async () => {
  const { files, sentence } = await compared('./old.tar', './one.tar');
  expect([files, sentence]).toEqual([[], 'Both are the same image']);
  expect((await compared('./old.tar', './two.tar')).measure).toBe('fileBytes');
});

it('says what is wrong with a name', async () => {
  await expect(look('shop:9')).rejects.toMatchObject({ code: 'engine.not-running' });
  await expect(look('./none.tar')).rejects.toMatchObject({ code: 'file.not-found' });
  await expect(look('b7')).rejects.toMatchObject({ code: 'image.unknown-record' });
  await expect(look('Not/An/Image!')).rejects.toMatchObject({ code: 'image.ref-invalid' });
});
