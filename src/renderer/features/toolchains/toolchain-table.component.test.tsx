import { type ReactElement, useState } from 'react';
import { expect, it } from 'vitest';
import { page } from 'vitest/browser';
import { show } from '#component-tests/render.tsx';
import type { Toolchain } from '#contract/toolchains';
import type { Install } from '#shared/installs/index.ts';
import { ToolchainTable } from './toolchain-table.tsx';

const toolchain: Toolchain = {
  version: 'go1.26.1',
  os: 'linux',
  arch: 'amd64',
  runsAs: 'native',
  managed: true,
  adopted: null,
  default: true,
  path: '/home/me/.burrow/toolchains/go1.26.1.linux-amd64',
  source: { kind: 'official', url: 'https://go.dev/dl/go1.26.1.linux-amd64.tar.gz' },
  verified: true,
  proof: { method: 'sha256', hash: 'a'.repeat(64), index: null },
  built: null,
  bytes: 251_000_000,
  installedAt: '2026-11-20T12:00:00.000Z',
  supported: true,
  endOfLife: null,
  update: null,
  usedBy: ['/home/me/src/shop', '/home/me/src/payment-service'],
};
const old: Toolchain = {
  ...toolchain,
  version: 'go1.22.12',
  path: '/home/me/sdk/go1.22.12',
  default: false,
  supported: false,
  endOfLife: '2025-02-11',
  runsAs: 'translated',
  usedBy: ['/home/me/src/a-folder-with-a-rather-long-name'],
};
const install: Install = {
  id: 'go1.26.1',
  run: 1,
  request: { version: '1.26.1' },
  version: 'go1.26.1',
  state: 'running',
  startedAt: 0,
  progress: null,
};

/** The table while a toolchain is installed, and afterwards. */
function During(): ReactElement {
  const [toolchains, setToolchains] = useState<readonly Toolchain[]>([]);
  return (
    <>
      <ToolchainTable toolchains={toolchains} installs={toolchains.length === 0 ? [install] : []} />
      <button type="button" onClick={() => setToolchains([toolchain, old])}>
        End
      </button>
    </>
  );
}

it.each([502, 714, 1130])('keeps its columns when an install ends, at a width of %i', async (width) => {
  await page.viewport(1440, 800);
  const screen = await show(
    <div style={{ width }}>
      <During />
    </div>,
  );
  const columns = () =>
    screen
      .getByRole('columnheader')
      .elements()
      .map((each) => Math.round(each.getBoundingClientRect().left));
  await expect.element(screen.getByRole('progressbar')).toBeVisible();
  const before = columns();
  await screen.getByRole('button', { name: 'End' }).click();
  await expect.element(screen.getByText('go1.22.12')).toBeVisible();
  expect(columns()).toEqual(before);
  const scrolling = screen.getByRole('table').element().parentElement;
  expect(scrolling?.scrollWidth).toBe(scrolling?.clientWidth);
});
