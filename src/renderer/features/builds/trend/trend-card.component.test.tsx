import { beforeEach, expect, it } from 'vitest';
import { userEvent } from 'vitest/browser';
import { exampleImage, exampleSeries } from '#component-tests/example-builds.ts';
import { examplePoint } from '#component-tests/example-points.ts';
import { answer } from '#component-tests/host.ts';
import { show } from '#component-tests/render.tsx';
import type { BuildFilter, BuildSeries } from '#contract/build-list';
import { TrendCard } from './trend-card.tsx';

const server = exampleSeries(1, {}, 857);
const worker = exampleSeries(2, { subject: './cmd/worker' }, 3);
const image: BuildSeries = { series: 3, latest: exampleImage(), count: 9 };
let asked: { series: number; from?: number; to?: number }[] = [];

/** As the history does it: at most `points` of the builds, here evenly spread. */
function trendOf({ series, from = 0, to, points = 2000 }: (typeof asked)[number] & { points?: number }) {
  const total = [server, worker, image].find((each) => each.series === series)?.count ?? 0;
  const last = Math.min(to ?? total - 1, total - 1);
  const step = Math.max(1, Math.ceil((last - from) / points));
  const positions = Array.from(
    { length: Math.ceil((last - from + 1) / step) },
    (_, index) => from + index * step,
  );
  return { total, points: positions.map((position) => examplePoint(position)), reduced: step > 1 };
}

beforeEach(() => {
  asked = [];
  server.count = 857;
  answer('builds.series', ({ filter }: { filter: BuildFilter }) => {
    const words = filter.text?.trim();
    const all = [image, server, worker].filter(
      ({ series, latest }) =>
        (filter.kind ?? latest.kind) === latest.kind &&
        (filter.series ?? series) === series &&
        (!words || (words === 'fix-login' && series === 2)),
    );
    return { series: all, more: false };
  });
  answer('builds.trend', (request: (typeof asked)[number]) => {
    asked.push(request);
    return trendOf(request);
  });
});

const card = (address = '/builds') => show(<TrendCard project="/home/me/shop" />, address);
const shown = (screen: Awaited<ReturnType<typeof card>>) => screen.getByRole('slider');

it('draws the program though an image was recorded later, and counts what the history has', async () => {
  const screen = await card();
  await expect.element(shown(screen)).toHaveAttribute('aria-valuemax', '857');
  await expect.element(screen.getByText('857 builds', { exact: true })).toBeVisible();
  await expect.element(screen.getByText('./cmd/server · linux/amd64')).toBeVisible();
});

it('draws an image where the page lists images', async () => {
  const screen = await show(<TrendCard project="/home/me/shop" kind="image" />, '/builds');
  await expect.element(screen.getByText('shop · linux/amd64')).toBeVisible();
  await expect.element(screen.getByText('as told by the engine or archive')).toBeVisible();
});

it('finds a series by its label or by what the history knows, and keeps the choice in the address', async () => {
  const screen = await card('/builds?zoom=10-20&q=x');
  await screen.getByRole('button', { name: /Which builds to draw/ }).click();
  await userEvent.keyboard('work');
  await expect.element(screen.getByRole('option')).toHaveTextContent('./cmd/worker · linux/amd643 builds');
  await userEvent.clear(screen.getByRole('combobox'));
  await userEvent.keyboard('fix-login');
  await expect
    .poll(() =>
      screen
        .getByRole('option')
        .elements()
        .map(({ textContent }) => textContent),
    )
    .toEqual(['./cmd/worker · linux/amd643 builds']);
  await userEvent.keyboard('{Enter}');
  await expect.element(shown(screen)).toHaveAttribute('aria-valuemax', '3');
  expect(screen.address()).toBe('/builds?q=x&series=2');
});

it('draws what the address says', async () => {
  const screen = await card('/builds?series=2&draw=packages');
  const slider = screen.getByRole('slider', { name: 'Packages' });
  await expect.element(slider).toHaveAttribute('aria-valuetext', '3 builds, from 200 to 202');
  await screen.getByRole('radio', { name: 'Build time' }).click();
  const times = screen.getByRole('slider', { name: 'Build time' });
  await expect.element(times).toHaveAttribute('aria-valuetext', '3 builds, from 2.0 s to 2.0 s');
  expect(screen.address()).toBe('/builds?series=2&draw=time');
});

