import type { Page } from '@playwright/test';
import { join } from 'node:path';

/** The README's pictures are made by this run: `BURROW_SCREENSHOTS=docs/screenshots npm test -- --only e2e`. */
const folder = process.env['BURROW_SCREENSHOTS'] ?? 'tests/.out/screenshots';

/** Takes a picture of the page as it is, once nothing moves any more. */
export async function picture(page: Page, name: string): Promise<void> {
  await page.waitForTimeout(300);
  // Messages that go away by themselves would hide what the picture is about. (The page allows no style that hides them.)
  // Not by their role: their buttons have none until somebody points at them.
  const messages = page
    .locator('[aria-label="Notifications"]')
    .locator('[aria-label=Close], [aria-label=关闭]');
  while ((await messages.count()) > 0) {
    await messages.first().click();
    await page.waitForTimeout(300);
  }
  await page.screenshot({
    path: join(import.meta.dirname, '../..', folder, `${name}.png`),
    animations: 'disabled',
  });
}
