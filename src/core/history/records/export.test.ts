import { readFileSync, writeFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { localSystem } from '#core/system';
import { imageRecord, programRecord } from '#testing/example-builds';
import { type History, openHistory } from '../history.ts';

let folder: string;
let from: History;
let to: History;
let file: string;

const open = (name: string) => openHistory({ ...localSystem(), env: { BURROW_HOME: join(folder, name) } });

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'burrow-export-'));
  file = join(folder, 'builds.jsonl');
  from = await open('from');
  to = await open('to');
  await from.add(programRecord({ name: 'first', note: 'token=s3cr3t-value-of-a-token', pinned: true }));
  await from.add(programRecord({ status: 'failed', artifact: null, logTail: 'undefined: x' }));
  await from.add(programRecord({ startedAt: '2026-11-08T10:00:00.000Z' }));
  await from.add(imageRecord());
  await from.forget((await from.add(programRecord({ subject: './gone' }))).id);
});
afterEach(async () => {
  await from.close();
  await to.close();
  await rm(folder, { recursive: true });
});

it('brings every build with all that is known of it into another history, once', async () => {
  expect(await from.exportTo({ path: file })).toEqual({ path: file, builds: 4, withoutFiles: 0 });
  const programs = readFileSync(file, 'utf8').match(/"type":"program"/g);
  expect(programs).toHaveLength(1);
  await to.add(programRecord({ subject: './other' }));
  expect(await to.importFrom(file, undefined)).toEqual({ added: 4, known: 0 });
  for (const n of [1, 2, 3, 4]) {
    const { id: _a, ...imported } = await to.get(`b${n + 1}`);
    const { id: _b, ...exported } = await from.get(`b${n}`);
    expect(imported).toEqual(exported);
  }
  expect(await to.importFrom(file, undefined)).toEqual({ added: 0, known: 4 });
  expect(await from.importFrom(file, undefined)).toEqual({ added: 0, known: 4 });
  expect((await to.projects()).map(({ path }) => path)).toEqual(['/home/me/shop']);
});

it('exports what a filter asks for, and replaces no file', async () => {
  expect(await from.exportTo({ path: file, filter: { kind: 'image' } })).toMatchObject({ builds: 1 });
  await expect(from.exportTo({ path: file })).rejects.toMatchObject({ code: 'file.exists' });
  expect(await from.exportTo({ path: file, replace: true })).toMatchObject({ builds: 4 });
});

it('takes ~ for the home folder, as people type it', async () => {
  const system = { ...localSystem(), home: folder, env: { BURROW_HOME: join(folder, 'from') } };
  const atHome = await openHistory(system);
  expect(await atHome.exportTo({ path: '~/builds.jsonl' })).toEqual({
    path: file,
    builds: 4,
    withoutFiles: 0,
  });
  expect(await atHome.importFrom('~/builds.jsonl', undefined)).toEqual({ added: 0, known: 4 });
  await atHome.close();
});

it('keeps no secret', async () => {
  await from.exportTo({ path: file });
  expect(readFileSync(file, 'utf8')).not.toContain('s3cr3t');
});

const head = '{"burrow":"history","version":1}';
it.each([
  ['nothing', '', 1, 'no-export', ''],
  ['another file', '{"a":1}', 1, 'no-export', ''],
  ['no JSON', `${head}\n\n{`, 3, 'not-json', ''],
  ['another version', '{"burrow":"history","version":2}', 1, 'other-version', '2'],
  ['another record', `${head}\n{"type":"x"}`, 2, 'wrong-value', 'type'],
  [
    'a program without a size',
    `${head}\n{"type":"program","sha256":"${'a'.repeat(64)}"}`,
    2,
    'wrong-value',
    'mainPackage',
  ],
  ['a long build', `${head}\n{"type":"build","x":"${'x'.repeat(33_000_000)}"}`, 2, 'too-long', ''],
])('refuses %s, names the line, and changes nothing', async (_, text, line, reason, detail) => {
  writeFileSync(file, text);
  await expect(to.importFrom(file, undefined)).rejects.toMatchObject({
    code: 'import.refused',
    params: { path: file, line, reason, detail },
  });
  expect((await to.list({})).total).toBe(0);
});

const hash = 'a'.repeat(64);
it.each([
  ['artifact.sha256', { artifact: { path: '/bin/x', bytes: 1, sha256: 'zz' } }],
  ['artifact.bytes', { artifact: { path: '/bin/x', bytes: -1, sha256: hash } }],
  // Its program says another size.
  ['artifact.bytes', { artifact: { ...programRecord().artifact, bytes: 1 } }],
  ['durationMs', { durationMs: -1 }],
  ['durationMs', { durationMs: 1e300 }],
  ['name', { name: 'x'.repeat(201) }],
])(
  'refuses a build with an impossible %s at the end of a file, and changes nothing',
  async (detail, change) => {
    await from.exportTo({ path: file });
    const lines = readFileSync(file, 'utf8').trimEnd();
    const build: object = JSON.parse(
      lines.split('\n').findLast((line) => line.includes('"artifact":{')) ?? '',
    );
    writeFileSync(file, `${lines}\n${JSON.stringify({ ...build, ...change })}`);
    await expect(to.importFrom(file, undefined)).rejects.toMatchObject({
      code: 'import.refused',
      params: { line: 7, reason: 'wrong-value', detail },
    });
    expect((await to.list({})).total).toBe(0);
  },
);

it('writes nothing of a file of which the last line is wrong', async () => {
  await from.exportTo({ path: file });
  const lines = readFileSync(file, 'utf8').trimEnd();
  writeFileSync(file, `${lines}\n${lines.split('\n').at(-1)?.replace('"kind":"image"', '"kind":"imagf"')}`);
  await expect(to.importFrom(file, undefined)).rejects.toMatchObject({
    params: { line: 7, reason: 'wrong-value', detail: 'kind' },
  });
  expect((await to.list({})).total).toBe(0);
});
