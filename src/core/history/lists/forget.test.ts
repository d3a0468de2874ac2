import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { drain } from '#contract/streams';
import { localSystem } from '#core/system';
import { imageRecord, programRecord } from '#testing/example-builds';
import { type History, openHistory } from '../history.ts';
import type { BuildRecord } from '../rows/index.ts';

let home: string;
let history: History;
let now: Date;

beforeEach(async () => {
  home = await mkdtemp(join(tmpdir(), 'burrow-forget-'));
  now = new Date('2026-11-29T12:00:00.000Z');
  history = await openHistory({ ...localSystem(), env: { BURROW_HOME: home }, now: () => now });
});
afterEach(async () => {
  await history.close();
  await rm(home, { recursive: true });
});

const at = (startedAt: string, change: Partial<BuildRecord> = {}) =>
  history.add(programRecord({ startedAt: `${startedAt}:00.000Z`, ...change }));
const sized = (bytes: number) => ({
  artifact: { path: '/bin/x', bytes, sha256: String(bytes).padStart(64, '0') },
});
const forgetMany = (chosen: Parameters<History['forgetMany']>[0]) => drain(history.forgetMany(chosen));
const restoreMany = (chosen: Parameters<History['restoreMany']>[0]) => drain(history.restoreMany(chosen));
const applyRetention = (request: Parameters<History['applyRetention']>[0]) =>
  drain(history.applyRetention(request));
const ids = async () => (await history.page({})).rows.map(({ build }) => build.id);

it('forgets many at once and brings back exactly those', async () => {
  for (const day of [1, 2, 3, 4]) await at(`2026-11-0${day}T10:00`, sized(day));
  await forgetMany({ ids: ['b1'] });
  const { forgotten, undo } = await forgetMany({ ids: ['b1', 'b2', '3', 'b99', 'x'] });
  expect(forgotten).toBe(2);
  expect(await ids()).toEqual(['b4']);
  expect((await history.forgottenMany()).map(({ builds }) => builds)).toEqual([2, 1]);
  expect((await history.forgottenMany())[0]?.undo).toBe(undo);
  expect((await restoreMany({ undo })).restored).toBe(2);
  expect(await ids()).toEqual(['b4', 'b3', 'b2']);
  expect((await history.page({})).damaged).toEqual([]);
  expect((await restoreMany({ ids: ['b1'] })).restored).toBe(1);
  await forgetMany({ filter: { since: '2026-11-03T00:00:00Z' } });
  expect(await ids()).toEqual(['b2', 'b1']);
  await expect(forgetMany({})).rejects.toMatchObject({ code: 'builds.choice-invalid' });
});

it('says how far it is, and when cancelled keeps whole builds, which exactly its undo brings back', async () => {
  // The last is named first; the ids between them are of no build.
  for (const day of [1, 2, 3]) await at(`2026-11-0${day}T10:00`, sized(day));
  await forgetMany({ ids: ['b2'] });
  const unknown = Array.from({ length: 1500 }, (_, n) => `b${n + 10}`);
  const named = ['b3', ...unknown, 'b1'];
  const controller = new AbortController();
  const said: unknown[] = [];
  const { undo, ...result } = await drain(history.forgetMany({ ids: named }, controller.signal), (event) => {
    said.push(event);
    controller.abort();
  });
  expect(said).toEqual([{ done: 1000, total: 1502, undo }]);
  expect(result).toEqual({ forgotten: 1, cancelled: true });
  expect(await ids()).toEqual(['b1']);
  expect(await restoreMany({ undo })).toEqual({ restored: 1, cancelled: false });
  expect(await ids()).toEqual(['b3', 'b1']);
  expect(await forgetMany({ ids: named })).toMatchObject({ forgotten: 2, cancelled: false });
  const restoring = drain(history.restoreMany({ ids: named }, AbortSignal.abort()));
  expect(await restoring).toEqual({ restored: 1, cancelled: true });
  expect(await ids()).toEqual(['b3']);
  expect((await history.page({})).damaged).toEqual([]);
});

