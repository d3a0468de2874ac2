import { expect, test } from '@playwright/test';
import { hasControlCharacters } from '#contract/control-characters';
import { browserLaunch } from '#testing/chromium';
import { SwitchingWorld } from '#testing/switching-world';
import { startWebHost } from '#web';

test('what a project is called or says cannot change how the app reads', async ({ browser }) => {
  test.skip(browserLaunch() === null, 'there is no Chromium');
  const name = 'shop\u202Egnp.\u2066\u009B工具';
  await using world = await SwitchingWorld.make({
    name: 'hostile names',
    dir: name,
    files: {
      [`${name}/.go-version`]: '1.26\u202E62.1 \u001B[2J\n',
      [`${name}/go.mod`]: 'module example.com/\u202Ex\n\ngo 1.24\u2067\n',
    },
    installed: ['go1.24.9'],
    expected: { unreadable: `${name}/.go-version:1` },
  });
  const host = await startWebHost(world.system);
  const context = await browser.newContext();
  const page = await context.newPage();
  try {
    await page.goto(host.url);
    await page
      .getByRole('button', { name: /^Open project…/ })
      .first()
      .click();
    const dialog = page.getByRole('dialog', { name: 'Open a project' });
    await dialog.getByLabel('Folder', { exact: true }).fill(world.dir);
    await dialog.getByLabel('Folder', { exact: true }).press('Enter');
    await expect(page.getByRole('alert')).toContainText('\uFFFDgnp.\uFFFD\uFFFD工具/.go-version:1');
    const attributes = await page.locator('[title], [aria-label]').all();
    const shown = [
      await page.title(),
      await page.locator('body').innerText(),
      ...(await Promise.all(attributes.map((element) => element.getAttribute('title')))),
      ...(await Promise.all(attributes.map((element) => element.getAttribute('aria-label')))),
    ].filter((text) => text !== null);
    expect(shown.filter((text) => text.includes('\uFFFD')).length).toBeGreaterThan(1);
    expect(shown.filter((text) => hasControlCharacters(text.replaceAll(/[\n\t]/g, '')))).toEqual([]);
  } finally {
    await context.close();
    await host.close();
  }
});
