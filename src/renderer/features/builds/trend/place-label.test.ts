import { expect, it } from 'vitest';
import { placeLabel, type Spot } from './place-label.ts';

const frame = { left: 0, top: 0, right: 600, bottom: 200 };
const size = { width: 60, height: 12 };
const place = (point: Spot, line: readonly Spot[]) =>
  placeLabel(point, size, { frame, lines: [line], gap: 8 });

it('stands before a steep growth, where the line is not', () => {
  const [low, high] = [
    { x: 280, y: 180 },
    { x: 300, y: 40 },
  ];
  expect(place(high, [{ x: 0, y: 180 }, low, high, { x: 600, y: 40 }])).toMatchObject({ right: 292 });
});

it('keeps clear of a line that comes from the left at the same height', () => {
  // The largest change of a line that goes down and up again, as in a chart of noise.
  const line = [
    { x: 0, y: 100 },
    { x: 200, y: 100 },
    { x: 300, y: 96 },
    { x: 400, y: 104 },
    { x: 600, y: 100 },
  ];
  const box = place({ x: 300, y: 96 }, line);
  expect(box).not.toBeNull();
  expect(box?.bottom).toBeLessThan(96 - 8 + 1);
});

it('stands inside the frame', () => {
  const line = [
    { x: 0, y: 10 },
    { x: 30, y: 190 },
  ];
  const box = place({ x: 0, y: 10 }, line);
  expect(box?.left).toBeGreaterThanOrEqual(0);
  expect(box?.top).toBeGreaterThanOrEqual(0);
});

it('stands nowhere if the line is everywhere', () => {
  const line = Array.from({ length: 300 }, (_, n) => ({ x: n * 2, y: n % 2 === 0 ? 0 : 200 }));
  expect(place({ x: 300, y: 0 }, line)).toBeNull();
});

it('keeps clear of other lines, too', () => {
  const across = [
    { x: 250, y: 0 },
    { x: 250, y: 200 },
  ];
  const line = [
    { x: 0, y: 180 },
    { x: 280, y: 180 },
    { x: 300, y: 40 },
    { x: 600, y: 40 },
  ];
  const box = placeLabel({ x: 300, y: 40 }, size, { frame, lines: [line, across], gap: 8 });
  expect(box?.left).toBeGreaterThan(250);
});

it('never touches the line, wherever the largest change is', () => {
  for (let seed = 1; seed < 200; seed++) {
    const line = Array.from({ length: 12 }, (_, n) => ({
      x: n * 50,
      y: 20 + ((seed * 7919 * (n + 1) ** 2) % 160),
    }));
    const point = line[seed % 12] ?? { x: 0, y: 0 };
    const box = place(point, line);
    if (box === null) continue;
    const inBox = ({ x, y }: Spot) => x > box.left && x < box.right && y > box.top && y < box.bottom;
    const onLine = line.slice(1).flatMap((to, index) => {
      const from = line[index] ?? to;
      return Array.from({ length: 101 }, (_, n) => ({
        x: from.x + ((to.x - from.x) * n) / 100,
        y: from.y + ((to.y - from.y) * n) / 100,
      }));
    });
    expect(onLine.filter(inBox), `seed ${seed}`).toEqual([]);
  }
});
