import { beforeEach, expect, it, vi } from 'vitest';
import { userEvent } from 'vitest/browser';
import { exampleBuild, exampleImage } from '#component-tests/example-builds.ts';
import { answer } from '#component-tests/host.ts';
import { show } from '#component-tests/render.tsx';
import type { BuildFilter, BuildOrder, BuildRow } from '#contract/build-list';
import { defaultSettings } from '#contract/default-settings';
import { BulkProgress } from './bulk-progress.tsx';
import { BuildsList } from './builds-list.tsx';
import { selectionOf } from './selection.ts';
import { useBuildPages } from './use-build-pages.ts';
import { useChoices } from './use-choices.ts';

const project = '/home/me/shop';
let rows: BuildRow[] = [];
let asked: { filter: BuildFilter; order: BuildOrder; after?: string }[] = [];
/** The ids of which the host was asked how many match. */
let counted: string[][] = [];
const onCompare = vi.fn();

function row(number: number, isImage = false): BuildRow {
  const build = { ...(isImage ? exampleImage() : exampleBuild()), id: `b${number}` };
  return { build, before: null, series: 1, unusualFlags: [], read: null };
}

const matching = ({ text, branch }: BuildFilter) =>
  rows.filter(({ build }) => (!text || build.name === text) && (!branch || build.vcs?.branch === branch));

beforeEach(() => {
  // b399 is an image.
  rows = Array.from({ length: 400 }, (_, index) => row(400 - index, index === 1));
  asked = [];
  counted = [];
  onCompare.mockClear();
  selectionOf(project).clear();
  answer('settings.get', () => defaultSettings);
  answer('builds.page', (input: (typeof asked)[number] & { limit: number }) => {
    asked.push(input);
    const all = matching(input.filter);
    const from = Number(input.after ?? 0);
    const to = from + input.limit;
    return {
      rows: all.slice(from, to),
      next: to < all.length ? String(to) : null,
      damaged: [],
      damagedProjects: 0,
      notices: [],
    };
  });
  answer('builds.count', ({ filter, ids }: { filter: BuildFilter; ids?: string[] }) => {
    if (ids) counted.push(ids);
    return { total: matching(filter).filter(({ build }) => ids?.includes(build.id) ?? true).length };
  });
  answerFacets(true);
  answer('builds.forgetMany', async function* ({ ids, filter }: { ids?: string[]; filter?: BuildFilter }) {
    const gone = ids ?? matching(filter ?? {}).map(({ build }) => build.id);
    yield { done: 0, total: gone.length, undo: 'all of them' };
    rows = rows.filter(({ build }) => !gone.includes(build.id));
    return { forgotten: gone.length, undo: 'all of them', cancelled: false };
  });
});

/** `whole`: whether all builds are counted. */
function answerFacets(whole: boolean): void {
  const none = { values: [], more: false };
  answer('builds.facets', () => ({
    counted: 400,
    whole,
    subjects: none,
    targets: none,
    goVersions: none,
    branches: { values: [{ value: 'topic/prices', count: 7 }], more: false },
    tags: none,
    flags: none,
    statuses: none,
    kinds: none,
  }));
}

function List() {
  const chosen = useChoices(project);
  const builds = useBuildPages(chosen.filter, chosen.order);
  return (
    <main id="main" style={{ height: 500, overflow: 'auto' }}>
      <h1 tabIndex={-1}>Builds</h1>
      <BulkProgress />
      <div>
        <BuildsList
          project={project}
          chosen={chosen}
          builds={builds}
          onCompare={onCompare}
          onDetails={() => undefined}
        />
      </div>
    </main>
  );
}

const list = (address = '/builds') => show(<List />, address);
type Screen = Awaited<ReturnType<typeof list>>;
const tick = (screen: Screen, number: number) =>
  screen.getByRole('checkbox', { name: `Select b${number}`, exact: true });
const isThere = (screen: Screen, number: number) => expect.element(tick(screen, number)).toBeInTheDocument();