it('compares the next build with the one before a forgotten one', async () => {
  for (const day of [1, 2, 3]) await at(`2026-11-0${day}T10:00`, sized(day * day));
  const changes = async () => (await history.page({})).rows.map(({ before }) => before?.bytes);
  expect(await changes()).toEqual([4, 1, undefined]);
  await forgetMany({ ids: ['b2'] });
  expect(await changes()).toEqual([1, undefined]);
  const byChange = { by: 'change', descending: true } as const;
  expect((await history.page({ order: byChange })).rows.map(({ build }) => build.id)).toEqual(['b3', 'b1']);
});

it('erases builds 30 days after they were forgotten, and does not count them as lost', async () => {
  await at('2026-11-01T10:00', sized(1));
  await at('2026-11-02T10:00', sized(2));
  await history.add(imageRecord());
  await forgetMany({ ids: ['b1', 'b3'] });
  now = new Date('2026-12-28T12:00:00.000Z');
  await at('2026-12-28T12:00', sized(3));
  expect((await restoreMany({ ids: ['b1'] })).restored).toBe(1);
  await forgetMany({ ids: ['b1'] });
  now = new Date('2027-02-01T12:00:00.000Z');
  await at('2027-02-01T12:00', sized(4));
  expect((await restoreMany({ ids: ['b1', 'b3'] })).restored).toBe(0);
  expect(await history.page({})).toMatchObject({ damaged: [] });
  expect(await ids()).toEqual(['b5', 'b4', 'b2']);
  await expect(history.get('b1')).rejects.toMatchObject({ code: 'build.unknown' });
});

it.each([
  ['week', 10, ['b8', 'b7', 'b6', 'b5', 'b3', 'b1']],
  ['day', 10, ['b8', 'b7', 'b6', 'b5', 'b4', 'b3', 'b1']],
  ['none', 10, ['b8', 'b7', 'b6', 'b3']],
  ['month', 0, ['b8', 'b5', 'b3']],
  ['week', 100, ['b8', 'b7', 'b6', 'b5', 'b4', 'b3', 'b2', 'b1', 'b9']],
] as const)('keeps one a %s of what is older than %i days', async (thenOneA, keepDays, kept) => {
  await at('2026-10-04T10:00'); // a Sunday
  await at('2026-10-05T09:00', { status: 'failed', artifact: null });
  await at('2026-10-05T10:00', { pinned: true });
  await at('2026-10-06T10:00');
  await at('2026-10-07T10:00');
  await at('2026-11-27T10:00', { status: 'failed', artifact: null });
  await at('2026-11-28T10:00');
  await at('2026-11-29T10:00');
  if (keepDays === 100)
    await at('2026-09-01T10:00', { vcs: { commit: 'c', dirty: false, branch: null, tag: 'v1' } });
  const rules = { keepDays, thenOneA };
  const plan = await history.planRetention({ rules });
  expect(plan).toMatchObject({ kept: kept.length, count: (keepDays === 100 ? 9 : 8) - kept.length });
  expect(plan.bytes > 0).toBe(plan.count > 0);
  const { forgotten, undo } = await applyRetention({ rules });
  expect(forgotten).toBe(plan.count);
  expect((await ids()).toSorted()).toEqual([...kept].toSorted());
  expect((await restoreMany({ undo })).restored).toBe(forgotten);
});

it('annotates a build, and masks secrets', async () => {
  await at('2026-11-01T10:00');
  const note = 'API_TOKEN=abcdefghijklmnop1234567890';
  expect(await history.annotate('b1', { name: ' Before ', note, pinned: true })).toMatchObject({
    name: 'Before',
    pinned: true,
  });
  expect((await history.get('b1')).note).not.toContain('abcdefgh');
  expect(await history.annotate('b1', { name: 'two\r\nlines\t\u001B[31m' })).toMatchObject({
    name: 'two lines [31m',
  });
  expect(await history.annotate('b1', { name: '' })).toMatchObject({ name: null, pinned: true });
  await expect(history.annotate('b2', { name: 'x' })).rejects.toMatchObject({ code: 'build.unknown' });
});
