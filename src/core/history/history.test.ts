import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { localSystem, type System } from '#core/system';
import { detailOf, imageFactsExample, imageRecord, programRecord } from '#testing/example-builds';
import { packageSize } from '#testing/package-sizes';
import { type BuildRecord, noFacts, summaryOf } from './rows/index.ts';
import { type History, openHistory } from './history.ts';

let home: string;
let system: System;
let history: History;
let clock = Date.parse('2026-11-07T12:00:00Z');

beforeEach(async () => {
  home = await mkdtemp(join(tmpdir(), 'burrow-history-'));
  system = { ...localSystem(), env: { BURROW_HOME: home }, now: () => new Date((clock += 1000)) };
  history = await openHistory(system);
});

afterEach(async () => {
  await history.close();
  await rm(home, { recursive: true });
});

it('returns what was added, after being closed and opened again', async () => {
  const program = programRecord();
  const image = imageRecord();
  expect(await history.add(program)).toEqual(summaryOf(detailOf('b1', program)));
  expect(await history.add(image)).toEqual(summaryOf(detailOf('b2', image)));
  await history.close();
  history = await openHistory(system);
  expect(history.notices).toEqual([]);
  expect(await history.get('b1')).toEqual(detailOf('b1', program));
  expect(await history.get('b2')).toEqual(detailOf('b2', image));
});

it('keeps the name of an engine that it does not know', async () => {
  const engine = { ...imageFactsExample().engine, name: 'nerdctl' };
  const { id } = await history.add(imageRecord(imageFactsExample({ engine })));
  expect((await history.get(id)).image?.engine).toEqual(engine);
});

it('keeps builds without an artifact or a project', async () => {
  const failed = programRecord({
    status: 'failed',
    exitCode: 1,
    artifact: null,
    project: null,
    vcs: null,
    cgo: null,
    target: null,
    logTail: 'x.go:1: syntax error',
    ...noFacts,
  });
  await history.add(failed);
  expect(await history.get('b1')).toEqual(detailOf('b1', failed));
});

it('keeps that it is not known whether there were changes', async () => {
  const unknown = programRecord({ vcs: { commit: 'c1', dirty: null, branch: 'main', tag: null } });
  await history.add(unknown);
  expect((await history.get('b1')).vcs).toEqual(unknown.vcs);
});

/** A program with everything that a reader finds. */
const analysed = (change: Partial<BuildRecord> = {}): BuildRecord =>
  programRecord({
    builtAt: { at: '2026-11-01T08:00:00.000Z', from: 'vcs' },
    stripped: true,
    mainModule: 'example.com/shop',
    mainPackage: 'example.com/shop/cmd/server',
    settings: [
      { key: '-trimpath', value: 'true' },
      { key: 'vcs.revision', value: '4f1c' },
    ],
    packages: [
      {
        ...packageSize('runtime', 360, 300, 4),
        parts: [
          { bucket: 'code', bytes: 300, byReference: 0, byShare: 0 },
          { bucket: 'types', bytes: 60, byReference: 40, byShare: 20 },
        ],
        inlinedIn: 12,
        inlinedOut: 0,
      },
    ],
    owned: { bytes: 360, percent: 36, byReference: 40, byShare: 20 },
    unowned: [{ name: 'other', bytes: 640 }],
    embedded: [{ path: 'static/index.html', bytes: 90, package: null }],
    runs: {
      linking: 'dynamic',
      libraries: ['libc.so.6'],
      glibc: '2.34',
      musl: false,
      pie: true,
      relro: 'full',
      executableStack: false,
      race: false,
      trimpath: true,
      cgo: true,
      fips140: null,
      signed: null,
      vcs: { system: 'git', revision: '4f1c', time: null, modified: false },
    },
    analysis: 1,
    ...change,
  });

it('keeps everything that a reader finds', async () => {
  const whole = analysed();
  await history.add(whole);
  expect(await history.get('b1')).toEqual(detailOf('b1', whole));
  expect((await history.list({})).builds).toEqual([summaryOf(detailOf('b1', whole))]);
  const unreadable = { packages: [], packagesMissing: 'damaged' as const };
  const other = analysed({ artifact: { path: '/x', bytes: 2000, sha256: 'b'.repeat(64) }, ...unreadable });
  await history.add(other);
  expect(await history.get('b2')).toEqual(detailOf('b2', other));
});

