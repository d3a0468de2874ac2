import { type BrowserContext, expect, type Page, test } from '@playwright/test';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { browserLaunch } from '#testing/chromium';
import { startLocalProxies } from '#testing/local-proxies';
import { ServedBurrow } from '#testing/served-burrow';

/** Someone whose list has one proxy, without `direct`, and no checksum database. */
test.describe.configure({ mode: 'serial' });

let proxies: Awaited<ReturnType<typeof startLocalProxies>>;
let burrow: ServedBurrow;
let context: BrowserContext;
let page: Page;

test.beforeAll(async ({ browser }) => {
  test.skip(browserLaunch() === null, 'there is no Chromium');
  proxies = await startLocalProxies();
  burrow = await ServedBurrow.start({ SHELL: '/bin/bash' });
  await mkdir(join(burrow.root, '.config/go'), { recursive: true });
  await writeFile(goFile(), `GOPROXY=${proxies.base}/good\nGOSUMDB=off\n`);
  context = await browser.newContext();
  page = await context.newPage();
  await page.goto(burrow.url);
  await page.getByRole('navigation').getByRole('link', { name: 'Environment' }).click();
});

test.afterAll(async () => {
  await context?.close();
  await burrow?.[Symbol.asyncDispose]();
  proxies?.close();
});

const goFile = () => join(burrow.root, '.config/go/env');
const card = () =>
  page.locator('section').filter({ has: page.getByRole('heading', { name: 'Module proxies' }) });

test('the proxy in use is measured, and its list is told to lack direct', async () => {
  await expect(card()).toContainText('does not end with direct');
  await card().getByRole('button', { name: 'Measure' }).click();
  await expect(card().getByRole('status').first()).toContainText(
    `Go gets modules here, from ${proxies.base}/good.`,
  );
  await expect(card().getByRole('row').filter({ hasText: 'Your own' })).toContainText(/works.*ms/);
});

test('the right value is set with a preview', async () => {
  await card()
    .getByRole('button', { name: `Use ${proxies.base}/good,direct…` })
    .click();
  const dialog = page.getByRole('dialog');
  await expect(dialog.getByText(`+GOPROXY=${proxies.base}/good,direct`)).toBeVisible();
  await dialog.getByRole('button', { name: 'Set it' }).click();
  await expect(dialog.getByRole('button', { name: 'Set it' })).toHaveCount(0);
  await expect(card()).not.toContainText('does not end with direct');
  expect(await readFile(goFile(), 'utf8')).toBe(`GOPROXY=${proxies.base}/good,direct\nGOSUMDB=off\n`);
});

test('the way of a module is told', async () => {
  await card().getByLabel('Where does this module come from?').fill('git.corp.example/shop');
  await expect(card()).toContainText(`From ${proxies.base}/good, then direct.`);
  await expect(card()).toContainText('Not checked by a checksum database: GOSUMDB has off.');
});
