import Database from 'better-sqlite3';
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { openHistory } from '#core/history';
import { localSystem } from '#core/system';
import { CommandLine } from '#testing/command-line';
import { programRecord } from '#testing/example-builds';

let burrow: CommandLine;

beforeEach(async () => {
  burrow = await CommandLine.make();
  for (const daysAgo of [2, 0]) {
    const now = () => new Date(Date.now() - daysAgo * 86_400_000);
    const history = await openHistory({ ...localSystem(), env: { BURROW_HOME: burrow.home }, now });
    for (let n = 0; n < 3; n++) await history.add(programRecord({ subject: `./cmd/${n}` }));
    await history.close();
  }
});
afterEach(() => burrow[Symbol.asyncDispose]());

const file = () => join(burrow.home, 'history.db');

function change(sql: string): void {
  const database = new Database(file());
  database.exec(sql);
  database.close();
}

it('shows the rest of a history with damaged rows, and names them', async () => {
  change(`UPDATE builds SET flags = '[' WHERE id IN (1, 2, 5)`);
  const { exitCode, stdout, stderr } = await burrow.run(['history']);
  expect([exitCode, stderr]).toEqual([0, '']);
  expect(stdout).toMatch(/b6 .*\n.*b4 .*\n.*b3 /);
  expect(stdout).toContain(
    '3 builds are damaged and cannot be shown: b1–b2, b5. `burrow history restore` lists the backups.',
  );
  expect((await burrow.json(['history'])).document).toMatchObject({
    total: 3,
    damaged: ['b1', 'b2', 'b5'],
    damagedProjects: 0,
  });
  expect((await burrow.run(['history', '--lang=zh-CN'])).stdout).toContain('有 3 个构建已损坏');
  const compared = await burrow.json(['compare', 'b1', 'b6']);
  expect(compared).toMatchObject({ exitCode: 1, document: { error: { code: 'build.damaged' } } });
});

it('lists backups, restores one, and undoes it', async () => {
  change(`UPDATE builds SET flags = '[' WHERE id = 1`);
  const [backup = ''] = readdirSync(join(burrow.home, 'backups'));
  const listed = await burrow.run(['history', 'restore']);
  expect(listed.stdout).toMatch(
    /^Backup +Made +Builds +Last build +Size\nhistory-\S+\.db .* 3 .*\nTo bring one/,
  );
  expect((await burrow.json(['history', 'restore'])).document).toEqual({
    backups: [
      {
        name: backup,
        madeAt: expect.any(String),
        bytes: expect.any(Number),
        sound: true,
        content: { builds: 3, lastBuildAt: '2026-11-07T10:00:00.000Z' },
      },
    ],
    forgotten: [],
  });
  const restored = await burrow.run(['history', 'restore', backup]);
  expect(restored.stdout).toMatch(
    /^The history was restored from .*\n3 builds that this backup does not have stayed\.\nTo undo it: burrow history restore history-/,
  );
  expect((await burrow.json(['history'])).document).toMatchObject({ total: 6, damaged: [] });
  const undo = /burrow (history restore \S+)$/.exec(restored.stdout)?.[1]?.split(' ') ?? [];
  expect(await burrow.json(undo)).toMatchObject({ exitCode: 0, document: { kept: 1 } });
  const unknown = await burrow.json(['history', 'restore', 'nothing.db']);
  expect(unknown).toMatchObject({ exitCode: 1, document: { error: { code: 'backup.unknown' } } });
});

it('says in whichever command finds it that the history was damaged, and where the file is kept', async () => {
  const bytes = readFileSync(file());
  writeFileSync(file(), bytes.fill(0xff, 0, 16));
  const said = await burrow.run(['list']);
  expect(said).toMatchObject({ exitCode: 0 });
  expect(said.stderr).toMatch(
    /^The history .* was damaged\. It was repaired; nothing is missing\.\nThe damaged file was kept as /,
  );
  const again = await burrow.run(['history']);
  expect([again.stderr, again.stdout.split('\n').length]).toEqual(['', 7]);
});

it.each(['history.db', 'history.db-wal'])(
  'list and prune work with a folder named %s; history says what it is',
  async (name) => {
    for (const each of readdirSync(burrow.home).filter((found) => found.startsWith('history'))) {
      rmSync(join(burrow.home, each), { recursive: true });
    }
    mkdirSync(join(burrow.home, name));
    for (const args of [['list'], ['prune', '--dry-run']]) {
      const said = await burrow.run(args);
      expect(said).toMatchObject({
        exitCode: 0,
        stderr: expect.stringContaining('it is a folder, not a file'),
      });
    }
    const said = await burrow.json(['history']);
    expect(said).toMatchObject({ exitCode: 1, document: { error: { code: 'file.unusable' } } });
  },
);

it('filters, sorts and pages, and changes what it lists with an undo', async () => {
  const ids = async (...args: string[]) => {
    const { document } = await burrow.json(['history', ...args]);
    return (document as { builds: { id: string }[] }).builds.map(({ id }) => id);
  };
  expect(await ids('--sort', 'id', '--reverse', '--limit', '2')).toEqual(['b1', 'b2']);
  const first = await burrow.json(['history', '--sort', 'subject', '--limit', '3']);
  const { next } = first.document as { next: string };
  expect(await ids('--sort', 'subject', '--after', next)).toEqual(['b5', 'b3', 'b6']);
  expect(await ids('--subject', './cmd/1', '--go', '1.26.1', '--branch', 'main')).toEqual(['b5', 'b2']);
  await burrow.run(['history', 'pin', 'b2']);
  await burrow.run(['history', 'name', '2', 'the fast one']);
  expect(await ids('--pinned', '--text', 'FAST')).toEqual(['b2']);
  expect((await burrow.run(['history', '--pinned'])).stdout).toContain('./cmd/1 (the fast one)');
  const forgotten = await burrow.run(['history', 'forget', '--subject', './cmd/0', '--yes']);
  const undo = /burrow (history restore \S+)$/.exec(forgotten.stdout)?.[1]?.split(' ') ?? [];
  expect(await ids('--sort', 'id')).toEqual(['b6', 'b5', 'b3', 'b2']);
  expect((await burrow.run(undo)).stdout).toBe('Restored: 2 builds.');
  const thinned = await burrow.json(['history', 'thin', '--keep-days', '0', '--dry-run']);
  expect(thinned.document).toMatchObject({ count: 2, kept: 4, ids: ['b1', 'b3'] });
  const exported = join(burrow.home, 'builds.jsonl');
  expect((await burrow.json(['history', 'export', exported])).document).toMatchObject({ builds: 6 });
  expect((await burrow.json(['history', 'import', exported])).document).toEqual({ added: 0, known: 6 });
  const wrong = await burrow.json(['history', '--since', 'soon']);
  expect(wrong).toMatchObject({ exitCode: 2, document: { error: { code: 'usage.invalid' } } });
});
