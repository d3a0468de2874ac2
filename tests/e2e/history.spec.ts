import { type BrowserContext, expect, type Page, test } from '@playwright/test';
import Database from 'better-sqlite3';
import { join } from 'node:path';
import { openHistory } from '#core/history';
import { localSystem } from '#core/system';
import { browserLaunch } from '#testing/chromium';
import { programRecord } from '#testing/example-builds';
import { ServedBurrow } from '#testing/served-burrow';
import { picture } from './screenshots.ts';

/** A history with damaged rows and a backup of the day before. */
test.describe.configure({ mode: 'serial' });

let burrow: ServedBurrow;
let context: BrowserContext;
let page: Page;

test.beforeAll(async ({ browser }) => {
  test.skip(browserLaunch() === null, 'there is no Chromium');
  burrow = await ServedBurrow.start();
  for (const daysAgo of [2, 0]) {
    const now = () => new Date(Date.now() - daysAgo * 86_400_000);
    const history = await openHistory({ ...localSystem(), env: { BURROW_HOME: burrow.home }, now });
    for (let n = 0; n < 3; n++) await history.add(programRecord({ subject: `./cmd/${n}` }));
    await history.close();
  }
  const database = new Database(join(burrow.home, 'history.db'));
  database.exec(`UPDATE builds SET flags = '[' WHERE id IN (1, 2)`);
  database.close();
  context = await browser.newContext();
  page = await context.newPage();
  await page.goto(burrow.url);
});

test.afterAll(async () => {
  await context?.close();
  await burrow?.[Symbol.asyncDispose]();
});

const row = (id: string) =>
  page.getByRole('row').filter({ has: page.getByRole('button', { name: id, exact: true }) });

test('damaged builds are left out and named', async () => {
  await page.getByRole('navigation').getByRole('link', { name: 'Builds' }).click();
  await expect(page.getByText('2 builds are damaged and cannot be shown: b1–b2')).toBeVisible();
  await expect(row('b6')).toBeVisible();
  await expect(row('b1')).toHaveCount(0);
});

test('a backup brings them back, newer builds stay, and it can be undone', async () => {
  await page.getByRole('button', { name: 'Backups…' }).click();
  const dialog = page.getByRole('dialog', { name: 'Backups of the history' });
  await expect(dialog.getByRole('listitem')).toContainText('3 builds');
  await picture(page, 'history-backups');
  await dialog.getByRole('button', { name: 'Restore' }).click();
  await expect(page.getByText('3 builds that the backup does not have stayed.')).toBeVisible();
  await expect(row('b1')).toBeVisible();
  await expect(row('b6')).toBeVisible();
  await expect(page.getByText('are damaged and cannot be shown')).toHaveCount(0);
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(row('b6')).toBeVisible();
});

test('what is searched for and selected stays across a reload, and the focus stays in the list', async () => {
  const search = page.getByRole('searchbox', { name: 'Search builds' });
  await search.fill('./cmd/1');
  await expect(row('b6')).toHaveCount(0);
  await expect(row('b5')).toBeVisible();
  await page.getByLabel('Select b5', { exact: true }).check();
  await page.reload();
  await expect(search).toHaveValue('./cmd/1');
  await expect(page.getByLabel('Select b5', { exact: true })).toBeChecked();
  await search.fill('');
  await expect(row('b6')).toBeVisible();
  await page.getByRole('button', { name: 'b5', exact: true }).click();
  const details = page.getByRole('dialog', { name: /^b5/ });
  await expect(details).toContainText('./cmd/1');
  expect(page.url()).toContain('build=b5');
  await page.reload();
  await expect(details).toContainText('./cmd/1');
  await page.goBack();
  await expect(details).toBeHidden();
  await page.goForward();
  await details.getByRole('button', { name: 'Close' }).click();
  await expect(details).toBeHidden();
  expect(page.url()).not.toContain('build=');
  await page.getByRole('button', { name: 'Actions for b5' }).click();
  await page.getByRole('menuitem', { name: 'Remove from history' }).click();
  await expect(row('b5')).toHaveCount(0);
  await expect(page.getByLabel('Select b4', { exact: true })).toBeFocused();
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(row('b5')).toBeVisible();
});
