import { beforeEach, expect, it } from 'vitest';
import { userEvent } from 'vitest/browser';
import { answer } from '#component-tests/host.ts';
import { show } from '#component-tests/render.tsx';
import { failure } from '#contract/failure';
import { OpenProjectDialog } from './open-project-dialog.tsx';

const home = '/home/me';
let opened: string[] = [];

beforeEach(() => {
  opened = [];
  answer('machine.show', () => ({ home }));
  answer('projects.list', () => ({ projects: [] }));
  answer('projects.browse', ({ path = '~/' }: { path?: string }) => ({
    path: path.replace('~', home),
    parent: null,
    folders: ['admin', 'shop', 'shop-tools'].map((name) => ({
      name,
      path: `${path.replace('~', home)}${name}`,
      hasGoMod: true,
    })),
  }));
  answer('projects.add', ({ path }: { path: string }) => {
    opened.push(path);
    if (path.endsWith('shpo')) throw failure('folder.not-found', { path });
    return { project: { path, name: 'shop', exists: true, lastUsedAt: null } };
  });
});

it('opens what is typed, and lists what begins with it', async () => {
  const screen = await show(<OpenProjectDialog />);
  await userEvent.keyboard('~/dev/sh');
  await expect.poll(() => screen.getByRole('option').elements()).toHaveLength(2);
  await userEvent.keyboard('op{Enter}');
  await expect.poll(() => opened).toEqual(['~/dev/shop']);
});

it('keeps a mistyped path, and says what is wrong with it', async () => {
  const screen = await show(<OpenProjectDialog />);
  await userEvent.keyboard('~/dev/shpo{Enter}');
  await expect.poll(() => opened).toEqual(['~/dev/shpo']);
  await expect.element(screen.getByRole('dialog').getByText(/shpo/).first()).toBeVisible();
  await expect.element(screen.getByRole('combobox')).toHaveValue('~/dev/shpo');
});

it('chooses a listed folder by keys, and completes with Tab', async () => {
  const screen = await show(<OpenProjectDialog />);
  const field = screen.getByRole('combobox');
  await userEvent.keyboard('~/ad{Tab}');
  await expect.element(field).toHaveValue('~/admin/');
  await userEvent.clear(field);
  await userEvent.keyboard('~/shop-{ArrowDown}');
  const chosen = screen.getByRole('option', { selected: true });
  await expect.poll(() => chosen.elements()[0]?.textContent).toContain('shop-tools');
});
