import { execFileSync } from 'node:child_process';
import {
  chmodSync,
  chownSync,
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import {
  createFileAtomic,
  moveIntoPlace,
  readStart,
  readTextIfThere,
  syncFolder,
  writeFileAtomic,
} from './files.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'burrow-files-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

describe('readTextIfThere', () => {
  test('reads a file, or returns null when there is none', async () => {
    writeFileSync(join(folder, 'a'), 'go1.26.1\n');
    expect(await readTextIfThere(join(folder, 'a'))).toBe('go1.26.1\n');
    expect(await readTextIfThere(join(folder, 'b'))).toBeNull();
    expect(await readTextIfThere(join(folder, 'a', 'b'))).toBeNull();
  });

  test('does not report a folder as missing', async () => {
    await expect(readTextIfThere(folder)).rejects.toMatchObject({
      code: 'file.unusable',
      params: { path: folder, reason: 'folder' },
    });
  });
});

describe('readStart', () => {
  test('reads no more than requested, and never fails', async () => {
    writeFileSync(join(folder, 'a'), 'go1.26.1\n');
    expect(await readStart(join(folder, 'a'), 4)).toBe('go1.');
    expect(await readStart(join(folder, 'b'))).toBeNull();
    expect(await readStart(folder)).toBeNull();
  });
});

// Waiting for a pipe cannot be cancelled: it would keep the process alive.
test.skipIf(process.platform === 'win32')('pipes and devices are not read', async () => {
  execFileSync('mkfifo', [join(folder, 'pipe')]);
  symlinkSync('/dev/zero', join(folder, 'zero'));
  for (const name of ['pipe', 'zero']) {
    expect(await readTextIfThere(join(folder, name))).toBeNull();
    expect(await readStart(join(folder, name))).toBeNull();
  }
});

describe('createFileAtomic', () => {
  test('creates a file, and no other one', async () => {
    await createFileAtomic(join(folder, 'a'), 'one');
    expect(readFileSync(join(folder, 'a'), 'utf8')).toBe('one');
    expect(readdirSync(folder)).toEqual(['a']);
  });

  test('replaces nothing, not even a link to nothing', async () => {
    writeFileSync(join(folder, 'a'), 'one');
    symlinkSync('nowhere', join(folder, 'b'));
    mkdirSync(join(folder, 'c'));
    const fails = async (name: string) =>
      await createFileAtomic(join(folder, name), 'two').catch((error: unknown) => error);
    expect(await fails('a')).toMatchObject({ code: 'file.exists' });
    expect(await fails('b')).toMatchObject({ code: 'file.exists' });
    expect(await fails('c')).toMatchObject({ code: 'file.unusable', params: { reason: 'folder' } });
    const none = { code: 'folder.not-found', params: { path: join(folder, 'none') } };
    expect(await fails('none/d')).toMatchObject(none);
    expect(readFileSync(join(folder, 'a'), 'utf8')).toBe('one');
    expect(readdirSync(folder)).toEqual(['a', 'b', 'c']);
  });

  test('of several at once, one creates it', async () => {
    const texts = ['one', 'two', 'three'];
    const ended = await Promise.allSettled(texts.map((text) => createFileAtomic(join(folder, 'a'), text)));
    expect(ended.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect(texts).toContain(readFileSync(join(folder, 'a'), 'utf8'));
    expect(readdirSync(folder)).toEqual(['a']);
  });
});

describe('writeFileAtomic', () => {
  test('creates a file, 0644 whatever the umask, and no other file', async () => {
    const umask = process.umask(0o077);
    await writeFileAtomic(join(folder, 'a'), 'one');
    process.umask(umask);
    expect(readFileSync(join(folder, 'a'), 'utf8')).toBe('one');
    expect(statSync(join(folder, 'a')).mode & 0o777).toBe(0o644);
    expect(readdirSync(folder)).toEqual(['a']);
  });

  test('replaces a file and keeps its mode, unless another is given', async () => {
    const path = join(folder, 'a');
    writeFileSync(path, 'one');
    chmodSync(path, 0o600);
    await writeFileAtomic(path, new Uint8Array([0x32]));
    expect(readFileSync(path, 'utf8')).toBe('2');
    expect(statSync(path).mode & 0o777).toBe(0o600);
    await writeFileAtomic(path, 'three', { mode: 0o755 });
    expect(statSync(path).mode & 0o777).toBe(0o755);
  });

  test('keeps a link and writes its target', async () => {
    mkdirSync(join(folder, 'dotfiles'));
    writeFileSync(join(folder, 'dotfiles', 'a'), 'one');
    symlinkSync(join('dotfiles', 'a'), join(folder, 'a'));
    await writeFileAtomic(join(folder, 'a'), 'two');
    expect(lstatSync(join(folder, 'a')).isSymbolicLink()).toBe(true);
    expect(readFileSync(join(folder, 'dotfiles', 'a'), 'utf8')).toBe('two');
  });

  test('follows links to a missing file, and creates it', async () => {
    mkdirSync(join(folder, 'dotfiles'));
    symlinkSync(join(folder, 'b'), join(folder, 'a'));
    symlinkSync('dotfiles/c', join(folder, 'b'));
    await writeFileAtomic(join(folder, 'a'), 'one');
    expect(readFileSync(join(folder, 'dotfiles', 'c'), 'utf8')).toBe('one');
    for (const name of ['a', 'b']) expect(lstatSync(join(folder, name)).isSymbolicLink()).toBe(true);
  });

  test('refuses link loops', async () => {
    symlinkSync('b', join(folder, 'a'));
    symlinkSync('a', join(folder, 'b'));
    await expect(writeFileAtomic(join(folder, 'a'), 'x')).rejects.toMatchObject({
      code: 'file.unusable',
      params: { reason: 'link-loop' },
    });
  });

  test.skipIf(process.platform === 'win32')('does not replace a pipe', async () => {
    execFileSync('mkfifo', [join(folder, 'pipe')]);
    await expect(writeFileAtomic(join(folder, 'pipe'), 'x')).rejects.toMatchObject({
      code: 'file.unusable',
      params: { reason: 'special' },
    });
    expect(lstatSync(join(folder, 'pipe')).isFIFO()).toBe(true);
  });

  test('keeps its owner when root writes it', async (ctx) => {
    if (process.getuid?.() !== 0) ctx.skip('only root may give a file away');
    writeFileSync(join(folder, 'a'), 'one');
    chownSync(join(folder, 'a'), 1234, 1235);
    await writeFileAtomic(join(folder, 'a'), 'two');
    expect(statSync(join(folder, 'a'))).toMatchObject({ uid: 1234, gid: 1235 });
  });

  test('never shows a reader half of a file', async () => {
    const path = join(folder, 'a');
    const texts = ['a'.repeat(300_000), 'b'.repeat(300_000)];
    await writeFileAtomic(path, texts[0] ?? '');
    const seen: (string | null)[] = [];
    for (let i = 0; i < 20; i++) {
      const written = writeFileAtomic(path, texts[i % 2] ?? '');
      for (let j = 0; j < 3; j++) seen.push(await readTextIfThere(path));
      await written;
    }
    for (const text of seen) expect(texts.includes(text ?? 'gone')).toBe(true);
  });

  test('leaves the old file and nothing else when it fails', async () => {
    mkdirSync(join(folder, 'a'));
    await expect(writeFileAtomic(join(folder, 'a'), 'x')).rejects.toThrow();
    expect(readdirSync(folder)).toEqual(['a']);
  });

  test('reports a missing folder', async () => {
    const path = join(folder, 'no', 'a');
    await expect(writeFileAtomic(path, 'x')).rejects.toMatchObject({
      code: 'file.not-found',
      params: { path },
    });
  });

  test.skipIf(!existsSync('/proc/self'))('reports a folder that cannot be written', async () => {
    await expect(writeFileAtomic('/proc/burrow', 'x')).rejects.toMatchObject({
      code: expect.toBeOneOf(['file.no-permission', 'file.not-found']),
    });
  });
});

test('moveIntoPlace moves a whole folder, or fails', async () => {
  mkdirSync(join(folder, 'staging', 'bin'), { recursive: true });
  await moveIntoPlace(join(folder, 'staging'), join(folder, 'go1.26.1'));
  expect(readdirSync(join(folder, 'go1.26.1'))).toEqual(['bin']);
  await expect(moveIntoPlace(join(folder, 'staging'), join(folder, 'b'))).rejects.toMatchObject({
    code: 'file.not-found',
  });
});

test('syncFolder accepts a folder', async () => {
  await expect(syncFolder(folder)).resolves.toBeUndefined();
});