it('has only the rows in sight, and loads the others as one scrolls', async () => {
  const screen = await list();
  await isThere(screen, 400);
  const table = screen.getByRole('table', { name: 'Recorded builds' });
  await expect.element(table).toHaveAttribute('aria-rowcount', '401');
  expect(document.querySelectorAll('tbody tr[data-index]').length).toBeLessThan(40);
  const main = document.querySelector('main');
  await expect
    .poll(() => {
      main?.scrollTo(0, main.scrollHeight);
      return tick(screen, 1).query();
    })
    .not.toBeNull();
  expect(document.querySelectorAll('tbody tr[data-index]').length).toBeLessThan(40);
  expect(tick(screen, 1).element().closest('tr')?.getAttribute('aria-rowindex')).toBe('401');
});

it('sorts by a column, and says so to assistive technology and in the address', async () => {
  const screen = await list();
  await screen.getByRole('button', { name: 'Size' }).click();
  await expect.poll(() => asked.at(-1)?.order).toEqual({ by: 'bytes', descending: true });
  const heading = screen.getByRole('columnheader', { name: 'Size' });
  await expect.element(heading).toHaveAttribute('aria-sort', 'descending');
  expect(screen.address()).toContain('sort=-bytes');
});

it('selects a range with the shift key, by mouse and by keyboard', async () => {
  const screen = await list();
  await tick(screen, 397).click();
  await tick(screen, 395).click({ modifiers: ['Shift'] });
  await expect.element(screen.getByText('3 selected')).toBeVisible();
  await userEvent.keyboard('{Shift>}{ArrowDown}{/Shift}');
  await expect.element(tick(screen, 394)).toHaveFocus();
  await expect.element(screen.getByText('4 selected')).toBeVisible();
});

it('says which selected builds the filter excludes, also where nothing matches, and shows them', async () => {
  rows = rows.map((each, index) =>
    index === 0 ? { ...each, build: { ...each.build, name: 'candidate' } } : each,
  );
  const screen = await list();
  for (const number of [400, 398, 397]) await tick(screen, number).click();
  await expect.element(screen.getByText('3 selected', { exact: true })).toBeVisible();
  expect(counted).toEqual([]);
  await screen.getByRole('searchbox').fill('candidate');
  await expect.element(screen.getByText('3 selected, 2 not listed')).toBeVisible();
  expect(counted.at(-1)).toEqual(['b398', 'b397']);
  await screen.getByRole('searchbox').fill('nothing');
  await expect.element(screen.getByText('No build matches')).toBeVisible();
  await expect.element(screen.getByText('3 selected, 3 not listed')).toBeVisible();
  await screen.getByRole('button', { name: 'Show', exact: true }).click();
  await isThere(screen, 397);
  await expect.element(screen.getByText('3 selected', { exact: true })).toBeVisible();
  await screen.getByRole('searchbox').fill('nothing');
  await screen.getByRole('button', { name: 'Clear selection' }).click();
  await expect.element(screen.getByText('No build matches')).toBeVisible();
  await expect.element(screen.getByText('not listed')).not.toBeInTheDocument();
});

it('removes all that match, not only those that are loaded', async () => {
  const screen = await list();
  await screen.getByRole('checkbox', { name: 'Select all builds that are loaded' }).click();
  await screen.getByRole('button', { name: 'Select all 400' }).click();
  await expect.element(screen.getByText('400 selected')).toBeVisible();
  await expect
    .element(screen.getByRole('button', { name: 'Pin', exact: true }))
    .toHaveAccessibleDescription('Only builds that are ticked one by one can be pinned.');
  await screen.getByRole('button', { name: 'Remove from history' }).click();
  await expect.element(screen.getByText('400 builds are removed from the history')).toBeVisible();
  expect(rows).toHaveLength(0);
});

