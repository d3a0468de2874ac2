import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { isFailure } from '#contract/failure';
import { localSystem, type System } from '#core/system';
import { createLocalClient } from './local-client.ts';

let home: string;
let system: System;

beforeEach(async () => {
  home = await mkdtemp(join(tmpdir(), 'burrow-client-'));
  system = { ...localSystem(), env: { BURROW_HOME: home } };
});
afterEach(() => rm(home, { recursive: true, force: true }));

test('throws failures, from a call and from a stream', async () => {
  await using client = createLocalClient(system);
  const path = join(home, 'nothing');
  const fromCall = await client.binaries.inspect({ path }).catch((error: unknown) => error);
  expect(isFailure(fromCall, 'file.not-found')).toBe(true);

  const reading = (async () => {
    for await (const step of await client.toolchains.install({ version: 'no version' })) void step;
  })();
  expect(isFailure(await reading.catch((error: unknown) => error))).toBe(true);
});

test('names what is wrong with a request', async () => {
  await using client = createLocalClient(system);
  const wrong = { limit: -1 };
  const thrown = await client.builds.history(wrong).catch((error: unknown) => error);
  expect(thrown).toMatchObject({
    code: 'input.invalid',
    params: { detail: expect.stringMatching(/^limit: /) },
  });
});

test('opens the history on the first use, once, and closes it', async () => {
  {
    await using client = createLocalClient(system);
    await client.settings.get();
    expect(await readdir(home)).not.toContain('history.db');
    await Promise.all([client.builds.history({}), client.projects.list()]);
    expect(await readdir(home)).toContain('history.db');
  }
  // SQLite removes its write-ahead log when the last connection is closed.
  expect(await readdir(home)).not.toContain('history.db-wal');
});

test('a history that cannot be opened fails the call, not the closing', async () => {
  await writeFile(join(home, 'a-file'), '');
  system = { ...system, env: { BURROW_HOME: join(home, 'a-file/home') } };
  let asked: Promise<unknown> | undefined;
  {
    await using client = createLocalClient(system);
    asked = client.builds.history({}).catch((error: unknown) => error);
  }
  expect(await asked).toMatchObject({ code: 'home.unusable' });
});
