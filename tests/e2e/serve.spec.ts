import { type BrowserContext, expect, type Page, test } from '@playwright/test';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { browserLaunch } from '#testing/chromium';
import { CommandLine } from '#testing/command-line';
import { leftSetup } from '#testing/left-setup';
import { RunningHost } from '#testing/running-host';

/** The user's way into Burrow in a browser, and back into it. Each test builds on the one before. */
test.describe.configure({ mode: 'serial' });

let burrow: CommandLine;
let host: RunningHost;
/** The printed address. */
let address: string;
let home: string;
let context: BrowserContext;
let page: Page;
/** What the pages reported: violations of their policy, and errors. */
const reported: string[] = [];

const firstStart = (tab: Page) => tab.getByText('Three steps to your first Go');

test.beforeAll(async ({ browser }) => {
  test.skip(browserLaunch() === null, 'there is no Chromium');
  burrow = await CommandLine.make();
  await leftSetup(burrow.home);
  // In the place of a browser: keeps the address that it was given.
  await burrow.write('bin/xdg-open', `#!/bin/sh\nprintf '%s' "$1" > '${burrow.root}/opened'\n`, 0o755);
  host = new RunningHost(burrow, [], { DISPLAY: ':9' });
  address = await host.address();
  home = `${new URL(address).origin}/`;
  context = await browser.newContext();
  context.on('console', (message) => {
    if (message.type() === 'error') reported.push(`${message.text()} (${message.page()?.url()})`);
  });
  context.on('weberror', (error) => reported.push(String(error.error())));
});

test.afterAll(async () => {
  await context?.close();
  await host?.[Symbol.asyncDispose]();
  await burrow?.[Symbol.asyncDispose]();
});

test('the file that the browser is given leads to the app, and the token is nowhere on the way', async () => {
  const opened = join(burrow.root, 'opened');
  await expect.poll(() => readFile(opened, 'utf8').catch(() => '')).toMatch(/^file:.*\.html$/);
  const file = await readFile(opened, 'utf8');
  page = await context.newPage();
  await page.goto(file);
  await expect(firstStart(page)).toBeVisible();
  await expect(page).toHaveTitle('Overview · Burrow');
  expect(page.url()).toBe(home);
  expect(await page.evaluate('document.referrer')).toBe('');
  // The empty tab, and the app in the place of the file and the address.
  expect(await page.evaluate('history.length')).toBe(2);
});

test('every page works under its policy, and reports no violation of it', async () => {
  for (const link of await page.getByRole('navigation').getByRole('link').all()) {
    await link.click();
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  }
  await page.keyboard.press('ControlOrMeta+k');
  await expect(page.getByRole('dialog').getByRole('combobox')).toBeFocused();
  await page.keyboard.press('Escape');
  await page.getByRole('navigation').getByRole('link', { name: 'Toolchains' }).click();
  await page.getByRole('button', { name: 'Install Go…' }).first().click();
  await expect(page.getByRole('dialog', { name: 'Install Go' })).toBeVisible();
  await page.keyboard.press('Escape');
  expect(reported).toEqual([]);
});

test('a reload, the back button and a second tab stay in', async () => {
  await page.reload();
  await expect(page.getByRole('heading', { level: 1, name: 'Toolchains' })).toBeVisible();
  await page.getByRole('navigation').getByRole('link', { name: 'Overview' }).click();
  await page.goBack();
  await expect(page.getByRole('heading', { level: 1, name: 'Toolchains' })).toBeVisible();

  const second = await context.newPage();
  await second.goto(home);
  await expect(firstStart(second)).toBeVisible();
  await second.close();
  expect(reported).toEqual([]);
});

test('the used address leads back to the app', async () => {
  const tab = await context.newPage();
  await tab.goto(address);
  await expect(firstStart(tab)).toBeVisible();
  expect(tab.url()).toBe(home);
  await tab.close();
});

test('a link from another site asks first', async () => {
  const tab = await context.newPage();
  await tab.route('http://other.example/', (route) =>
    route.fulfill({ contentType: 'text/html', body: `<a href="${home}toolchains">Burrow</a>` }),
  );
  await tab.goto('http://other.example/');
  await tab.getByRole('link').click();
  await expect(tab.getByRole('heading', { name: 'Open Burrow?' })).toBeVisible();
  await tab.getByRole('link', { name: 'Open Burrow' }).click();
  await expect(firstStart(tab)).toBeVisible();
  await tab.close();
});

test('another browser is told in its language how to get in', async ({ browser }) => {
  const other = await browser.newContext({ locale: 'zh-CN' });
  const tab = await other.newPage();
  await tab.goto(`${home}toolchains`);
  await expect(tab.getByRole('heading', { name: '此页面尚未授权' })).toBeVisible();
  await expect(tab.getByText('burrow serve').first()).toBeVisible();
  await tab.goto(address);
  await expect(tab.getByRole('heading', { name: '此地址已被使用' })).toBeVisible();
  await other.close();
});

test('a page finds a host that was started again on its port, once this browser has signed in', async () => {
  await host.end('SIGTERM');
  const banner = page.getByRole('status').first();
  await expect(banner).toContainText('Burrow is not responding');
  await expect(banner).toContainText(`burrow serve --port ${new URL(home).port}`);
  host = new RunningHost(burrow, ['--no-open', '--port', new URL(home).port]);
  const newer = await host.address();
  await expect(banner).toContainText('Burrow was started again, and this page is not signed in.');

  const bookmark = await context.newPage();
  await bookmark.goto(`${home}toolchains`);
  await expect(bookmark.getByRole('heading', { name: 'This page is not signed in' })).toBeVisible();
  const tab = await context.newPage();
  await tab.goto(address);
  await expect(tab.getByRole('heading', { name: 'This address is not valid' })).toBeVisible();
  await tab.goto(newer);
  await expect(tab.getByRole('heading', { level: 1, name: 'Overview' })).toBeVisible();

  // The others go on without a reload.
  await expect(banner).not.toContainText('signed in');
  await expect(page.getByRole('heading', { level: 1, name: 'Toolchains' })).toBeVisible();
  await expect(bookmark.getByRole('heading', { level: 1, name: 'Overview' })).toBeVisible();
});

test('the page follows what an editor writes', async () => {
  await burrow.write('shop/go.mod', 'module example.com/shop\n\ngo 1.26\n');
  const project = `${burrow.root}/shop`;
  await page.goto(`${home}#/?project=${encodeURIComponent(project)}`);
  await expect(page.getByRole('heading', { level: 1, name: 'Overview' })).toBeVisible();
  for (const version of ['1.25.3', '1.24.9']) {
    await burrow.write('shop/.go-version', `${version}\n`);
    await expect(page.getByText(version).first()).toBeVisible();
  }
});