const hash = (sha256: string) => async () => sha256;
const noHash = () => Promise.reject(new Error('the hash is not needed'));

it('knows content again, and computes a hash only if a program of that size is known', async () => {
  const whole = analysed();
  await history.add(whole);
  expect(await history.analysisOf(999, noHash)).toBeNull();
  expect(await history.analysisOf(1000, hash('c'.repeat(64)))).toBeNull();
  const { goVersion, target, mainModule, mainPackage, settings, stripped, analysis } = whole;
  expect(await history.analysisOf(1000, hash('a'.repeat(64)))).toMatchObject({
    goVersion,
    target,
    mainModule,
    mainPackage,
    settings,
    stripped,
    analysis,
    packages: whole.packages,
  });
});

const ofRuntime = (bytes: number) => [packageSize('runtime', bytes)];

it('replaces facts about the same content by those of a better reader only', async () => {
  await history.add(analysed({ analysis: 2, packages: ofRuntime(1) }));
  await history.add(analysed({ analysis: 1, packages: ofRuntime(2) }));
  expect((await history.get('b2')).packages).toEqual(ofRuntime(1));
  await history.add(analysed({ analysis: 3, packages: ofRuntime(3) }));
  expect((await history.get('b1')).packages).toEqual(ofRuntime(3));
});

it('a later analysis shows in all builds of the program, which stay sound', async () => {
  const before = { subject: 'server', mainModule: null, stripped: null, analysis: 0 };
  await history.add(analysed(before));
  await history.add(analysed({ ...before, subject: './main.go' }));
  await history.add(programRecord({ artifact: { path: '/x', bytes: 2000, sha256: 'b'.repeat(64) } }));
  const { artifact, ...fresh } = analysed({
    mainPackage: 'example.com/shop',
    packages: [packageSize('main', 7)],
  });
  await history.keepAnalysis(artifact ?? { sha256: '', bytes: 0 }, fresh);
  expect((await history.list({})).damaged).toEqual([]);
  expect(await history.get('b1')).toMatchObject({
    subject: 'example.com/shop',
    mainModule: 'example.com/shop',
    stripped: true,
    analysis: 1,
    packages: fresh.packages,
  });
  expect((await history.get('b2')).subject).toBe('./main.go');
  expect((await history.get('b3')).mainModule).toBeNull();
});

it('keeps the order of thousands of packages', async () => {
  const packages = Array.from({ length: 2500 }, (_, n) =>
    packageSize(`p/${String(n).padStart(4, '0')}`, 5000 - n, 1),
  );
  await history.add(programRecord({ packages }));
  expect((await history.get('b1')).packages).toEqual(packages);
});

describe('list', () => {
  beforeEach(async () => {
    await history.add(programRecord({ startedAt: '2026-11-03T00:00:00.000Z' }));
    await history.add(programRecord({ startedAt: '2026-11-05T00:00:00.000Z', subject: './cmd/report' }));
    await history.add(programRecord({ startedAt: '2026-11-04T00:00:00.000Z', project: '/home/me/other' }));
    await history.add(imageRecord());
  });

  it.each([
    ['everything, newest first', {}, ['b4', 'b2', 'b3', 'b1'], 4],
    ['one project', { project: '/home/me/shop' }, ['b4', 'b2', 'b1'], 3],
    ['one project, by another spelling', { project: '/home/me/x/../shop/' }, ['b4', 'b2', 'b1'], 3],
    ['one subject', { subject: './cmd/server' }, ['b3', 'b1'], 2],
    ['one kind', { kind: 'image' }, ['b4'], 1],
    ['a project and a subject', { project: '/home/me/shop', subject: './cmd/server' }, ['b1'], 1],
    ['a limit, which the total ignores', { limit: 2 }, ['b4', 'b2'], 4],
    ['nothing for an unknown project', { project: '/nowhere' }, [], 0],
  ] as const)('%s', async (_name, filter, ids, total) => {
    const found = await history.list(filter);
    expect(found.builds.map(({ id }) => id)).toEqual(ids);
    expect(found.total).toBe(total);
  });

  it('shows an image with its layers', async () => {
    const { builds } = await history.list({ kind: 'image' });
    expect(builds[0]?.image).toEqual(imageFactsExample());
  });
});

