import { chmod, mkdir, mkdtemp, readFile, realpath, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { EditorName } from '#contract/editor-names';
import { writeSettings } from '#core/settings';
import { localSystem, type System } from '#core/system';
import { editors, knownPlaces, type Place } from './editors.ts';
import { desktopPrograms, openEditor, openTerminal } from './index.ts';
import { terminalsFor } from './terminals.ts';

it.each<[EditorName, Place, string[]]>([
  ['vscode', { folder: '/w' }, ['/w']],
  ['vscode', { folder: '/w', file: '/w/a.go', line: 3, column: 7 }, ['/w', '--goto', '/w/a.go:3:7']],
  ['vscode', { folder: '/w', file: '/w/go.mod' }, ['/w', '--goto', '/w/go.mod']],
  [
    'goland',
    { folder: '/w', file: '/w/a.go', line: 3, column: 7 },
    ['/w', '--line', '3', '--column', '7', '/w/a.go'],
  ],
  ['goland', { folder: '/w', file: '/w/a.go' }, ['/w', '/w/a.go']],
  ['zed', { folder: '/w', file: '/w/a.go', line: 3 }, ['/w', '/w/a.go:3']],
])('%s %j', (name, place, args) => {
  expect(editors[name].args(place)).toEqual(args);
});

function at(os: System['os'], env = {}): string[] {
  return knownPlaces('vscode', { os, env, home: '/home/me' });
}

it('looks where editors are installed on each system', () => {
  expect(at('darwin')[0]).toBe('/Applications/Visual Studio Code.app/Contents/Resources/app/bin/code');
  expect(at('linux')).toContain('/snap/bin/code');
  expect(at('windows', { LOCALAPPDATA: String.raw`C:\L` })).toEqual([
    String.raw`C:\L\Programs\Microsoft VS Code\Code.exe`,
  ]);
});

it('opens no terminal without a screen, and gives Windows Terminal no path', () => {
  expect(terminalsFor({ os: 'linux', env: {} }, '/w')).toEqual([]);
  expect(terminalsFor({ os: 'windows', env: {} }, String.raw`C:\a;calc`)[0]?.args).toEqual(['-d', '.']);
  expect(terminalsFor({ os: 'darwin', env: {} }, '/w')[0]?.args).toEqual(['-a', 'Terminal', '/w']);
});

let root: string;
let system: System;
beforeEach(async () => {
  root = await realpath(await mkdtemp(join(tmpdir(), 'burrow-desktop-')));
  await mkdir(join(root, 'bin'));
  const env = { HOME: root, BURROW_HOME: join(root, 'home'), PATH: `./bin:${root}/bin`, DISPLAY: ':9' };
  system = { ...localSystem(), os: 'linux', home: root, cwd: root, env };
});
afterEach(() => rm(root, { recursive: true }));

/** A program that writes down its arguments, one a line, and ends with `status`. */
async function program(name: string, status = 0): Promise<void> {
  const path = join(root, 'bin', name);
  await writeFile(
    path,
    `#!/bin/sh\npwd > '${root}/asked'\nprintf '%s\\n' "$@" >> '${root}/asked'\nexit ${status}\n`,
  );
  await chmod(path, 0o755);
}
const asked = () => vi.waitUntil(() => readFile(join(root, 'asked'), 'utf8').catch(() => ''));

it('starts the editor of the settings, or the first one, whatever the names of folders are', async () => {
  expect(await desktopPrograms(system)).toEqual({ editors: [], terminal: false });
  await expect(openEditor(system, { dir: root })).rejects.toMatchObject({ code: 'desktop.no-editor' });
  await expect(openTerminal(system, root)).rejects.toMatchObject({ code: 'desktop.no-terminal' });

  for (const name of ['codium', 'goland', 'xterm']) await program(name);
  expect(await desktopPrograms(system)).toEqual({ editors: ['goland', 'vscodium'], terminal: true });
  const dir = join(root, '--wait $(touch x); `id` "a');
  await mkdir(dir);
  await writeFile(join(dir, '-x.go'), '');
  expect(await openEditor(system, { dir, file: '-x.go', line: 2 })).toBe('goland');
  expect(await asked()).toBe(`${dir}\n${dir}\n--line\n2\n${dir}/-x.go\n`);
  await writeSettings(system, { editor: 'vscodium' });
  expect(await openEditor(system, { dir })).toBe('vscodium');
  await writeSettings(system, { editor: 'zed' });
  await expect(openEditor(system, { dir })).rejects.toMatchObject({ params: { wanted: 'Zed' } });
  await openTerminal(system, dir);
  expect(await asked()).toBe(`${dir}\n\n`);
});

it('says why an editor did not start, and what is not there', async () => {
  await program('code', 3);
  await expect(openEditor(system, { dir: root })).rejects.toMatchObject({
    code: 'desktop.not-started',
    params: { program: 'VS Code', detail: 'exit code 3' },
  });
  await expect(openEditor(system, { dir: join(root, 'gone') })).rejects.toMatchObject({
    code: 'folder.not-found',
  });
  await expect(openEditor(system, { dir: root, file: 'bin' })).rejects.toMatchObject({
    code: 'file.not-found',
  });
});
