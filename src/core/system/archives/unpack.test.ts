import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { gzipSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { drain } from '#contract/streams';
import { rawTar, rawZip } from '#testing/raw-archives';
import { stressed } from '#testing/stress';
import { type UnpackRequest, unpackTarGz, unpackZip } from './unpack.ts';

let folder: string;
let request: UnpackRequest;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'burrow-unpack-'));
  request = { archive: join(folder, 'archive'), into: join(folder, 'into'), root: 'go' };
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

// Enough bytes that a report, sent every 100 ms, comes long before the end.
const content = Buffer.alloc(60_000, 'package main\n');
const names = Array.from({ length: 800 }, (_, i) => `go/${i}`);
const zip = rawZip(names.map((name) => ({ name, content })));
const tgz = gzipSync(rawTar(names.map((path) => ({ path, content }))), { level: 1 });

describe.each([
  ['tar.gz', unpackTarGz, tgz],
  ['zip', unpackZip, zip],
])('%s in its own thread', (_, unpack, archive) => {
  test('yields growing byte counts, and returns the files', async () => {
    writeFileSync(request.archive, archive);
    const seen: number[] = [];
    const { files } = await drain(unpack(request), ({ bytes }) => seen.push(bytes));

    expect(files).toHaveLength(names.length);
    expect(files.map((file) => `go/${file.path}`).toSorted()).toEqual(names.toSorted());
    expect(seen).toEqual(seen.toSorted((a, b) => a - b));
    expect(seen.at(-1)).toBe(names.length * content.length);
  });

  test('leaves nothing of a damaged archive', async () => {
    writeFileSync(request.archive, archive.subarray(0, -100));
    await expect(drain(unpack(request))).rejects.toMatchObject({ code: 'archive.damaged' });
    expect(existsSync(request.into)).toBe(false);
  });

  test('stops and removes what was written when its signal aborts', async () => {
    writeFileSync(request.archive, archive);
    const stop = new AbortController();
    const steps = unpack({ ...request, signal: stop.signal });
    await steps.next();
    expect(existsSync(request.into)).toBe(true);
    stop.abort();
    await expect(steps.next()).rejects.toMatchObject({ code: 'cancelled' });
    expect(existsSync(request.into)).toBe(false);
  });

  test('does the same when its reader stops early', async () => {
    writeFileSync(request.archive, archive);
    const steps = unpack(request);
    await steps.next();
    await steps.return({ files: [], sha256: null });
    expect(existsSync(request.into)).toBe(false);
  });
});

test('a refusal keeps its failure code', async () => {
  writeFileSync(request.archive, rawZip([{ name: 'go/a' }, { name: '/etc/passwd' }]));
  await expect(drain(unpackZip(request))).rejects.toMatchObject({
    code: 'archive.hostile',
    params: { archive: request.archive, entry: '/etc/passwd', reason: 'absolute' },
  });
  expect(existsSync(request.into)).toBe(false);
});

test('starts nothing when already aborted', async () => {
  const steps = unpackZip({ ...request, signal: AbortSignal.abort() });
  await expect(steps.next()).rejects.toMatchObject({ code: 'cancelled' });
});

test('a missing archive is reported', async () => {
  await expect(drain(unpackTarGz(request))).rejects.toMatchObject({
    code: 'file.not-found',
    params: { path: request.archive },
  });
});

test('a folder that is not empty is not touched', async () => {
  writeFileSync(request.archive, zip);
  mkdirSync(request.into);
  writeFileSync(join(request.into, 'mine'), '');
  await expect(drain(unpackZip(request))).rejects.toThrow('is not empty');
  expect(readdirSync(request.into)).toEqual(['mine']);
});

// Node aborts the whole process when a thread is ended while it makes a zlib stream, as for each file of a zip.
test('a zip of many files is cancelled at any moment', async () => {
  const many = Array.from({ length: 3000 }, (_, i) => ({ name: `go/${i}`, content: Buffer.from('x') }));
  writeFileSync(request.archive, rawZip(many));
  for (let count = 0; count < stressed(4, 60); count++) {
    const stop = new AbortController();
    const steps = unpackZip({ ...request, signal: stop.signal });
    const next = steps.next().then(
      () => steps.next(),
      () => undefined,
    );
    await pause(50 + Math.random() * 200);
    stop.abort();
    await next.catch(() => undefined);
    await steps.return({ files: [], sha256: null }).catch(() => undefined);
    rmSync(request.into, { recursive: true, force: true });
  }
});
