import { expect, test } from '@playwright/test';
import { join } from 'node:path';
import { drain } from '#contract/streams';
import { runBuild } from '#core/builds';
import { browserLaunch } from '#testing/chromium';
import { ModuleWorld } from '#testing/module-world';
import { startWebHost } from '#web';
import { picture } from './screenshots.ts';

const long = 'example.com/a-module-with-a-rather-long-name/and-a-folder/below-it';

test('the modules of a project are listed, explained, and left out', async ({ page }) => {
  test.skip(browserLaunch() === null, 'there is no Chromium');
  const made = await ModuleWorld.make();
  if (typeof made === 'string') return test.skip(true, made);
  await using world = made;
  await world.publish(long, 'v1.0.0', {
    'go.mod': `module ${long}\n\ngo 1.21\n`,
    'below.go': 'package below\n\nfunc init() { println("below") }\n',
    LICENSE: 'Yours.\n',
  });
  const shop = await world.project('shop', {
    'go.mod':
      'module example.com/shop\n\ngo 1.21\n\nrequire example.com/local v0.0.0\n\nreplace example.com/local => ./local\n',
    'main.go': `package main\n\nimport (\n\t"example.com/local"\n\t_ "${long}"\n)\n\nfunc main() { println(local.Name()) }\n`,
    'local/go.mod': 'module example.com/local\n\ngo 1.21\n',
    'local/local.go': 'package local\n\n//go:noinline\nfunc Name() string { return "local" }\n',
  });
  const args = ['-o', join(world.root, 'shop-program'), '.'];
  await drain(runBuild(world.system, world.history, { dir: shop, args }));
  const host = await startWebHost(world.system);
  try {
    await page.setViewportSize({ width: 640, height: 820 });
    await page.goto(host.url);
    await page.waitForURL(({ search }) => search === '');
    await page.goto(`${new URL(page.url()).origin}/#/modules?project=${encodeURIComponent(shop)}`);
    const table = page.getByRole('table', { name: 'Modules' });
    await expect(table.getByRole('row').filter({ hasText: 'example.com/local' })).toContainText('→ ./local');
    await picture(page, 'modules');
    const widths = await page
      .locator('html, main .overflow-x-auto')
      .evaluateAll((parts) => parts.map(({ scrollWidth, clientWidth }) => scrollWidth - clientWidth));
    expect(Math.max(...widths)).toBe(0);

    await page.getByRole('button', { name: 'Check', exact: true }).click();
    await expect(page.getByRole('button', { name: 'Check again' })).toBeVisible({ timeout: 60_000 });
    await expect(
      page.getByRole('listitem').filter({ hasText: 'Builds from the module cache' }),
    ).toContainText('yes');

    await page.getByRole('button', { name: `Why ${long}?` }).click();
    const dialog = page.getByRole('dialog', { name: long });
    await expect(dialog.getByText('Leaving it out saves at least')).toBeVisible();
    await dialog.getByRole('button', { name: 'Build without it' }).click();
    const status = dialog.getByRole('status');
    await expect(status).toContainText('1 package is no longer in the program', { timeout: 60_000 });
    await expect(status).toContainText('without 1 blank import');
    await page.keyboard.press('Escape');

    await page.getByRole('button', { name: 'Why example.com/local?' }).click();
    const used = page.getByRole('dialog', { name: 'example.com/local' });
    await used.getByRole('button', { name: 'Build without it' }).click();
    await expect(used.getByRole('status')).toContainText('main.go:4', { timeout: 60_000 });
    await expect(used.getByRole('status')).toContainText('Name');
  } finally {
    await host.close();
  }
});
