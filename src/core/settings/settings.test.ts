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
const defaults = { theme: 'system', language: 'system', installMissing: false };

test('are the defaults where there are none, and reading makes no file', async () => {
  expect(await readSettings(system)).toEqual(defaults);
  expect(existsSync(join(folder, 'home'))).toBe(false);
});

test('change what is given and keep the rest', async () => {
  expect(await writeSettings(system, { theme: 'dark' })).toEqual({ ...defaults, theme: 'dark' });
  expect(await writeSettings(system, { language: 'zh-CN', theme: undefined })).toEqual({
    ...defaults,
    theme: 'dark',
    language: 'zh-CN',
  });
  expect(await readSettings(system)).toEqual({ ...defaults, theme: 'dark', language: 'zh-CN' });
  expect(statSync(file()).mode & 0o777).toBe(0o600);
});

test('two changes at once keep each other', async () => {
  await Promise.all([writeSettings(system, { theme: 'light' }), writeSettings(system, { language: 'en' })]);
  expect(await readSettings(system)).toEqual({ ...defaults, theme: 'light', language: 'en' });
});

test('what a newer Burrow wrote is kept, and counts as the default', async () => {
  await writeSettings(system, { language: 'en' });
  writeFileSync(file(), '{"theme":"sepia","language":"en","density":2}');
  expect(await readSettings(system)).toEqual({ ...defaults, language: 'en' });
  await writeSettings(system, { language: 'zh-CN' });
  expect(JSON.parse(readFileSync(file(), 'utf8'))).toEqual({ theme: 'sepia', language: 'zh-CN', density: 2 });
});

test('a broken file is read as none, and kept aside when it is written', async () => {
  await writeSettings(system, { theme: 'dark' });
  writeFileSync(file(), '{"theme": "da');
  expect(await readSettings(system)).toEqual(defaults);
  expect(await writeSettings(system, { language: 'en' })).toEqual({ ...defaults, language: 'en' });
  expect(readFileSync(`${file()}.broken`, 'utf8')).toBe('{"theme": "da');
  expect(await readSettings(system)).toEqual({ ...defaults, language: 'en' });
});

test.each(['', 'null', '[]', '"dark"', '3', '\0'])('%j is broken', (text) => {
  expect(parseSettings(text)).toEqual({ settings: defaults, kept: {}, broken: true });
});

test('any JSON object gives settings that can be shown', () => {
  fc.assert(
    fc.property(
      fc.dictionary(fc.constantFrom('theme', 'language', 'installMissing', 'x'), fc.jsonValue()),
      (object) => {
        const { settings, broken } = parseSettings(JSON.stringify(object));
        expect(broken).toBe(false);
        expect(['system', 'light', 'dark']).toContain(settings.theme);
        expect(['system', 'en', 'zh-CN']).toContain(settings.language);
        expect([true, false]).toContain(settings.installMissing);
      },
    ),
  );
});
