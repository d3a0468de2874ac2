import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { type History, noFacts, openHistory } from '#core/history';
import { localSystem } from '#core/system';
import { imageRecord, programRecord } from '#testing/example-builds';
import { imageContentsExample, readImageExample } from '#testing/example-image';
import { imageProgramName } from './image-program.ts';
import { namedInHistory } from './named-build.ts';

let home: string;
let history: History;

beforeEach(async () => {
  home = await mkdtemp(join(tmpdir(), 'burrow-image-program-'));
  history = await openHistory({ ...localSystem(), env: { BURROW_HOME: home } });
});
afterEach(async () => {
  await history.close();
  await rm(home, { recursive: true });
});

const [example] = imageContentsExample().programs;
const sha256 = example?.sha256 ?? '';
const name = `b1:/${example?.path}`;
const analysis = {
  ...noFacts,
  mainModule: 'example.com/shop',
  mainPackage: 'example.com/shop/cmd/server',
  goVersion: 'go1.26.1',
  target: 'linux/amd64',
  stripped: false,
  buckets: [{ name: 'code' as const, bytes: 1000 }],
  analysis: 3,
};

it('is a build with what the history knows of the program', async () => {
  await history.recordImage(imageRecord(), readImageExample({}, [{ sha256, bytes: 1000, analysis }]));
  expect(await namedInHistory(history, name)).toMatchObject({
    id: name,
    kind: 'program',
    subject: './cmd/server',
    goVersion: 'go1.26.1',
    artifact: { path: `/${example?.path}`, bytes: 1000, sha256 },
    buckets: [{ name: 'code', bytes: 1000 }],
  });
  await expect(namedInHistory(history, 'b1:/bin/nothing')).rejects.toMatchObject({
    code: 'image.no-program',
  });
  await expect(namedInHistory(history, 'b9:/bin/x')).rejects.toMatchObject({ code: 'build.unknown' });
});

it('is the build of the same file where its content was not read', async () => {
  await history.recordImage(imageRecord(), readImageExample());
  await expect(namedInHistory(history, name)).rejects.toMatchObject({ code: 'image.program-unread' });
  await history.add(programRecord({ artifact: { path: '/x', bytes: 1000, sha256 } }));
  expect((await namedInHistory(history, name)).artifact?.sha256).toBe(sha256);
});

it.each([
  ['b12:/usr/bin/server', { image: 'b12', path: 'usr/bin/server' }],
  ['12:/x', { image: 'b12', path: 'x' }],
  ['b12', null],
  ['/b1:/x', null],
  ['C:/x', null],
])('%s', (text, expected) => expect(imageProgramName(text)).toEqual(expected));
