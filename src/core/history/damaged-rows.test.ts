import { readFileSync, writeFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { localSystem, type System } from '#core/system';
import { imageRecord, programRecord } from '#testing/example-builds';
import { type History, openHistory } from './history.ts';

let home: string;
let system: System;
let history: History;

beforeEach(async () => {
  home = await mkdtemp(join(tmpdir(), 'burrow-rows-'));
  let clock = Date.parse('2026-11-07T12:00:00Z');
  system = { ...localSystem(), env: { BURROW_HOME: home }, now: () => new Date((clock += 1000)) };
  history = await openHistory(system);
  for (const subject of ['./one', './two', './three']) await history.add(programRecord({ subject }));
  await history.add(imageRecord());
});

afterEach(async () => {
  await history.close();
  await rm(home, { recursive: true });
});

function change(sql: string): void {
  const database = new Database(join(home, 'history.db'));
  database.pragma('foreign_keys = OFF');
  database.exec(sql);
  database.close();
}

it.each([
  ['flags that are no JSON', `UPDATE builds SET flags = '[' WHERE id = 2`, ['b2']],
  ['another size', `UPDATE programs SET artifact_bytes = 1`, ['b1', 'b2', 'b3']],
  ['another text', `UPDATE builds SET subject = './other' WHERE id = 2`, ['b2']],
  ['another module', `UPDATE builds SET main_module = 'example.com/x' WHERE id = 2`, ['b2']],
  ['stripped', `UPDATE builds SET stripped = 1 WHERE id = 2`, ['b2']],
  [
    'another time of its file',
    `UPDATE builds SET built_at = '2026-01-01T00:00:00.000Z' WHERE id = 2`,
    ['b2'],
  ],
  ['another time', `UPDATE builds SET started_at = 'yesterday' WHERE id = 2`, ['b2']],
  ['another project', `UPDATE projects SET path = '/home/me/shoq'`, ['b1', 'b2', 'b3', 'b4']],
  ['forgotten by damage', `UPDATE builds SET forgotten_at = 'x' WHERE id = 2`, ['b2']],
  [
    'two rows swapped',
    `UPDATE builds SET id = 9 WHERE id = 1; UPDATE builds SET id = 1 WHERE id = 2;
    UPDATE builds SET id = 2 WHERE id = 9`,
    ['b1', 'b2'],
  ],
  ['a deleted row', `DELETE FROM builds WHERE id = 2`, ['b2']],
  ['the last row deleted', `DELETE FROM builds WHERE id = 4`, ['b4']],
  ['a layer that is gone', `DELETE FROM image_layers WHERE position = 0`, ['b4']],
  ['the step of a layer', `UPDATE layers SET created_by = 'RUN other'`, ['b4']],
])('%s: the build is left out and said, the others are shown', async (_, sql, damaged) => {
  change(sql);
  const listed = await history.list({});
  expect(listed.damaged).toEqual(damaged);
  const sound = ['b4', 'b3', 'b2', 'b1'].filter((id) => !damaged.includes(id));
  expect(listed.builds.map(({ id }) => id)).toEqual(sound);
  expect(listed.total).toBe(sound.length);
  for (const id of damaged) {
    await expect(history.get(id)).rejects.toMatchObject({ code: 'build.damaged', params: { id } });
  }
});

it.each([
  ['a package', `UPDATE program_packages SET code_bytes = 7`],
  ['a package that is gone', `DELETE FROM program_packages WHERE functions = 3`],
  ['a part of a package', `UPDATE program_packages SET parts = '[]'`],
  ['what is inlined into a package', `UPDATE program_packages SET inlined_in = 1`],
  ['the facts', `UPDATE programs SET facts = '{}'`],
  ['the number of the reader', `UPDATE programs SET analysis = 9`],
  ['a section', `UPDATE program_sections SET name = '.txt' WHERE position = 0`],
  ['a bucket that there is not', `UPDATE program_buckets SET name = 'codf'`],
  ['a module', `UPDATE modules SET version = 'v9.9.9' WHERE path = 'example.com/a'`],
])('%s of a program: its builds are listed, and their details are said to be damaged', async (_, sql) => {
  change(sql);
  expect((await history.list({})).damaged).toEqual([]);
  await expect(history.get('b1')).rejects.toMatchObject({ code: 'build.damaged' });
  // The same program, recorded again, brings the facts back.
  await history.add(programRecord());
  expect((await history.get('b1')).packages).toHaveLength(2);
});

it('a damaged project is left out and counted', async () => {
  await history.touchProject('/home/me/empty');
  change(`UPDATE projects SET last_used_at = 'x' WHERE path = '/home/me/empty'`);
  expect((await history.projects()).map(({ path }) => path)).toEqual(['/home/me/shop']);
  expect((await history.list({})).damagedProjects).toBe(1);
});

it('a build that was written is returned, whatever else is damaged', async () => {
  change(`UPDATE builds SET flags = '['; UPDATE projects SET listed = 0`);
  expect((await history.add(programRecord({ subject: './new' }))).id).toBe('b5');
  expect((await history.list({})).builds.map(({ id }) => id)).toEqual(['b5']);
});

it('damage that is met during use is repaired, and the work goes on', async () => {
  for (let n = 0; n < 300; n++)
    await history.add(programRecord({ subject: `./${n}`, logTail: 'x'.repeat(400) }));
  await history.close();
  history = await openHistory(system);
  change('PRAGMA wal_checkpoint(TRUNCATE)');
  const file = join(home, 'history.db');
  const bytes = readFileSync(file);
  const middle = Math.floor(bytes.length / 4096 / 2) * 4096;
  writeFileSync(file, bytes.fill(0xff, middle, middle + 4096 * 8));
  const listed = await history.list({});
  expect(listed.builds.length + listed.damaged.length).toBe(304);
  expect(listed.damaged.length).toBeGreaterThan(0);
  expect(history.notices).toEqual([expect.objectContaining({ code: 'history.damaged' })]);
  expect((await history.add(programRecord())).id).toBe('b305');
});

it('while another process has the file open, a damaged index is not used', async () => {
  await history.close();
  const file = join(home, 'history.db');
  const reader = new Database(file);
  const root = reader
    .prepare(`SELECT rootpage FROM sqlite_schema WHERE name = 'builds_by_time'`)
    .pluck()
    .get();
  reader.close();
  const bytes = readFileSync(file);
  // The index has the number of a build that does not exist.
  const page = 4096 * (Number(root) - 1);
  const at = bytes.indexOf('2026-11-07T10:00:00.000Z', page) + 24;
  bytes[at] = 77;
  writeFileSync(file, bytes);
  const other = new Database(file);
  other.prepare('SELECT count(*) FROM builds NOT INDEXED').get();
  history = await openHistory(system);
  expect((await history.list({})).builds.map(({ id }) => id)).toEqual(['b4', 'b3', 'b2', 'b1']);
  expect((await history.list({ project: '/home/me/shop' })).total).toBe(4);
  other.close();
  await history.close();
  history = await openHistory(system);
  expect((await history.list({})).total).toBe(4);
});
