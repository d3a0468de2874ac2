import { expect, it } from 'vitest';
import { page } from 'vitest/browser';
import { show } from '#component-tests/render.tsx';
import { Page } from './page.tsx';

it.each([
  [640, true],
  [1024, false],
])('at a width of %i, says itself which project is chosen: %s', async (width, expected) => {
  await page.viewport(width, 800);
  const screen = await show(<Page title="Toolchains">12</Page>, '/?project=/home/me/shop');
  const name = screen.getByText('shop', { exact: true });
  if (expected) await expect.element(name).toBeVisible();
  else await expect.element(name).not.toBeVisible();
});

it('says nothing while all projects are shown', async () => {
  await page.viewport(640, 800);
  const screen = await show(<Page title="Toolchains">12</Page>);
  await expect.element(screen.getByRole('banner')).toHaveTextContent('Toolchains');
});
