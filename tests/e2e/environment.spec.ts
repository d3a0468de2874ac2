import { type BrowserContext, expect, type Page, test } from '@playwright/test';
import { mkdir, readFile, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { browserLaunch } from '#testing/chromium';
import { ServedBurrow } from '#testing/served-burrow';
import { picture } from './screenshots.ts';

/** A home with a profile in a repository of dotfiles, and one that ends with exec. */
test.describe.configure({ mode: 'serial' });

const zshrc = 'export EDITOR=vi\n';
const bashrc = 'export EDITOR=vi\nexec fish\n';
let burrow: ServedBurrow;
let context: BrowserContext;
let page: Page;

test.beforeAll(async ({ browser }) => {
  test.skip(browserLaunch() === null, 'there is no Chromium');
  burrow = await ServedBurrow.start({ SHELL: '/bin/bash' });
  await mkdir(join(burrow.root, 'dots/.git'), { recursive: true });
  await writeFile(join(burrow.root, 'dots/bashrc'), bashrc);
  await symlink('dots/bashrc', join(burrow.root, '.bashrc'));
  await writeFile(join(burrow.root, '.profile'), zshrc);
  context = await browser.newContext();
  page = await context.newPage();
  await page.goto(burrow.url);
});

test.afterAll(async () => {
  await context?.close();
  await burrow?.[Symbol.asyncDispose]();
});

const read = (name: string) => readFile(join(burrow.root, name), 'utf8');
const row = (name: string) => page.getByRole('row').filter({ hasText: name });

test('the profiles of the shells in use are listed', async () => {
  await page.getByRole('navigation').getByRole('link', { name: 'Environment' }).click();
  await expect(row('~/.bashrc')).toContainText('not set up');
  await expect(row('~/.bashrc')).toContainText('links to ~/dots/bashrc');
});

test('a plan shows each change, and applying it changes the files', async () => {
  await page.getByRole('button', { name: 'Set up shells…' }).click();
  const dialog = page.getByRole('dialog', { name: 'Set up your shells' });
  await expect(dialog).toContainText('It will show as a change in the repository ~/dots.');
  await expect(dialog).toContainText('because shells read no further after it: exec fish');
  await picture(page, 'environment-plan');
  await dialog.getByRole('button', { name: /^Change \d files?$/ }).click();
  await expect(row('~/.bashrc')).toContainText('set up');
  await expect(row('~/.bashrc')).not.toContainText('not set up');
  expect(await read('dots/bashrc')).toMatch(/# <<< burrow <<<\n\nexec fish\n$/);
  await picture(page, 'environment');
});

test('undo gives the files back, byte for byte', async () => {
  await page
    .getByRole('listitem')
    .filter({ hasText: "Burrow's lines in profiles" })
    .getByRole('button', { name: 'Undo' })
    .click();
  await expect(row('~/.bashrc')).toContainText('not set up');
  expect([await read('dots/bashrc'), await read('.profile')]).toEqual([bashrc, zshrc]);
});