it('says how far removing many builds is, and what is done when it is cancelled; the undo restores that', async () => {
  let gone = 0;
  answer('builds.forgetMany', async function* () {
    for (; ; gone += 1000) {
      yield { done: gone, total: 100_000, undo: 'this call' };
      await new Promise((passed) => setTimeout(passed, 50));
    }
  });
  answer('builds.forgottenMany', () => ({ calls: [{ undo: 'this call', builds: gone }] }));
  const restored = vi.fn();
  answer('builds.restoreMany', async function* (which: unknown) {
    restored(which);
    yield { done: gone, total: gone };
    return { restored: gone, cancelled: false };
  });
  const screen = await list();
  await tick(screen, 400).click();
  await tick(screen, 398).click();
  await screen.getByRole('button', { name: 'Remove from history' }).click();
  const bar = screen.getByRole('progressbar', { name: /^Removing builds: \d+,000 of 100,000$/ });
  await expect.element(bar).toBeVisible();
  await screen.getByRole('button', { name: 'Cancel', exact: true }).click();
  await expect.element(screen.getByText('The others stay as they were.')).toBeVisible();
  const n = new Intl.NumberFormat('en').format(gone);
  await expect.element(screen.getByText(`${n} builds are removed from the history`)).toBeVisible();
  expect(gone).toBeGreaterThan(0);
  await expect.element(bar).not.toBeInTheDocument();
  await screen.getByRole('button', { name: 'Undo' }).click();
  await expect.poll(() => restored.mock.calls).toEqual([[{ undo: 'this call' }]]);
});

it('gives the focus to the next row when one is removed', async () => {
  const screen = await list();
  await screen.getByRole('button', { name: 'Actions for b398' }).click();
  await screen.getByRole('menuitem', { name: 'Remove from history' }).click();
  await expect.element(tick(screen, 397)).toHaveFocus();
});

it('says why a program and an image cannot be compared, instead of comparing them', async () => {
  const screen = await list();
  await tick(screen, 400).click();
  await tick(screen, 399).click();
  const button = screen.getByRole('button', { name: 'Compare', exact: true });
  await expect.element(button).toHaveAccessibleDescription('A program and an image cannot be compared.');
  (button.element() as HTMLElement).click();
  expect(onCompare).not.toHaveBeenCalled();
  await tick(screen, 399).click();
  await tick(screen, 398).click();
  await screen.getByRole('button', { name: 'Compare b398 with b400' }).click();
  expect(onCompare).toHaveBeenCalledWith(['b398', 'b400']);
});

it('adds a filter by keyboard, which stands in the address until its chip is taken off', async () => {
  const screen = await list();
  await screen.getByRole('button', { name: 'Filter', exact: true }).click();
  await expect.element(screen.getByRole('combobox', { name: 'Filter by…' })).toHaveFocus();
  await userEvent.keyboard('bran{Enter}');
  await expect.element(screen.getByRole('option', { name: 'topic/prices 7' })).toBeVisible();
  await userEvent.keyboard('pri{Enter}');
  await expect.element(screen.getByText('No build matches')).toBeVisible();
  await expect.element(screen.getByText('“Branch: topic/prices” matches nothing by itself.')).toBeVisible();
  expect(screen.address()).toContain('branch=topic%2Fprices');
  await screen.getByRole('button', { name: 'Remove the filter Branch: topic/prices' }).click();
  await isThere(screen, 400);
  expect(screen.address()).not.toContain('branch');
  await expect.element(screen.getByRole('searchbox')).toHaveFocus();
});

it('shows no counts of values when only some builds are counted', async () => {
  answerFacets(false);
  const screen = await list();
  await screen.getByRole('button', { name: 'Filter', exact: true }).click();
  await userEvent.keyboard('bran{Enter}');
  await expect.element(screen.getByRole('option', { name: 'topic/prices', exact: true })).toBeVisible();
});

it('names a build by keyboard', async () => {
  const annotated = vi.fn();
  answer('builds.annotate', (change: { id: string; name: string | null }) => {
    annotated(change);
    rows = rows.map((each) =>
      each.build.id === change.id ? { ...each, build: { ...each.build, name: change.name } } : each,
    );
    return { build: rows[0]?.build };
  });
  const screen = await list();
  await isThere(screen, 400);
  tick(screen, 400).element().focus();
  await userEvent.keyboard('{F2}the candidate{Enter}');
  await expect.element(screen.getByText('the candidate')).toBeVisible();
  expect(annotated).toHaveBeenCalledWith({ id: 'b400', name: 'the candidate', note: null });
  await expect.element(tick(screen, 400)).toHaveFocus();
});
