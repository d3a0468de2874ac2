import {
  type ComponentProps,
  type ReactElement,
  useEffect,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
} from 'react';
import type { ProgramPart } from '#contract/report/program-tree';
import { useColours } from '../use-colours.ts';
import { draw, type Picture } from './draw.ts';
import { type Area, layout } from '#contract/report/layout';

export type PartArea = Area<ProgramPart>;

/** Hook: the width of an element, in CSS pixels; 0 before it is known. */
function useWidth(frame: React.RefObject<HTMLElement | null>): number {
  const [width, setWidth] = useState(0);
  useLayoutEffect(() => {
    const element = frame.current;
    if (!element) return undefined;
    // It reports the first size, too, before the page is painted.
    const resized = new ResizeObserver(() => setWidth(element.clientWidth));
    resized.observe(element);
    return () => resized.disconnect();
  }, [frame]);
  return width;
}

/** Hook: canvas pixels for one CSS pixel, updated when the window is zoomed or moved to another screen. */
function useRatio(): number {
  const [ratio, setRatio] = useState(devicePixelRatio);
  useEffect(() => {
    const changed = matchMedia(`(resolution: ${ratio}dppx)`);
    const update = () => setRatio(devicePixelRatio);
    changed.addEventListener('change', update);
    return () => changed.removeEventListener('change', update);
  }, [ratio]);
  return ratio;
}

/** The areas of parts, drawn. `onAreas` is told where they are whenever they are laid out. */
export function TreeCanvas({
  parts,
  height,
  active,
  matches,
  words,
  onAreas,
  onPoint,
  onOpen,
  ...rest
}: Pick<Picture, 'active' | 'matches' | 'words' | 'height'> & {
  parts: readonly ProgramPart[];
  onAreas: (areas: readonly PartArea[]) => void;
  /** The areas at a point, the outermost first; empty: the pointer has left. */
  onPoint: (areas: readonly PartArea[]) => void;
  onOpen: (area: PartArea) => void;
} & Pick<
    ComponentProps<'div'>,
    'aria-label' | 'aria-describedby' | 'onKeyDown' | 'onFocus' | 'onBlur'
  >): ReactElement {
  const frame = useRef<HTMLDivElement>(null);
  const canvas = useRef<HTMLCanvasElement>(null);
  const width = useWidth(frame);
  const ratio = useRatio();
  const colours = useColours();
  const areas = useMemo(() => (width > 0 ? layout(parts, width, height) : []), [parts, width, height]);

  useLayoutEffect(() => onAreas(areas), [areas, onAreas]);

  useLayoutEffect(() => {
    const context = canvas.current?.getContext('2d', { alpha: false });
    if (!context || width === 0) return;
    const family = getComputedStyle(document.body).fontFamily;
    draw(context, { width, height, areas, active, matches, colours, family, words }, ratio);
  }, [areas, width, height, ratio, active, matches, colours, words]);

  const at = (event: { nativeEvent: MouseEvent }): PartArea[] => {
    const { offsetX: x, offsetY: y } = event.nativeEvent;
    return areas.filter(({ left, top, right, bottom }) => x >= left && x < right && y >= top && y < bottom);
  };
  return (
    <div
      ref={frame}
      role="application"
      tabIndex={0}
      {...rest}
      className="overflow-hidden rounded-control outline-offset-2"
      style={{ height }}
    >
      <canvas
        ref={canvas}
        aria-hidden
        width={Math.round(width * ratio)}
        height={Math.round(height * ratio)}
        style={{ width, height }}
        className="block"
        onPointerMove={(event) => onPoint(at(event))}
        onPointerLeave={() => onPoint([])}
        onClick={(event) => {
          const [area] = at(event);
          if (area) onOpen(area);
        }}
      />
    </div>
  );
}
