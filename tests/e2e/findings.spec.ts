import { type BrowserContext, expect, type Page, test } from '@playwright/test';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { browserLaunch } from '#testing/chromium';
import { ServedBurrow } from '#testing/served-burrow';
import { picture } from './screenshots.ts';

/** A home with a profile that sets GOROOT, and has another line that Burrow offers no edit for. */
test.describe.configure({ mode: 'serial' });

const bashrc =
  'if [ -d /usr/local/go ]; then\n  export GOROOT=/usr/local/go\nfi\nexport PATH=/usr/bin:/bin\n';
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
const findings = () =>
  page.getByRole('list', { name: 'Lines that conflict with Burrow' }).getByRole('listitem');

test('each line is listed with its file, its line and what it does', async () => {
  await page.getByRole('navigation').getByRole('link', { name: 'Environment' }).click();
  await expect(findings()).toHaveCount(2);
  await expect(findings().nth(0)).toContainText('GOROOT is set');
  await expect(findings().nth(0)).toContainText('~/.bashrc:2 export GOROOT=/usr/local/go');
  await expect(findings().nth(1)).toContainText('PATH is replaced');
  await expect(findings().nth(1).getByRole('button')).toHaveCount(0);
  await picture(page, 'findings');
});

test('the edit is shown before it is made', async () => {
  await findings().nth(0).getByRole('button', { name: 'Show the edit…' }).click();
  const dialog = page.getByRole('dialog', { name: 'Comment out ~/.bashrc:2' });
  await expect(dialog.getByLabel('~/.bashrc')).toContainText('+# burrow off:   export GOROOT=/usr/local/go');
  expect(await read()).toBe(bashrc);
  await picture(page, 'findings-edit');
  await dialog.getByRole('button', { name: 'Comment out 3 lines' }).click();
  await expect(findings()).toHaveCount(1);
  expect(await read()).toBe(
    '# burrow off: if [ -d /usr/local/go ]; then\n# burrow off:   export GOROOT=/usr/local/go\n# burrow off: fi\nexport PATH=/usr/bin:/bin\n',
  );
});

test('the journal undoes it, byte for byte', async () => {
  const entry = page.getByRole('listitem').filter({ hasText: 'Lines commented out' });
  await entry.getByRole('button', { name: 'Undo' }).click();
  await expect(findings()).toHaveCount(2);
  expect(await read()).toBe(bashrc);
});
