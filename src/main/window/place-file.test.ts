import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { localSystem, type System } from '#core/system';
import { placeFile } from './place-file.ts';

let home: string;
let system: System;
let due: (() => void)[];
beforeEach(() => {
  home = join(mkdtempSync(join(tmpdir(), 'burrow-window-')), 'home');
  due = [];
  const after = (_ms: number, work: () => void) => {
    due.push(work);
    return () => (due = due.filter((each) => each !== work));
  };
  system = { ...localSystem(), env: { BURROW_HOME: home }, after };
});
afterEach(() => rmSync(join(home, '..'), { recursive: true, force: true }));

const place = { x: 10, y: 20, width: 900, height: 600, maximised: false };

test('of several places the last one is written, once, and read back', async () => {
  mkdirSync(home, { mode: 0o700 });
  const file = placeFile(system);
  file.write({ ...place, x: 1 });
  file.write(place);
  expect(due).toHaveLength(1);
  expect(existsSync(join(home, 'window.json'))).toBe(false);
  for (const work of due) work();
  await file.flush();
  expect(JSON.parse(readFileSync(join(home, 'window.json'), 'utf8'))).toEqual(place);
  expect(statSync(join(home, 'window.json')).mode & 0o777).toBe(0o600);
  expect(readdirSync(home)).toEqual(['window.json']);
  expect(await placeFile(system).read()).toEqual(place);
});

test('at the end, what waits is written at once', async () => {
  mkdirSync(home, { mode: 0o700 });
  const file = placeFile(system);
  file.write(place);
  await file.flush();
  expect(due).toEqual([]);
  expect(await file.read()).toEqual(place);
});

test('without a home nothing is read and none is made', async () => {
  const file = placeFile(system);
  expect(await file.read()).toBeNull();
  file.write(place);
  await file.flush();
  expect(existsSync(home)).toBe(false);
});

test('a home that others can write to is neither read nor written', async () => {
  mkdirSync(home);
  writeFileSync(join(home, 'window.json'), JSON.stringify(place));
  chmodSync(home, 0o777);
  const file = placeFile(system);
  expect(await file.read()).toBeNull();
  file.write({ ...place, x: 99 });
  await file.flush();
  expect(JSON.parse(readFileSync(join(home, 'window.json'), 'utf8'))).toEqual(place);
});

test('a folder in its place hinders nothing', async () => {
  mkdirSync(join(home, 'window.json'), { recursive: true, mode: 0o700 });
  const file = placeFile(system);
  expect(await file.read()).toBeNull();
  file.write(place);
  await file.flush();
  expect(readdirSync(home)).toEqual(['window.json']);
});
