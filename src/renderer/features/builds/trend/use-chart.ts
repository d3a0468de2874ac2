import { type RefObject, useCallback, useEffect, useLayoutEffect, useRef, useState } from 'react';
import uPlot from 'uplot';
import 'uplot/dist/uPlot.min.css';
import { useLocale } from '#ui/use-locale.ts';
import { chartOptions, type Pointed } from './chart-options.ts';
import { valueOf } from './measure.ts';
import type { Range } from './range.ts';
import { nearest, valuesOf, type View } from './view.ts';
import { useColours } from '../use-colours.ts';

/** Hook: a chart of `view` in the element of `frame`, and the point that is selected in it. `height`: in CSS pixels. */
export function useChart(
  frame: RefObject<HTMLElement | null>,
  view: View,
  height: number,
  onZoom: (range: Range) => void,
): {
  pointed: Pointed | null;
  /** Selects the point nearest to a position; null: none. It stays selected when the view changes. */
  select: (position: number | null) => void;
} {
  const locale = useLocale();
  const colours = useColours();
  const chart = useRef<uPlot>(null);
  const selected = useRef<number>(null);
  const now = useRef({ view, onZoom });
  const [pointed, setPointed] = useState<Pointed | null>(null);

  const select = useCallback((position: number | null) => {
    selected.current = position;
    const plot = chart.current;
    const { points, measure } = now.current.view;
    const point = position === null ? undefined : points[nearest(points, position)];
    if (!point) {
      plot?.setCursor({ left: -10, top: -10 });
      return;
    }
    const left = plot?.valToPos(point.position, 'x') ?? -1;
    // One that is not shown yet is selected when the view has changed.
    if (plot && left >= 0 && left <= plot.over.clientWidth) {
      plot.setCursor({ left, top: plot.valToPos(valueOf(point, measure) ?? 0, 'y') });
    }
  }, []);

  useLayoutEffect(() => {
    now.current = { view, onZoom };
  });

  useLayoutEffect(() => {
    chart.current?.setData(dataOf(view));
    // uPlot computes its scales in a microtask of its own.
    queueMicrotask(() => {
      if (selected.current !== null) select(selected.current);
    });
  }, [view, select]);

  useEffect(() => {
    const element = frame.current;
    if (!element) return undefined;
    const options = chartOptions({
      view: () => now.current.view,
      locale,
      colours,
      onPoint: setPointed,
      onZoom: (range) => now.current.onZoom(range),
    });
    const size = { width: element.clientWidth, height };
    const plot = new uPlot({ ...options, ...size }, dataOf(now.current.view), element);
    chart.current = plot;
    const resize = new ResizeObserver(() => plot.setSize({ width: element.clientWidth, height }));
    resize.observe(element);
    return () => {
      resize.disconnect();
      plot.destroy();
      chart.current = null;
    };
  }, [frame, height, locale, colours]);

  return { pointed, select };
}

function dataOf({ points, measure }: View): uPlot.AlignedData {
  return [points.map(({ position }) => position), valuesOf(points, measure)];
}
