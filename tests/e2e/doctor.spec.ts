import { type BrowserContext, expect, type Page, test } from '@playwright/test';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { browserLaunch } from '#testing/chromium';
import { ServedBurrow } from '#testing/served-burrow';
import { picture } from './screenshots.ts';

/** A home with a profile that sets GOROOT, and a file of Go that names a proxy without direct. */
test.describe.configure({ mode: 'serial' });

const bashrc = 'export GOROOT=/nowhere\nexport EDITOR=vi\n';
let burrow: ServedBurrow;
let context: BrowserContext;
let page: Page;

test.beforeAll(async ({ browser }) => {
  test.skip(browserLaunch() === null, 'there is no Chromium');
  burrow = await ServedBurrow.start({ SHELL: '/bin/bash' });
  await writeFile(join(burrow.root, '.bashrc'), bashrc);
  context = await browser.newContext();
  page = await context.newPage();
  await page.goto(burrow.url);
});

test.afterAll(async () => {
  await context?.close();
  await burrow?.[Symbol.asyncDispose]();
});

const read = () => readFile(join(burrow.root, '.bashrc'), 'utf8');
const answer = () => page.getByRole('status').filter({ hasText: /warning|error|well/ });
const goroot = () =>
  page.getByRole('list', { name: 'Warnings' }).getByRole('listitem').filter({ hasText: 'GOROOT is set' });

test('the page answers first, and shows each finding with its place and its fix', async () => {
  await expect(page.getByRole('navigation').getByRole('link', { name: 'Doctor' })).toBeVisible();
  await expect(page.getByRole('heading', { name: 'Overview', level: 1 })).toBeVisible();
  await page.keyboard.press('g');
  await page.keyboard.press('d');
  await expect(page.getByRole('heading', { name: 'Doctor', level: 1 })).toBeVisible();
  await expect(answer()).toContainText(/\d+ warnings?/);
  await expect(goroot()).toContainText('~/.bashrc:1 export GOROOT=/nowhere');
  await expect(page.getByText(/^\d\d checks in/)).toBeVisible();
  const checks = page.getByRole('table', { name: 'Checks' }).getByRole('row');
  expect(await checks.count()).toBeGreaterThan(15);
  await expect(checks.filter({ hasText: 'profile-lines' })).toContainText('1 finding');
  await picture(page, 'doctor');
});

test('a fix is shown before it is made, and takes its finding away', async () => {
  await goroot().getByRole('button', { name: 'Show the fix…' }).click();
  const dialog = page.getByRole('dialog', { name: 'Fix this?' });
  await expect(dialog.getByLabel('~/.bashrc')).toContainText('+# burrow off: export GOROOT=/nowhere');
  expect(await read()).toBe(bashrc);
  await picture(page, 'doctor-fix');
  await dialog.getByRole('button', { name: 'Make the change' }).click();
  await expect(dialog).toHaveCount(0);
  await expect(goroot()).toHaveCount(0);
  expect(await read()).toBe('# burrow off: export GOROOT=/nowhere\nexport EDITOR=vi\n');
});

test('the message undoes it, and the next examination finds it again', async () => {
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(goroot()).toHaveCount(1);
  expect(await read()).toBe(bashrc);
});

test('a fix that is no longer what was shown is refused', async () => {
  await goroot().getByRole('button', { name: 'Show the fix…' }).click();
  const dialog = page.getByRole('dialog', { name: 'Fix this?' });
  await expect(dialog.getByLabel('~/.bashrc')).toBeVisible();
  const changed = `${bashrc}alias ll=ls\n`;
  await writeFile(join(burrow.root, '.bashrc'), `# one more\n${changed}`);
  await dialog.getByRole('button', { name: 'Make the change' }).click();
  await expect(dialog.getByRole('alert')).toContainText('What was shown has changed since');
  expect(await read()).toBe(`# one more\n${changed}`);
  await dialog.getByRole('button', { name: 'Cancel' }).click();
});

test('in Chinese, dark and narrow, nothing needs more than 640 pixels', async ({ browser }) => {
  const other = await browser.newContext({
    viewport: { width: 640, height: 900 },
    locale: 'zh-CN',
    colorScheme: 'dark',
    storageState: await context.storageState(),
  });
  const narrow = await other.newPage();
  await narrow.goto(new URL('/#/doctor', page.url()).href);
  await expect(narrow.getByText(/项检查，用时/)).toBeVisible();
  await expect(narrow.getByText('设置了 GOROOT')).toBeVisible();
  expect(await narrow.locator('html').evaluate(({ scrollWidth }) => scrollWidth)).toBe(640);
  await picture(narrow, 'doctor-zh-dark');
  await other.close();
});
