import uPlot from 'uplot';
import type { TrendPoint } from '#contract/build-list';
import { chartOptions } from '#features/builds/trend/chart-options.ts';
import type { View } from '#features/builds/trend/view.ts';

/** In CSS pixels. */
const size = { width: 1100, height: 240 };

const colours = {
  accent: '#0c7391',
  'accent-soft': '#e3f2f6',
  faint: '#706b64',
  muted: '#625e58',
  'line-2': '#efeeeb',
  panel: '#ffffff',
  text: '#1d1c1a',
  grow: '#b8462f',
  shrink: '#28734a',
};

const nothing = () => undefined;

/** How long it takes to draw a chart again with new data, until its pixels are there; ms, in turns. */
async function times(charts: readonly uPlot[], data: uPlot.AlignedData, runs: number): Promise<number[][]> {
  const measured = charts.map((): number[] => []);
  for (let run = -5; run < runs; run++) {
    for (const [index, chart] of charts.entries()) {
      await new Promise(requestAnimationFrame);
      const started = performance.now();
      chart.setData(data);
      // uPlot draws in a microtask.
      await Promise.resolve();
      chart.ctx.getImageData(0, 0, 1, 1);
      if (run >= 0) measured[index]?.push(performance.now() - started);
    }
  }
  return measured;
}

/** Draws points as the app does, and with uPlot alone; `npm run bench -- --only trend` calls it in a browser. */
async function measure(points: TrendPoint[], total: number, runs: number): Promise<number[][]> {
  const view: View = { points, total, range: null, measure: 'size' };
  const data: uPlot.AlignedData = [points.map(({ position }) => position), points.map(({ bytes }) => bytes)];
  const options = chartOptions({
    view: () => view,
    locale: 'en',
    colours,
    onPoint: nothing,
    onZoom: nothing,
  });
  const plain = { scales: { x: { time: false } }, series: [{}, { stroke: colours.accent, width: 2 }] };
  const charts = [options, plain].map((each) => new uPlot({ ...each, ...size }, data, document.body));
  return times(charts, data, runs);
}

Object.assign(globalThis, { measure });
