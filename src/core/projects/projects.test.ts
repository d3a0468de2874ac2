import { chmod, mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type History, openHistory } from '#core/history';
import { localSystem, type System } from '#core/system';
import { programRecord } from '#testing/example-builds';
import { browseFolders } from './browse.ts';
import { addProject, listProjects, removeProject } from './projects.ts';

let root: string;
let system: System;
let history: History;

beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'burrow-projects-'));
  let clock = Date.parse('2026-11-07T12:00:00Z');
  system = {
    ...localSystem(),
    cwd: root,
    home: root,
    env: { BURROW_HOME: join(root, '.burrow') },
    now: () => new Date((clock += 1000)),
  };
  history = await openHistory(system);
});

afterEach(async () => {
  await history.close();
  await rm(root, { recursive: true });
});

describe('projects', () => {
  it('are added only once, by any spelling of their folder', async () => {
    await mkdir(join(root, 'shop'));
    await writeFile(join(root, 'shop/go.mod'), 'module example.com/shop // the shop\n');
    const added = await addProject(system, history, 'shop/../shop/');
    expect(added).toEqual({
      path: join(root, 'shop'),
      name: 'shop',
      module: 'example.com/shop',
      exists: true,
      builds: 0,
      lastUsedAt: '2026-11-07T12:00:02.000Z',
    });
    await addProject(system, history, join(root, 'shop'));
    expect(await listProjects(history)).toHaveLength(1);
  });

  it('are listed with their builds, even if the folder no longer exists', async () => {
    await mkdir(join(root, 'here'));
    await history.add(programRecord({ project: join(root, 'gone') }));
    await addProject(system, history, 'here');
    expect(await listProjects(history)).toMatchObject([
      { name: 'here', module: null, exists: true, builds: 0 },
      { name: 'gone', module: null, exists: false, builds: 1 },
    ]);
    expect(await removeProject(system, history, 'gone')).toBe(true);
    expect(await removeProject(system, history, 'gone')).toBe(false);
    expect(await listProjects(history)).toHaveLength(1);
  });

  it.each(['nowhere', 'file'])('must be folders: %s', async (path) => {
    await writeFile(join(root, 'file'), '');
    await expect(addProject(system, history, path)).rejects.toMatchObject({
      code: 'folder.not-found',
      params: { path: join(root, path) },
    });
  });
});

describe('browsing folders', () => {
  it('lists folders by name, including hidden ones and links', async () => {
    for (const name of ['b', 'a10', 'a9', '.hidden', 'shop']) await mkdir(join(root, name));
    await writeFile(join(root, 'shop/go.mod'), '');
    await writeFile(join(root, 'file'), '');
    await symlink(join(root, 'shop'), join(root, 'linked'));
    await symlink(join(root, 'gone'), join(root, 'dangling'));
    expect(await browseFolders(system)).toEqual({
      path: root,
      parent: tmpdir(),
      folders: [
        ['.burrow', false],
        ['.hidden', false],
        ['a9', false],
        ['a10', false],
        ['b', false],
        ['linked', true],
        ['shop', true],
      ].map(([name, hasGoMod]) => ({ name, path: join(root, String(name)), hasGoMod })),
    });
  });

  it('reads ~ as the home folder, as Burrow writes it', async () => {
    await mkdir(join(root, 'dev/a'), { recursive: true });
    const elsewhere = { ...system, cwd: '/' };
    expect((await browseFolders(elsewhere, '~/dev/')).folders).toMatchObject([{ name: 'a' }]);
    expect(await addProject(elsewhere, history, '~/dev/a')).toMatchObject({ path: join(root, 'dev/a') });
    expect(await removeProject(elsewhere, history, '~/dev/a')).toBe(true);
  });

  it('ends at the root', async () => {
    expect((await browseFolders(system, '/')).parent).toBe(null);
  });

  it('reports a folder that does not exist, or is a file', async () => {
    await writeFile(join(root, 'file'), '');
    for (const path of [join(root, 'gone'), join(root, 'file')]) {
      await expect(browseFolders(system, path)).rejects.toMatchObject({ code: 'folder.not-found' });
    }
  });

  it('reports a folder that may not be read', async (ctx) => {
    if (process.getuid?.() === 0) ctx.skip('root may read everything');
    await mkdir(join(root, 'closed'));
    await chmod(join(root, 'closed'), 0);
    await expect(browseFolders(system, join(root, 'closed'))).rejects.toMatchObject({
      code: 'file.no-permission',
    });
  });
});
