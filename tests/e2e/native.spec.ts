import { type BrowserContext, expect, type Page, test } from '@playwright/test';
import { copyFile, mkdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { browserLaunch } from '#testing/chromium';
import { fakeGo } from '#testing/fake-toolchains';
import { buildGo, smallModule, whyNoGo } from '#testing/go-programs';
import { MacWorld } from '#testing/mac-world';
import { startWebHost, type WebHost } from '#web';

/** A Mac with Apple silicon on which toolchains for Intel are in use. Each test builds on the one before. */
test.describe.configure({ mode: 'serial' });

let mac: MacWorld;
let host: WebHost;
let context: BrowserContext;
let page: Page;

test.beforeAll(async ({ browser }) => {
  test.skip(browserLaunch() === null, 'there is no Chromium');
  mac = await MacWorld.make();
  mac.offer('go1.24.9');
  for (const version of ['go1.14.15', 'go1.15.15']) {
    mac.world.server.offerFake(fakeGo(version, { os: 'darwin', arch: 'amd64' }));
  }
  await mac.install('1.24.9');
  await mac.install('1.15.15');
  await mac.setDefault('1.24.9');
  await mac.project('shop', { '.go-version': '1.24\n' });
  await mac.project('museum', { '.go-version': '1.15.15\n' });
  host = await startWebHost(mac.system);
  context = await browser.newContext();
  page = await context.newPage();
  await page.goto(host.url);
  await page.getByRole('navigation').getByRole('link', { name: 'Toolchains' }).click();
});

test.afterAll(async () => {
  await context?.close();
  await host?.close();
  await mac?.[Symbol.asyncDispose]();
});

const notices = () => page.getByRole('region', { name: 'Go toolchains that run under Rosetta' });
const notice = (version: string) => notices().getByRole('listitem').filter({ hasText: version });
const rows = () => page.getByRole('table', { name: 'Installed toolchains' }).locator('tbody tr');

test('toolchains under Rosetta are reported, with their users and the end of Rosetta', async () => {
  await expect(notice('go1.24.9')).toContainText('It is the default. Used by shop.');
  await expect(notice('go1.15.15')).toContainText('Go has had native builds for Apple silicon since 1.16');
  await expect(notice('go1.15.15').getByRole('button')).toHaveCount(0);
  await expect(notices()).toContainText('is available through macOS 27');
});

test('a replacement can be cancelled without leaving changes', async () => {
  mac.world.server.fail({ path: /arm64/, kind: 'stall' });
  await notice('go1.24.9').getByRole('button', { name: 'Replace with native' }).focus();
  await page.keyboard.press('Enter');
  await expect(notice('go1.24.9').getByRole('progressbar')).toBeVisible();
  await notice('go1.24.9').getByRole('button', { name: 'Cancel' }).click();
  await expect(notice('go1.24.9').getByRole('button', { name: 'Replace with native' })).toBeVisible();
  await expect(rows().filter({ hasText: 'go1.24.9' })).toContainText('amd64 · Rosetta');
});

test('one click replaces it with the native build', async () => {
  mac.world.server.heal();
  await notice('go1.24.9').getByRole('button', { name: 'Replace with native' }).click();
  await expect(page.getByText('go1.24.9 now runs natively')).toBeVisible();
  await expect(page.getByText('The default is now native. 1 project now uses it.')).toBeVisible();
  await expect(notice('go1.24.9')).toHaveCount(0);
  await expect(rows().filter({ hasText: 'go1.24.9' })).toHaveCount(1);
  await expect(rows().filter({ hasText: 'go1.24.9' })).toContainText('arm64 · native');
  expect(await readFile(join(mac.world.folder, 'shop/.go-version'), 'utf8')).toBe('1.24\n');
});

test('tools for Intel are reported too, with a link to the page that rebuilds them', async () => {
  const missing = await whyNoGo();
  test.skip(missing !== null, missing ?? '');
  const tools = join(mac.system.home, 'go/bin');
  await mkdir(tools, { recursive: true });
  await copyFile(
    await buildGo({ module: await smallModule(), target: 'darwin/amd64' }),
    join(tools, 'small'),
  );
  await page.reload();
  const finding = notices().getByRole('listitem').filter({ hasText: 'go install' });
  await expect(finding).toContainText(
    '1 tool installed with go install is not built for this Mac’s own processor',
  );
  await finding.getByRole('button', { name: 'Show tools' }).click();
  const row = page.getByRole('table', { name: 'Installed tools' }).getByRole('row');
  await expect(row.filter({ hasText: 'small' })).toContainText('amd64 · Rosetta');
  await page.getByRole('navigation').getByRole('link', { name: 'Toolchains' }).click();
});

test('a version without a native build is installed only if the user chooses Rosetta', async () => {
  await page.getByRole('button', { name: 'Install Go…' }).click();
  const dialog = page.getByRole('dialog', { name: 'Install Go' });
  await dialog.getByRole('combobox', { name: 'Search versions' }).fill('1.14');
  await expect(dialog).toContainText('this version can only run under Rosetta');
  await dialog.getByRole('button', { name: 'Install go1.14.15 for Rosetta' }).click();
  await expect(rows().filter({ hasText: 'go1.14.15' })).toContainText('amd64 · Rosetta');
});