it('forgets a build and restores it, and never reuses its number', async () => {
  await history.add(programRecord());
  expect((await history.forget('b1')).id).toBe('b1');
  expect(await history.list({})).toEqual({ builds: [], total: 0, damaged: [], damagedProjects: 0 });
  await expect(history.get('b1')).rejects.toMatchObject({ code: 'build.unknown', params: { id: 'b1' } });
  await expect(history.forget('b1')).rejects.toMatchObject({ code: 'build.unknown' });
  expect((await history.add(programRecord())).id).toBe('b2');
  await history.restore('b1');
  expect((await history.list({})).total).toBe(2);
});

it.each(['b1', 'B1', '1', ' b1 '])('finds a build by %j', async (id) => {
  await history.add(programRecord());
  expect((await history.get(id)).id).toBe('b1');
});

it.each([
  ['b9', 'b9'],
  ['9', 'b9'],
  ['b0', 'b0'],
  [`b${'9'.repeat(30)}`, `b${'9'.repeat(30)}`],
])('reports that there is no build %j', async (given, id) => {
  await history.add(programRecord());
  await expect(history.get(given)).rejects.toMatchObject({ code: 'build.unknown', params: { id } });
});

it.each(['b-1', '-1', 'b1 or 1=1', '', 'b', 'bx', '01', '1.0', '0x1', '１'])(
  'refuses %j, which is not the id of a build',
  async (id) => {
    await history.add(programRecord());
    await expect(history.get(id)).rejects.toMatchObject({ code: 'build.id-invalid', params: { id } });
  },
);

it('lists projects by last use; a removed one returns with its next build', async () => {
  await history.touchProject('/home/me/empty');
  await history.add(programRecord());
  await history.touchProject('/home/me/empty');
  expect((await history.projects()).map(({ path, builds }) => [path, builds])).toEqual([
    ['/home/me/empty', 0],
    ['/home/me/shop', 1],
  ]);
  expect(await history.removeProject('/home/me/shop')).toBe(true);
  expect(await history.removeProject('/home/me/shop')).toBe(false);
  expect((await history.projects()).map(({ path }) => path)).toEqual(['/home/me/empty']);
  expect((await history.list({ project: '/home/me/shop' })).total).toBe(1);
  await history.add(programRecord());
  expect((await history.projects()).map(({ path, builds }) => [path, builds])).toEqual([
    ['/home/me/shop', 2],
    ['/home/me/empty', 0],
  ]);
});

it('returns when each Go last built here, including forgotten builds but not recorded files', async () => {
  const at = (goVersion: string | null, startedAt: string, more: Partial<BuildRecord> = {}) =>
    history.add({ ...programRecord(), goVersion, startedAt, ...more });
  await at('go1.26.1', '2026-11-02T10:00:00.000Z');
  const last = await at('go1.26.1', '2026-11-03T10:00:00.000Z', { status: 'failed' });
  await at('go1.26.1', '2026-11-01T10:00:00.000Z');
  await at('go1.25.3', '2026-10-01T10:00:00.000Z');
  await at('go1.24.9', '2026-11-04T10:00:00.000Z', { status: 'recorded' });
  await at(null, '2026-11-05T10:00:00.000Z');
  await history.forget(last.id);
  expect(await history.lastBuilds()).toEqual(
    new Map([
      ['go1.25.3', '2026-10-01T10:00:00.000Z'],
      ['go1.26.1', '2026-11-03T10:00:00.000Z'],
    ]),
  );
});

it('adds many builds concurrently from several processes', async () => {
  const add = `
    import { openHistory } from '#core/history';
    import { localSystem } from '#core/system';
    const history = await openHistory(localSystem());
    const record = JSON.parse(process.argv[1]);
    await Promise.all(Array.from({ length: 20 }, () => history.add(record)));
    await history.close();`;
  const args = ['--input-type=module', '-e', add, JSON.stringify(programRecord())];
  const run = () =>
    promisify(execFile)(process.execPath, args, { env: { ...process.env, BURROW_HOME: home } });
  await Promise.all([run(), run(), history.add(programRecord())]);
  const { builds, total } = await history.list({});
  expect(total).toBe(41);
  expect(new Set(builds.map(({ id }) => id)).size).toBe(41);
});
