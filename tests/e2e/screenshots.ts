import type { Page } from '@playwright/test';
import { join } from 'node:path';

/** Where screenshots go. For those of the README: `BURROW_SCREENSHOTS=docs/screenshots npm test -- --only e2e`. */
const folder = process.env['BURROW_SCREENSHOTS'];

/**
 * Takes a screenshot of the page after animations have ended and messages are closed. Without BURROW_SCREENSHOTS it does
 * nothing: no test looks at them, and each takes a second.
 */
export async function picture(page: Page, name: string): Promise<void> {
  if (folder === undefined) return;
  await page.waitForTimeout(300);
  // Close the messages, which cover a part of the page. (Its content security policy allows no style that hides them.)
  // Find their buttons by label: they have no role until the pointer is over them.
  const messages = page
    .locator('[aria-label="Notifications"]')
    .locator('[aria-label=Close], [aria-label=关闭]');
  while ((await messages.count()) > 0) {
    // One may close by itself just now.
    await messages
      .first()
      .click({ timeout: 2000 })
      .catch(() => undefined);
    await page.waitForTimeout(300);
  }
  await page.screenshot({
    path: join(import.meta.dirname, '../..', folder, `${name}.png`),
    animations: 'disabled',
  });
}
