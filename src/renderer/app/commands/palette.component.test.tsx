import { expect, it, vi } from 'vitest';
import { exampleImageDetail } from '#component-tests/example-contents.ts';
import { answer } from '#component-tests/host.ts';
import { show } from '#component-tests/render.tsx';
import { overlays } from '#shared/overlays.ts';
import { CommandPalette } from './palette.tsx';

function Opened() {
  const overlay = overlays.use();
  return overlay?.name === 'palette' ? <CommandPalette typed={overlay.typed} /> : null;
}

it('loses no letter that is typed before its field has the focus', async () => {
  answer('projects.list', () => ({ projects: [] }));
  answer('toolchains.list', () => ({ toolchains: [] }));
  answer('toolchains.available', () => ({ releases: [] }));
  overlays.open({ name: 'palette', typed: 'D' });
  const screen = await show(<Opened />);
  await expect.element(screen.getByRole('combobox')).toHaveValue('D');
  for (const typed of ['Da', 'Dar', 'Dark']) overlays.open({ name: 'palette', typed });
  await expect.element(screen.getByRole('combobox')).toHaveValue('Dark');
  overlays.close();
});

it('finds recorded images by name and tag, and opens them', async () => {
  answer('projects.list', () => ({ projects: [] }));
  answer('toolchains.list', () => ({ toolchains: [] }));
  answer('toolchains.available', () => ({ releases: [] }));
  const asked = vi.fn();
  answer('builds.page', (input) => {
    asked(input);
    return {
      rows: [{ build: exampleImageDetail(), before: null, series: 1, unusualFlags: [] }],
      next: null,
      damaged: [],
      damagedProjects: 0,
      notices: [],
    };
  });
  const screen = await show(<CommandPalette typed={undefined} />);
  await screen.getByRole('combobox').fill('shop:1');
  await screen.getByRole('option', { name: /^shop:1/ }).click();
  await expect.poll(screen.address).toBe('/images?id=b2');
  expect(asked).toHaveBeenLastCalledWith({ filter: { kind: 'image', text: 'shop:1' }, limit: 8 });
});
