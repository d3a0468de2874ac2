import type { ReactElement } from 'react';
import { beforeEach, expect, it } from 'vitest';
import { userEvent } from 'vitest/browser';
import { exampleBuild } from '#component-tests/example-builds.ts';
import { answer } from '#component-tests/host.ts';
import { show } from '#component-tests/render.tsx';
import { defaultSettings } from '#contract/default-settings';
import type { BuildFilter, BuildRow } from '#contract/build-list';
import { BuildsList } from './builds-list.tsx';
import { selectionOf } from './selection.ts';
import { useBuildPages } from './use-build-pages.ts';
import { useChoices } from './use-choices.ts';

const project = '/home/me/shop';
const total = 10_000;

function row(number: number): BuildRow {
  const artifact = { path: '/x', bytes: 1000 * number, sha256: '' };
  return {
    build: exampleBuild({ id: `b${number}`, artifact: number % 7 === 0 ? null : artifact }),
    before: null,
    series: 1,
    unusualFlags: [],
    read: null,
  };
}

let filters: BuildFilter[] = [];

beforeEach(() => {
  filters = [];
  selectionOf(project).clear();
  answer('settings.get', () => defaultSettings);
  answer('builds.count', ({ filter }: { filter: BuildFilter }) => {
    filters.push(filter);
    return { total: filter.text ? 1 : total };
  });
  answer(
    'builds.page',
    ({ filter, limit, after }: { filter: BuildFilter; limit: number; after?: string }) => {
      const first = after === undefined ? total : Number(after);
      const count = filter.text ? 1 : Math.min(limit, first);
      return {
        rows: Array.from({ length: count }, (_, n) => row(first - n)),
        next: first > count && !filter.text ? String(first - count) : null,
        damaged: [],
        damagedProjects: 0,
        notices: [],
      };
    },
  );
});

function List(): ReactElement {
  const chosen = useChoices(project);
  const builds = useBuildPages(chosen.filter, chosen.order);
  return (
    <main id="main" className="h-screen overflow-y-auto">
      <BuildsList
        project={project}
        chosen={chosen}
        builds={builds}
        onCompare={() => undefined}
        onDetails={() => undefined}
      />
    </main>
  );
}

const list = (search = '') => show(<List />, `/builds?project=${project}${search}`);

it('filters by what the address says and by what is typed', async () => {
  const screen = await list('&target=linux/arm64');
  await expect.poll(() => filters.at(-1)).toMatchObject({ project, target: 'linux/arm64' });
  await screen.getByRole('searchbox').fill('release');
  await expect.poll(() => filters.at(-1)).toMatchObject({ target: 'linux/arm64', text: 'release' });
  await expect.poll(() => screen.address()).toContain('q=release');
  await screen.getByRole('button', { name: /^Remove the filter Target/ }).click();
  await expect.poll(() => filters.at(-1)?.target).toBeUndefined();
  expect(screen.address()).not.toContain('target');
});

it('keeps what the trend shows when the filter changes', async () => {
  const screen = await list('&series=4&draw=time');
  await screen.getByRole('radio', { name: 'Images' }).click();
  await expect.poll(() => screen.address()).toMatch(/kind=image/);
  expect(screen.address()).toMatch(/series=4/);
  await userEvent.keyboard('{Escape}');
});
