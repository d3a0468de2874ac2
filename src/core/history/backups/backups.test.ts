import { chmodSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { localSystem, type System } from '#core/system';
import { imageRecord, programRecord } from '#testing/example-builds';
import { withFirstSchema } from '#testing/older-history';
import { type History, openHistory } from '../history.ts';

let home: string;
let system: System;
let history: History;
let clock: number;
const day = 24 * 60 * 60 * 1000;

beforeEach(async () => {
  home = await mkdtemp(join(tmpdir(), 'burrow-backups-'));
  clock = Date.parse('2026-11-07T12:00:00Z');
  system = { ...localSystem(), env: { BURROW_HOME: home }, now: () => new Date((clock += 1000)) };
  history = await openHistory(system);
});

afterEach(async () => {
  await history.close();
  await rm(home, { recursive: true });
});

const files = () => readdirSync(join(home, 'backups')).toSorted();
const ids = async () => (await history.list({})).builds.map(({ id }) => id);
const damage = (sql: string) => {
  const database = new Database(join(home, 'history.db'));
  database.exec(sql);
  database.close();
};

describe('the daily backup', () => {
  it('is made before the first change of a day, for the owner alone', async () => {
    await history.add(programRecord());
    expect(files()).toEqual([]); // there was nothing yet
    clock += day;
    await history.list({});
    expect(files()).toEqual([]); // nothing changed
    await history.add(programRecord());
    await history.add(programRecord());
    expect(files()).toHaveLength(1);
    expect(statSync(join(home, 'backups', files()[0] ?? '')).mode & 0o777).toBe(0o600);
    clock += day;
    await history.touchProject('/home/me/other');
    expect((await history.backups()).map(({ content, sound }) => [content?.builds, sound])).toEqual([
      [3, true],
      [1, true],
    ]);
  });

  it('keeps the last seven, and the last sound one', async () => {
    await history.add(programRecord());
    for (let n = 0; n < 9; n++) {
      clock += day;
      await history.add(programRecord());
    }
    expect((await history.backups()).map(({ content }) => content?.builds)).toEqual([9, 8, 7, 6, 5, 4, 3]);
    damage(`UPDATE builds SET subject = 'x' WHERE id = 1`);
    for (let n = 0; n < 9; n++) {
      clock += day;
      await history.add(programRecord());
    }
    const kept = await history.backups();
    expect(kept.map(({ sound }) => sound)).toEqual([...Array.from({ length: 7 }, () => false), true]);
    expect(kept.at(-1)?.content?.builds).toBe(9);
  });

  it('does not stop a change if it cannot be made', async () => {
    await history.add(programRecord());
    clock += day;
    await rm(join(home, 'backups'), { recursive: true });
    writeFileSync(join(home, 'backups'), '');
    await history.add(programRecord());
    expect(await ids()).toEqual(['b2', 'b1']);
    expect(history.notices).toHaveLength(1);
  });

  it('removes what a killed one left', async () => {
    await history.add(programRecord());
    clock += day;
    for (const name of ['history-20261101T000000Z.db.part', 'history-20261101T000000Z.db.part-journal']) {
      writeFileSync(join(home, 'backups', name), 'half');
    }
    writeFileSync(join(home, 'backups/mine.db'), 'something else');
    await history.add(programRecord());
    expect(files()).toEqual([expect.stringMatching(/^history-20261108T\d{6}Z\.db$/), 'mine.db']);
  });
});

describe('restoring', () => {
  let before: string;

  beforeEach(async () => {
    await history.add(programRecord({ subject: './one' }));
    await history.add(imageRecord());
    await history.forget((await history.add(programRecord({ subject: './gone' }))).id);
    clock += day;
    await history.add(programRecord({ subject: './four' }));
    before = files()[0] ?? '';
  });

  it('brings damaged builds back, and keeps newer ones and the projects', async () => {
    await history.touchProject('/home/me/new');
    damage(`UPDATE builds SET flags = '[' WHERE id = 1; DELETE FROM builds WHERE id = 2`);
    expect((await history.list({})).damaged).toEqual(['b1', 'b2']);
    const { keptAs, kept, restored } = await history.restoreBackup(before);
    expect(restored).toBe(before);
    expect(kept).toBe(1);
    const listed = await history.list({});
    expect(listed.damaged).toEqual([]);
    expect(listed.builds.map(({ id, subject }) => [id, subject])).toEqual([
      ['b4', './four'],
      ['b2', 'shop'],
      ['b1', './one'],
    ]);
    expect((await history.get('b4')).packages).toHaveLength(2);
    expect((await history.projects()).map(({ path }) => path)).toEqual(['/home/me/new', '/home/me/shop']);
    expect((await history.backups()).map(({ name, sound }) => [name, sound])).toEqual([
      [keptAs, false],
      [before, true],
    ]);
    // A number is never used again.
    expect((await history.add(programRecord())).id).toBe('b5');
  });

  it('is undone by restoring the copy that it made', async () => {
    await history.restoreBackup(before);
    await history.add(programRecord({ subject: './five' }));
    const [copy] = await history.backups();
    await history.forget('b1');
    await history.restoreBackup(copy?.name ?? '');
    expect(await ids()).toEqual(['b5', 'b4', 'b2', 'b1']);
  });

  it('works after the file was lost or is beyond reading', async () => {
    await history.close();
    writeFileSync(join(home, 'history.db'), '');
    history = await openHistory(system);
    expect(history.notices).toEqual([expect.objectContaining({ code: 'history.emptied' })]);
    const listed = await history.list({});
    expect([listed.builds, listed.damaged]).toEqual([[], ['b1', 'b2', 'b3']]);
    expect((await history.add(programRecord({ subject: './later' }))).id).toBe('b4');
    await history.restoreBackup(before);
    expect(await ids()).toEqual(['b4', 'b2', 'b1']);
  });

  it('shows the restored builds to a process that has the history open', async () => {
    const other = await openHistory(system);
    damage(`UPDATE builds SET flags = '[' WHERE id = 1`);
    await history.restoreBackup(before);
    expect((await other.list({})).builds).toHaveLength(3);
    await other.close();
  });

  it('migrates an older backup', async () => {
    const file = join(home, 'backups', before);
    const old = new Database(file);
    withFirstSchema(old);
    old.close();
    await history.restoreBackup(before);
    expect(await ids()).toEqual(['b4', 'b2', 'b1']);
  });

  it.each(['nothing.db', '../history.db', ''])('refuses %j, which is no backup', async (name) => {
    await expect(history.restoreBackup(name)).rejects.toMatchObject({ code: 'backup.unknown' });
  });

  it('changes nothing if the backup is damaged', async () => {
    const file = join(home, 'backups', before);
    const bytes = readFileSync(file);
    writeFileSync(file, bytes.fill(0xff, 4096, 4096 * 3));
    await expect(history.restoreBackup(before)).rejects.toMatchObject({ code: 'backup.unreadable' });
    expect(await ids()).toEqual(['b4', 'b2', 'b1']);
    writeFileSync(file, 'no database');
    expect((await history.backups()).find(({ name }) => name === before)?.content).toBe(null);
    await expect(history.restoreBackup(before)).rejects.toMatchObject({ code: 'backup.unreadable' });
  });

  it('leaves a folder with the name of a backup alone', async () => {
    mkdirSync(join(home, 'backups/history-20261101T000000Z.db'));
    expect(await history.backups()).toHaveLength(1);
  });
});

it('is read, and not written, from a file that may only be read', async (ctx) => {
  if (process.getuid?.() === 0) ctx.skip('root may write everything');
  await history.add(programRecord());
  await history.close();
  chmodSync(join(home, 'history.db'), 0o400);
  history = await openHistory(system);
  expect(await ids()).toEqual(['b1']);
  await expect(history.add(programRecord())).rejects.toMatchObject({ code: 'file.no-permission' });
  expect(readdirSync(home).filter((name) => name.startsWith('history'))).toEqual(['history.db']);
  await history.close();
  chmodSync(join(home, 'history.db'), 0o600);
  history = await openHistory(system);
  expect((await history.add(programRecord())).id).toBe('b2');
});
