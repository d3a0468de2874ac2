import { expect, type Page, test } from '@playwright/test';
import axe from 'axe-core';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { openHistory } from '#core/history';
import { adoptToolchain } from '#core/toolchains/changes';
import { browserLaunch } from '#testing/chromium';
import { imageRecord, programRecord } from '#testing/example-builds';
import { fakeGo, writeGoroot } from '#testing/fake-toolchains';
import { imageWithFiles } from '#testing/image-with-files';
import { SwitchingWorld } from '#testing/switching-world';
import { startWebHost } from '#web';

declare const window: { axe: typeof axe; location: { hash: string } };

/** A home with toolchains, projects, builds of programs and one of an image. */
async function fullWorld(): Promise<SwitchingWorld> {
  const world = await SwitchingWorld.make({
    name: 'accessibility',
    dir: 'user/shop',
    files: {
      'user/shop/go.mod': 'module example.com/shop\n\ngo 1.24\n',
      'user/shop/.go-version': '1.26.1\n',
    },
    installed: [],
    default: 'go1.24.9\n',
    expected: { notInstalled: '1.26.1', by: 'user/shop' },
  });
  const { system, root, dir } = world;
  for (const version of ['go1.26.1', 'go1.24.9']) {
    await writeGoroot(join(root, 'theirs', version), fakeGo(version, { arch: system.arch }));
    await adoptToolchain(system, { path: join(root, 'theirs', version) });
  }
  await mkdir(join(root, 'user/other'));
  const history = await openHistory(system);
  await history.touchProject(join(root, 'user/gone'));
  await history.touchProject(join(root, 'user/other'));
  for (const bytes of [12_300_000, 12_912_000]) {
    const artifact = { path: join(dir, 'server'), bytes, sha256: String(bytes).padStart(64, '0') };
    await history.add(programRecord({ project: dir, artifact }));
  }
  await history.recordImage(imageRecord(), imageWithFiles());
  await history.touchProject(dir);
  await history.close();
  return world;
}

/** Every rule of axe, experimental ones too, except contrast beyond level AA. Contrast itself only where `colours`. */
async function faults(page: Page, colours: boolean): Promise<string[]> {
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axe.source);
  return page.evaluate(async (withColours) => {
    const enabled = ({ ruleId }: { ruleId: string }) =>
      ruleId !== 'color-contrast-enhanced' && (withColours || ruleId !== 'color-contrast');
    const rules = Object.fromEntries(
      window.axe.getRules().map((rule) => [rule.ruleId, { enabled: enabled(rule) }]),
    );
    // The ends of a popup that pass the focus on, as the pattern asks for; nothing is read or stays there.
    const exclude = [['[data-base-ui-focus-guard]']];
    const { violations } = await window.axe.run({ exclude }, { resultTypes: ['violations'], rules });
    return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 200)}`));
  }, colours);
}

test('axe finds nothing in pages, dialogs and menus', async ({ page }) => {
  test.skip(browserLaunch() === null, 'there is no Chromium');
  await using world = await fullWorld();
  const host = await startWebHost(world.system);
  const project = `project=${encodeURIComponent(world.dir)}`;
  const main = page.getByRole('main');
  const go = async (path: string) => {
    await page.evaluate((hash) => {
      window.location.hash = hash;
    }, `/${path}`);
    await expect(main.locator('[aria-busy]')).toHaveCount(0);
  };
  const check = async (where: string, colours = false) =>
    expect({ where, faults: await faults(page, colours) }).toEqual({ where, faults: [] });
  try {
    await page.goto(host.url);
    await page.waitForURL(({ search }) => search === '');
    const pages = [`?${project}`, `toolchains?${project}`, `environment?${project}`, `tools?${project}`];
    pages.push(
      'images',
      'images?id=b3',
      `builds?${project}`,
      'compare?a=b1&b=b2',
      'compare?of=b1,b2',
      `modules?${project}`,
    );
    pages.push(`doctor?${project}`, 'setup', 'settings', 'nowhere');
    for (const [index, path] of pages.entries()) {
      // Contrast takes long: some pages in one theme, some in the other.
      await page.emulateMedia({ colorScheme: index % 2 === 0 ? 'light' : 'dark', reducedMotion: 'reduce' });
      await go(path);
      await check(path, index % 3 === 1);
    }
    await go(`toolchains?${project}`);
    for (const key of ['p', 'i', 'Shift+?', 'ControlOrMeta+k']) {
      await page.keyboard.press(key);
      await expect(page.getByRole('dialog')).toBeVisible();
      await check(`the dialog of ${key}`);
      await page.keyboard.press('Escape');
      await expect(page.getByRole('dialog')).toHaveCount(0);
    }
    for (const name of [
      /^Choose a project/,
      'Actions for go1.26.1',
      'shop',
      'Free space…',
      'Adopt existing…',
    ]) {
      await page.getByRole('button', { name, exact: true }).first().click();
      await expect(page.getByRole('dialog').or(page.getByRole('menu')).first()).toBeVisible();
      await check(`what ${name} opens`);
      await page.keyboard.press('Escape');
      await expect(page.getByRole('dialog').or(page.getByRole('menu'))).toHaveCount(0);
    }
    await go(`builds?${project}`);
    await page.getByRole('button', { name: 'Actions for b2' }).click();
    await page.getByRole('menuitem', { name: 'Details…' }).click();
    await expect(page.getByRole('dialog')).toBeVisible();
    await check('the details of a build');
  } finally {
    await host.close();
  }
});
