import { readdirSync, readFileSync } from 'node:fs';
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { localSystem, type System } from '#core/system';
import { imageFactsExample, programRecord } from '#testing/example-builds';
import { harmlessTexts, secretTexts } from '#testing/secret-texts';
import { openHistory } from './history.ts';
import { migrations } from './migrations/index.ts';
import { openDatabase } from './opening/index.ts';

let home: string;
let system: System;

beforeEach(async () => {
  home = await mkdtemp(join(tmpdir(), 'burrow-masked-'));
  system = { ...localSystem(), env: { BURROW_HOME: home } };
});
afterEach(() => rm(home, { recursive: true, force: true }));

/** Everything in Burrow's home, backups included. */
function keptBytes(): string {
  return readdirSync(home, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => `${entry.name}\n${readFileSync(join(entry.parentPath, entry.name), 'utf8')}`)
    .join('\n');
}

/** The secrets of the table that stand in the text. */
function secretsIn(text: string): string[] {
  return secretTexts.flatMap(({ secrets }) => secrets).filter((secret) => text.includes(secret));
}

const log = (text: string) => `go: reading\n${text}\ndone\n`;
const layer = (text: string, index: number) => ({ diffId: `sha256:${index}`, createdBy: text, bytes: 1 });

test('no secret is kept in flags, logs and steps', async () => {
  const history = await openHistory(system);
  for (const { text } of secretTexts) {
    await history.add(programRecord({ flags: ['-trimpath', text], logTail: log(text) }));
  }
  const layers = secretTexts.map(({ text }, index) => layer(text, index));
  const record = programRecord({ kind: 'image', artifact: null, image: imageFactsExample({ layers }) });
  await history.add(record);
  const { builds } = await history.list({});
  await history.close();
  expect(builds).toHaveLength(secretTexts.length + 1);
  expect(secretsIn(JSON.stringify(builds))).toEqual([]);
  expect(secretsIn(keptBytes())).toEqual([]);
});

test('harmless flags, logs and steps are kept as they are', async () => {
  const history = await openHistory(system);
  const layers = harmlessTexts.map(layer);
  const kept = { flags: [...harmlessTexts], logTail: log(harmlessTexts.join('\n')) };
  const image = imageFactsExample({ layers });
  const { id } = await history.add(programRecord({ ...kept, kind: 'image', artifact: null, image }));
  expect(await history.get(id)).toMatchObject({ ...kept, image: { layers } });
  await history.close();
});

test('what was recorded before is masked, in the copy made before as well', async () => {
  const paths = { path: join(home, 'history.db'), backups: join(home, 'backups') };
  await mkdir(paths.backups);
  const now = new Date('2026-11-07T10:11:12Z');
  const { database } = await openDatabase({ ...paths, migrations: migrations.slice(0, 1), now });
  const build = database.prepare(
    `INSERT INTO builds (kind, status, started_at, subject, flags, vcs_commit, log_tail)
     VALUES ('image', 'recorded', '2026-11-07', '.', ?, ?, ?)`,
  );
  const commit = '4f1c4f1c4f1c4f1c4f1c4f1c4f1c4f1c4f1c4f1c';
  for (const { text } of secretTexts) {
    build.run(JSON.stringify([text, `-ldflags=-X main.commit=${commit}`]), commit, log(text));
  }
  // A damaged row, which is no JSON, and two steps that differ only in their secret.
  build.run('["-ldflags=-X main.key=hunter2', commit, null);
  const image = database.prepare(
    `INSERT INTO images (build_id, ref, config_digest, platform, engine_name, engine_version, engine_store, engine_endpoint)
     VALUES (?, 'shop:1', 'sha256:1', 'linux/amd64', 'docker', '29', 'overlay2', 'tcp://me:hunter2@host:2375')`,
  );
  const step = database.prepare('INSERT INTO layers (diff_id, created_by) VALUES (?, ?)');
  const placed = database.prepare('INSERT INTO image_layers (build_id, position, layer_id) VALUES (?, ?, ?)');
  const steps = secretTexts.map(({ text }) => ['sha256:x', text] as const);
  image.run(1);
  for (const [position, [diffId, text]] of [
    ...steps,
    ['sha256:y', '|1 TOKEN=hunter2 /bin/sh -c make'] as const,
    ['sha256:y', '|1 TOKEN=passw0rd /bin/sh -c make'] as const,
  ].entries()) {
    placed.run(1, position, step.run(diffId, text).lastInsertRowid);
  }
  database.close();
  expect(secretsIn(keptBytes()).length).toBeGreaterThan(60);

  const opened = await openDatabase({ ...paths, migrations, now });
  const positions = opened.database.prepare(
    'SELECT count(*) FROM image_layers JOIN layers ON layers.id = layer_id',
  );
  expect(positions.pluck().get()).toBe(steps.length + 2);
  const same = opened.database.prepare("SELECT created_by FROM layers WHERE diff_id = 'sha256:y'").pluck();
  expect(same.all()).toEqual(['|1 TOKEN=*** /bin/sh -c make']);
  expect(opened.database.pragma('foreign_key_check')).toEqual([]);
  const flags = opened.database.prepare('SELECT flags FROM builds WHERE id = 1').pluck().get();
  expect(flags).toContain(`-X main.commit=${commit}`);
  opened.database.close();
  expect(readdirSync(paths.backups)).toHaveLength(1);
  expect(secretsIn(keptBytes())).toEqual([]);
});
