import { expect, test } from '@playwright/test';
import { browserLaunch } from '#testing/chromium';
import { SwitchingWorld } from '#testing/switching-world';
import { startWebHost } from '#web';

const scenes = [
  {
    GOTOOLCHAIN: 'auto',
    version: 'go1.28.0',
    says: 'go1.26.1 is started, downloads go1.28.0',
    last: 'lets Go switch',
  },
  {
    GOTOOLCHAIN: 'local',
    version: 'go1.26.1',
    says: 'which does not let it switch: builds fail',
    last: 'makes Go fail',
  },
];

for (const { GOTOOLCHAIN, version, says, last } of scenes) {
  test(`the overview says what Go makes of GOTOOLCHAIN=${GOTOOLCHAIN}`, async ({ page }) => {
    test.skip(browserLaunch() === null, 'there is no Chromium');
    await using world = await SwitchingWorld.make({
      name: GOTOOLCHAIN,
      dir: 'shop',
      files: { 'shop/go.mod': 'module example.com/shop\n\ngo 1.28.0\n' },
      installed: ['go1.26.1'],
      env: { GOTOOLCHAIN },
      expected: { notInstalled: '1.28.0', by: 'shop/go.mod:3', instead: 'go1.26.1' },
    });
    const host = await startWebHost(world.system);
    try {
      await page.goto(host.url);
      await page
        .getByRole('button', { name: /^Open project…/ })
        .first()
        .click();
      const dialog = page.getByRole('dialog', { name: 'Open a project' });
      await dialog.getByLabel('Folder', { exact: true }).fill(world.dir);
      await dialog.getByLabel('Folder', { exact: true }).press('Enter');
      await expect(page.getByText(version, { exact: true }).first()).toBeVisible();
      // The headline may say it as well.
      await expect(page.getByText(says).first()).toBeVisible();
      const places = page.getByRole('list', { name: 'What can decide, highest priority first' });
      await expect(places.getByRole('listitem')).toHaveText([
        /go\.mod.*not installed/,
        new RegExp(`GOTOOLCHAIN.*${last}`),
      ]);
      // Either way, the version that the module asks for is a click away.
      await expect(page.getByRole('button', { name: 'Install go1.28.0' }).first()).toBeVisible();
    } finally {
      await host.close();
    }
  });
}