it('zooms by keys about the selected build, moves with it, and goes back', async () => {
  const screen = await card();
  const slider = shown(screen);
  await expect.element(slider).toBeVisible();
  slider.element().focus();
  await userEvent.keyboard('{Home}{ArrowRight}++');
  await expect.element(screen.getByRole('status')).toHaveTextContent('Builds 2 to 216 of 857');
  await expect.element(slider).toHaveAttribute('aria-valuetext', 'b2: 12.0 MB, go1.26.1');
  await userEvent.keyboard('{ArrowLeft}');
  await expect.element(slider).toHaveAttribute('aria-valuenow', '1');
  await expect.element(screen.getByRole('status')).toHaveTextContent('Builds 1 to 215 of 857');
  await userEvent.keyboard('-');
  await expect.element(screen.getByRole('status')).toHaveTextContent('Builds 1 to 429 of 857');
  await userEvent.keyboard('0');
  await expect.element(screen.getByRole('status')).toHaveTextContent('');
  expect(screen.address()).toBe('/builds');
  await screen.getByRole('button', { name: 'Zoom in' }).click();
  await screen.getByRole('button', { name: 'Show all' }).click();
  expect(screen.address()).toBe('/builds');
});

it('zooms by a drag, which opens nothing', async () => {
  const screen = await card();
  await expect.element(shown(screen)).toBeVisible();
  await expect.poll(() => document.querySelector('.u-over')).not.toBeNull();
  const over = document.querySelector<HTMLElement>('.u-over');
  if (!over) throw new Error('there is no chart');
  await userEvent.dragAndDrop(over, over, {
    sourcePosition: { x: over.clientWidth / 4, y: 50 },
    targetPosition: { x: over.clientWidth / 2, y: 60 },
    steps: 5,
  });
  await expect
    .poll(() => screen.getByRole('status').element().textContent)
    .toMatch(/^Builds 21\d to 4[23]\d of 857$/);
  expect(screen.address()).toMatch(/^\/builds\?zoom=21\d-4[23]\d$/);
});

it('fetches finer points of a part, and compares a build with the one before, which was not drawn', async () => {
  server.count = 100_000;
  const screen = await card('/builds?zoom=49990-50010');
  const slider = shown(screen);
  await expect.element(slider).toHaveAttribute('aria-valuemax', '100000');
  await expect.poll(() => asked).toContainEqual(expect.objectContaining({ from: 49_989, to: 50_011 }));
  slider.element().focus();
  await userEvent.keyboard('0{Home}{ArrowRight}');
  // Every fiftieth build is drawn.
  await expect.element(slider).toHaveAttribute('aria-valuenow', '51');
  await userEvent.keyboard('{Enter}');
  await expect.poll(() => screen.address()).toMatch(/^\/compare\?/);
  const { searchParams } = new URL(screen.address(), 'http://localhost');
  expect([searchParams.get('a'), searchParams.get('b')]).toEqual(['b50', 'b51']);
});

it('is a table for those who cannot see the chart', async () => {
  const screen = await card('/builds?series=2');
  await screen.getByRole('button', { name: 'Show as a table' }).click();
  const table = screen.getByRole('table', { name: 'Size' });
  await expect
    .poll(() => table.getByRole('row').nth(1).element().textContent)
    .toMatch(/^b312\.0 MB\+1 kBgo1\.26\.1/);
  expect(screen.address()).toBe('/builds?series=2&table=true');
  await table.getByRole('button', { name: 'Compare b3 with the build before' }).click();
  await expect.poll(() => screen.address()).toMatch(/a=b2&b=b3/);
});

it('says above the table when it does not have every build', async () => {
  server.count = 100_000;
  const screen = await card('/builds?table=true');
  await expect.element(screen.getByText('2,000 of these builds', { exact: false })).toBeVisible();
});
