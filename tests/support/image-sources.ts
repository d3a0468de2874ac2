import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { localSystem } from '#core/system';
import { afterAll, beforeAll } from 'vitest';
import { type ImageFilesOf, writeImageFolder } from './image-archives.ts';

/** A machine on which `linux/amd64` is chosen. */
export const linuxSystem = { ...localSystem(), os: 'linux', arch: 'amd64' } as const;

/** Archives and folders with images, in a folder of the test file that is removed at its end. */
export function imageSources(name: string) {
  let folder = '';
  let made = 0;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), `burrow-${name}-`));
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));
  return {
    /** The path of a file or folder there; without a name, of the folder itself. */
    place: (path = '') => join(folder, path),
    archived: async (bytes: Buffer) => {
      const path = join(folder, `archive-${made++}.tar`);
      await writeFile(path, bytes);
      return { kind: 'archive' as const, path };
    },
    folderOf: async (files: ImageFilesOf) => {
      const path = join(folder, `folder-${made++}`);
      await writeImageFolder(path, files);
      return { kind: 'folder' as const, path };
    },
  };
}
