import { type BrowserContext, expect, type Page, test } from '@playwright/test';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { browserLaunch } from '#testing/chromium';
import { fakeGo, writeGoroot } from '#testing/fake-toolchains';
import { ServedBurrow } from '#testing/served-burrow';
import { picture } from './screenshots.ts';

/** A home where a new tab runs another Go than all else, and zsh gives no answer. */
test.describe.configure({ mode: 'serial' });

let burrow: ServedBurrow;
let context: BrowserContext;
let page: Page;

test.beforeAll(async ({ browser }) => {
  test.skip(browserLaunch() === null, 'there is no Chromium');
  burrow = await ServedBurrow.start({ SHELL: '/bin/bash' });
  for (const version of ['go1.26.1', 'go1.20.3']) await writeGoroot(goroot(version), fakeGo(version));
  const first = `export PATH='${join(goroot('go1.26.1'), 'bin')}':$PATH\n`;
  const other = `export GOFLAGS=-mod=vendor\nexport PATH='${join(goroot('go1.20.3'), 'bin')}':$PATH\n`;
  await write('.profile', first);
  await write('.bashrc', `${first}${other}`);
  await write('.zshrc', 'exit 1\n');
  context = await browser.newContext();
  page = await context.newPage();
  await page.goto(burrow.url);
});

test.afterAll(async () => {
  await context?.close();
  await burrow?.[Symbol.asyncDispose]();
});

const goroot = (version: string) => join(burrow.root, version);
const write = (name: string, text: string) => writeFile(join(burrow.root, name), text);
const row = (name: string) => page.getByRole('row').filter({ hasText: name });
const item = (text: string) =>
  page.getByRole('list', { name: 'What differs' }).getByRole('listitem').filter({ hasText: text });

test('each shell is asked, and what differs is said with its line', async () => {
  await page.getByRole('navigation').getByRole('link', { name: 'Environment' }).click();
  const cells = row('bash').and(row('yours')).getByRole('cell');
  await expect(cells).toHaveText([/bash\s*yours/, '1.26.1', '1.20.3', '1.26.1', 'inherits']);
  await expect(item('~/.bashrc:3')).toContainText(/bash, interactive.*go1\.20\.3 runs/);
  await expect(item('~/.bashrc:2')).toContainText('GOFLAGS is -mod=vendor');
  await picture(page, 'environment-shells');
});

test('a shell without an answer is unknown, with the reason, until it answers', async () => {
  await expect(row('zsh').getByRole('cell', { name: 'unknown' })).toHaveCount(2);
  await expect(item('ended without an answer')).toContainText('zsh, interactive, login and interactive');
  await write('.zshrc', `export PATH='${join(goroot('go1.26.1'), 'bin')}':$PATH\n`);
  await page.getByRole('button', { name: 'Check again' }).click();
  await expect(item('ended without an answer')).toHaveCount(0);
  await expect(row('zsh').getByRole('cell', { name: '1.26.1' })).toHaveCount(2);
});

test('shells that nobody uses are shown on request', async () => {
  const button = page.getByRole('button', { name: /^Show \d+ shells? that you do not use$/ });
  await expect(row('/bin/sh').or(page.getByRole('cell', { name: 'sh', exact: true }))).toHaveCount(0);
  await button.click();
  await expect(page.getByRole('cell', { name: 'sh', exact: true })).toHaveCount(1);
});

test('a check can be cancelled, and repeated', async () => {
  await write('.zshrc', 'sleep 600\n');
  await page.reload();
  await page.getByRole('button', { name: 'Cancel' }).click();
  await expect(page.getByText('Not checked.')).toBeVisible();
  await write('.zshrc', '');
  await page.getByRole('button', { name: 'Check', exact: true }).click();
  await expect(row('bash').and(row('yours'))).toContainText('1.20.3');
});

test('an edit takes the line out, after which it differs no more', async () => {
  await item('~/.bashrc:3').getByRole('button', { name: 'Show the edit…' }).click();
  const dialog = page.getByRole('dialog', { name: 'Comment out ~/.bashrc:3' });
  await dialog.getByRole('button', { name: 'Comment out 1 line' }).click();
  await expect(row('bash').and(row('yours'))).not.toContainText('1.20.3');
  await expect(item('~/.bashrc:3')).toHaveCount(0);
  await expect(item('~/.bashrc:2')).toContainText('GOFLAGS is -mod=vendor');
});
