import { type BrowserContext, expect, type Page, test } from '@playwright/test';
import { execa } from 'execa';
import { browserLaunch } from '#testing/chromium';
import { ServedBurrow } from '#testing/served-burrow';
import { olderGo, ToolWorld, whyNoTools } from '#testing/tool-world';
import { picture } from './screenshots.ts';

/** Tools built with an older Go are listed and rebuilt. Each test builds on the one before. */
test.describe.configure({ mode: 'serial' });

let world: ToolWorld;
let burrow: ServedBurrow;
let context: BrowserContext;
let page: Page;

test.beforeAll(async ({ browser }) => {
  test.skip(browserLaunch() === null, 'there is no Chromium');
  const missing = await whyNoTools();
  test.skip(missing !== null, missing ?? '');
  world = await ToolWorld.make();
  await world.publish('v1.0.0');
  const { PATH: _path, ...env } = world.env;
  burrow = await ServedBurrow.start(env);
  context = await browser.newContext();
  page = await context.newPage();
  await page.goto(burrow.url);
});

test.afterAll(async () => {
  await context?.close();
  await burrow?.[Symbol.asyncDispose]();
  await world?.[Symbol.asyncDispose]();
});

test('without tools, the page shows how to install one', async () => {
  await page.getByRole('navigation').getByRole('link', { name: 'Tools' }).click();
  await expect(page.getByText('go install golang.org/x/tools/gopls@latest')).toBeVisible();
});

test('a tool built with an older Go is listed, with the settings that its rebuild keeps', async () => {
  await world.install({ version: 'v1.0.0', args: ['-tags=netgo'] });
  await page.reload();
  const row = page
    .getByRole('table', { name: 'Installed tools' })
    .getByRole('row')
    .filter({ hasText: 'hello' });
  await expect(row).toContainText(olderGo);
  await expect(row).toContainText('older Go');
  await page.getByRole('button', { name: 'Rebuild…' }).click();
  const dialog = page.getByRole('dialog', { name: 'Rebuild tools' });
  await expect(dialog.getByRole('listitem')).toContainText('keeps -tags=netgo');
  await picture(page, 'tools-rebuild');
});

test('a tool is rebuilt in place', async () => {
  const dialog = page.getByRole('dialog', { name: 'Rebuild tools' });
  await dialog.getByRole('button', { name: 'Rebuild 1' }).click();
  await expect(dialog.getByText('1 tool was rebuilt')).toBeVisible({ timeout: 60_000 });
  // After the list behind the dialog has been read again, the dialog still shows its results.
  await expect(page.locator('table')).toContainText(world.newer.version);
  await expect(dialog.getByRole('listitem')).toContainText(`${olderGo} → ${world.newer.version}`);
  await dialog.getByRole('button', { name: 'Close' }).last().click();
  const table = page.getByRole('table', { name: 'Installed tools' });
  await expect(table).toContainText(world.newer.version);
  await expect(table).not.toContainText('older Go');
  const { stdout } = await execa('go', ['version', '-m', `${world.bin}/hello`]);
  expect(stdout).toContain('-tags=netgo');
});
