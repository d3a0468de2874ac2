import { expect, type Page, test } from '@playwright/test';
import { cp, mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { openHistory } from '#core/history';
import { adoptToolchain } from '#core/toolchains/changes';
import { browserLaunch } from '#testing/chromium';
import { imageFactsExample, imageRecord, programRecord } from '#testing/example-builds';
import { fakeGo, writeGoroot } from '#testing/fake-toolchains';
import { buildGo, goModule } from '#testing/go-programs';
import { imageWithFiles } from '#testing/image-with-files';
import { onPath } from '#testing/on-path';
import { SwitchingWorld } from '#testing/switching-world';
import { startWebHost } from '#web';
import { picture } from './screenshots.ts';

const long = 'a-folder-with-a-rather-long-name';
const deep = `${long}/${long}/${long}`;

/** A machine whose paths and names are all long. */
async function longWorld(): Promise<SwitchingWorld> {
  const world = await SwitchingWorld.make({
    name: 'long',
    dir: `${deep}/shop-with-${long}`,
    files: { [`${deep}/shop-with-${long}/.go-version`]: '1.26.1\n' },
    installed: [],
    default: 'go1.26.1\n',
    expected: { notInstalled: '1.26.1', by: 'shop' },
  });
  const { system, dir, root } = world;
  const goroot = join(root, deep, 'go-1.26.1/libexec');
  await writeGoroot(goroot, fakeGo('go1.26.1', { arch: system.arch }));
  await adoptToolchain(system, { path: goroot });
  const history = await openHistory(system);
  await history.touchProject(dir);
  const flags = [`-tags=${long},${long}`, `-ldflags=-X=example.com/${deep}.version=v1.2.3`];
  const subject = `./cmd/${deep}`;
  for (const bytes of [12_300_000, 12_912_000]) {
    const artifact = { path: join(dir, 'server'), bytes, sha256: String(bytes).padStart(64, '0') };
    await history.add(programRecord({ project: dir, subject, flags, artifact }));
  }
  const image = imageFactsExample({ ref: `${long}:${long}` });
  await history.recordImage({ ...imageRecord(image), subject: long }, imageWithFiles(`${long}-${long}`));
  await history.close();
  if (onPath('go') !== null) {
    const module = await goModule({
      'go.mod': `module example.com/${deep}/tool\n\ngo 1.17\n`,
      'main.go': 'package main\n\nfunc main() {}\n',
    });
    const tools = join(system.home, 'go/bin');
    await mkdir(tools, { recursive: true });
    await cp(
      await buildGo({ module, target: `${system.os}/${system.arch}` }),
      join(tools, `tool-with-${long}`),
    );
  }
  return world;
}

test('no page and no table needs more than 640 pixels, however long paths and names are', async ({
  page,
}) => {
  test.skip(browserLaunch() === null, 'there is no Chromium');
  await using world = await longWorld();
  const host = await startWebHost(world.system);
  try {
    await page.setViewportSize({ width: 640, height: 820 });
    await page.goto(host.url);
    await page.waitForURL(({ search }) => search === '');
    const { origin } = new URL(page.url());
    for (const [address, title] of [
      ['', 'Overview'],
      [`?project=${encodeURIComponent(world.dir)}`, 'Overview'],
      ['toolchains', 'Toolchains'],
      ['environment', 'Environment'],
      ['tools', 'Tools'],
      ['builds', 'Builds'],
      ['compare', 'Compare builds'],
      ['images', 'Images'],
      ['images?id=b3', `${long}:${long}`],
      ['settings', 'Settings'],
    ] as const) {
      await page.goto(`${origin}/#/${address}`);
      await page.reload();
      await expect(page).toHaveTitle(`${title} · Burrow`);
      await expect(page.getByRole('main')).toBeVisible();
      await expect(page.locator('[aria-busy]')).toHaveCount(0);
      await picture(page, `narrow-${title.replace(' ', '-')}`);
      // Until the font is there, another one takes its place.
      await expect.poll(() => overflowing(page), { message: title }).toEqual([]);
    }
  } finally {
    await host.close();
  }
});

/** The page and its scrolling parts that are wider than they may be, with their labels. */
function overflowing(page: Page): Promise<string[]> {
  return page
    .locator('html, main, main .overflow-x-auto')
    .evaluateAll((parts) =>
      parts
        .filter(({ scrollWidth, clientWidth }) => scrollWidth > clientWidth)
        .map((part) => part.querySelector('table')?.getAttribute('aria-label') ?? part.tagName),
    );
}
