import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';

// A pipe, a device or a huge file may be anywhere. Only core/system/open-foreign.ts opens files to read them, without
// waiting; every other file that can open one is named here, with the reason why it needs no such care.
const allowed: Readonly<Record<string, string>> = {
  'core/system/open-foreign.ts': 'the one way',
  'core/system/files.ts': 'opens folders to flush them, and new files to write them',
  'core/system/locks.ts': 'creates claims, exclusively',
  'core/system/downloads/partial-file.ts': 'creates or continues files in cache/, for writing',
  'core/system/archives/file-in-tree.ts': 'creates the files of an archive, exclusively',
  'core/profiles/journal/replace-file.ts': 'creates files, exclusively, and reads them back',
  'core/toolchains/install/flush.ts': 'flushes files that were just unpacked',
  'core/toolchains/install/from-source/build-log.ts': 'creates a log, exclusively',
  'core/toolchains/upkeep/verify/check-file.ts': 'opens without waiting and without following links',
  'core/history/files/files.ts':
    'opens and copies the history after `historyBytes` refused all but regular files',
  'core/history/backups/restore.ts': 'copies a backup, of which `backups.ts` lists regular files only',
  'core/history/opening/snapshot.ts': 'reads the history after `historyBytes`, up to a limit',
  'core/system/installation.ts': 'reads files of this installation',
  'web/assets.ts': 'reads files of this installation',
  'main/ui-protocol.ts': 'reads files of this installation',
};

/** Names of node:fs and node:fs/promises that open a file, so that a pipe can make them wait. */
const opening =
  /\b(?:open|openSync|openAsBlob|readFile|readFileSync|createReadStream|copyFile|copyFileSync|cp|cpSync)\b/;

const root = import.meta.dirname;

/** What a module takes from Node's file functions that opens files; `*` for all of them at once. */
function opened(text: string): string[] {
  const named = [
    ...text.matchAll(/import\s+(?!type\b)([^;]*?)\s+from\s+['"](?:node:)?fs(?:\/promises)?['"]/g),
  ];
  const all = /(?:import|require|getBuiltinModule)\(\s*['"](?:node:)?fs(?:\/promises)?['"]/.test(text)
    ? ['*']
    : [];
  return [
    ...all,
    ...named.flatMap(([, names = '']) => {
      if (!names.startsWith('{')) return ['*'];
      return names
        .replace(/[{}]/g, '')
        .split(',')
        .map((name) => name.trim())
        .filter((name) => !name.startsWith('type ') && opening.test(name));
    }),
  ];
}

it('opens files to read them in one place only', () => {
  const files = ['core', 'api', 'cli', 'web', 'main'].flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts'))
      .map((name) => `${folder}/${name}`),
  );
  expect(files.length).toBeGreaterThan(300);
  const opens = files.filter((file) => opened(readFileSync(join(root, file), 'utf8')).length > 0);
  expect(opens.toSorted()).toEqual(Object.keys(allowed).toSorted());
});

it.each([
  ["import { readFile } from 'node:fs/promises';", ['readFile']],
  ["import {\n  type Stats,\n  mkdir,\n  openSync as o,\n} from 'node:fs';", ['openSync as o']],
  ["import * as fs from 'fs';", ['*']],
  ["import fs from 'node:fs';", ['*']],
  ["const { open } = await import('node:fs/promises');", ['*']],
  ["process.getBuiltinModule('node:fs').readFileSync(path)", ['*']],
  ["import type { FileHandle } from 'node:fs/promises';", []],
  ["import { type FileHandle, stat, mkdir } from 'node:fs/promises';", []],
])('sees what opens files in %j', (text, names) => {
  expect(opened(text)).toEqual(names);
});
