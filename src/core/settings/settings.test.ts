import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as fc from 'fast-check';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { localSystem, type System } from '#core/system';
import { parseSettings } from './parse-settings.ts';
import { readSettings, writeSettings } from './settings.ts';

let folder: string;
let system: System;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'burrow-settings-'));
  system = { ...localSystem(), env: { BURROW_HOME: join(folder, 'home') } };
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const file = (): string => join(folder, 'home', 'settings.json');
const defaults = {
  theme: 'system',
  language: 'system',
  installMissing: false,
  savedFilters: [],
  buildColumns: null,
  source: 'auto',
  singleKeys: true,
  editor: 'auto',
  engine: 'auto',
  tray: true,
  notifications: true,
};

test('reading without a file returns the defaults and does not create a file', async () => {
  expect(await readSettings(system)).toEqual(defaults);
  expect(existsSync(join(folder, 'home'))).toBe(false);
});

test('writing changes the given settings and keeps the rest', async () => {
  expect(await writeSettings(system, { theme: 'dark' })).toEqual({
    settings: { ...defaults, theme: 'dark' },
    warning: null,
  });
  expect(await writeSettings(system, { language: 'zh-CN', theme: undefined })).toMatchObject({
    settings: { ...defaults, theme: 'dark', language: 'zh-CN' },
  });
  expect(await readSettings(system)).toEqual({ ...defaults, theme: 'dark', language: 'zh-CN' });
  expect(statSync(file()).mode & 0o777).toBe(0o600);
});

test('concurrent changes do not overwrite each other', async () => {
  await Promise.all([writeSettings(system, { theme: 'light' }), writeSettings(system, { language: 'en' })]);
  expect(await readSettings(system)).toEqual({ ...defaults, theme: 'light', language: 'en' });
});

test('values of a newer Burrow are kept, and read as the default', async () => {
  await writeSettings(system, { language: 'en' });
  writeFileSync(file(), '{"theme":"sepia","language":"en","density":2}');
  expect(await readSettings(system)).toEqual({ ...defaults, language: 'en' });
  await writeSettings(system, { language: 'zh-CN' });
  expect(JSON.parse(readFileSync(file(), 'utf8'))).toEqual({ theme: 'sepia', language: 'zh-CN', density: 2 });
});

test('a broken file is read like a missing one, and each is kept on the next write', async () => {
  for (const [second, text] of ['{"theme": "da', '{"theme": "li'].entries()) {
    await writeSettings(system, { theme: 'dark' });
    writeFileSync(file(), text);
    expect(await readSettings(system)).toEqual(defaults);
    const now = () => new Date(Date.UTC(2026, 10, 29, 12, 0, second));
    const aside = `${file()}.broken-2026-11-29T12-00-0${second}-000Z`;
    expect(await writeSettings({ ...system, now }, { language: 'en' })).toMatchObject({
      settings: { ...defaults, language: 'en' },
      warning: { code: 'settings.kept-aside', params: { path: file(), aside } },
    });
    expect(readFileSync(aside, 'utf8')).toBe(text);
    expect(await readSettings(system)).toEqual({ ...defaults, language: 'en' });
  }
});

test.each(['', 'null', '[]', '"dark"', '3', '\0'])('%j is broken', (text) => {
  expect(parseSettings(text)).toEqual({ settings: defaults, kept: {}, broken: true });
});

test('any JSON object results in valid settings', () => {
  fc.assert(
    fc.property(fc.dictionary(fc.constantFrom(...Object.keys(defaults), 'x'), fc.jsonValue()), (object) => {
      const { settings, broken } = parseSettings(JSON.stringify(object));
      expect(broken).toBe(false);
      expect(['system', 'light', 'dark']).toContain(settings.theme);
      expect(['system', 'en', 'zh-CN']).toContain(settings.language);
      expect(settings.savedFilters).toBeInstanceOf(Array);
      expect([true, false]).toContain(settings.installMissing);
    }),
  );
});

test.each([
  ['nju', 'nju'],
  ['https://goproxy.cn', 'https://goproxy.cn'],
  ['https://me:secret@proxy.corp', 'auto'],
  ['elsewhere', 'auto'],
])('the source %s is read as %s', (source, read) => {
  expect(parseSettings(JSON.stringify({ source })).settings.source).toBe(read);
});
