import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Area, minSize, placeOn, readPlace, type WindowPlace, writePlace } from './place.ts';

const laptop: Area = { x: 0, y: 25, width: 1440, height: 875 };
const right: Area = { x: 1440, y: 0, width: 2560, height: 1415 };
const tiny: Area = { x: 0, y: 0, width: 640, height: 400 };
const at = (x: number, y: number, width: number, height: number, maximised = false): WindowPlace => ({
  x,
  y,
  width,
  height,
  maximised,
});

test.each([
  ['nothing is remembered', null, [laptop], { width: 1180, height: 800, maximised: false }],
  ['the primary display is small', null, [tiny], { ...minSize, maximised: false }],
  ['nothing has changed', at(100, 80, 900, 600), [laptop], at(100, 80, 900, 600)],
  ['it is on the second display', at(1500, 40, 2000, 1200), [laptop, right], at(1500, 40, 2000, 1200)],
  [
    'that display is gone',
    at(1500, 40, 2000, 1200),
    [laptop],
    { width: 1440, height: 875, maximised: false },
  ],
  [
    'it was maximised there',
    at(1500, 40, 900, 600, true),
    [laptop],
    { width: 900, height: 600, maximised: true },
  ],
  ['it reaches over an edge', at(1000, 600, 900, 600), [laptop], at(540, 300, 900, 600)],
  ['its title bar is above the display', at(0, -300, 900, 600), [laptop], at(0, 25, 900, 600)],
  ['it is over both, mostly right', at(1400, 40, 900, 600), [laptop, right], at(1440, 40, 900, 600)],
  ['the display became smaller', at(0, 25, 3000, 2000), [laptop], at(0, 25, 1440, 875)],
  ['the display is smaller than the window may be', at(0, 0, 900, 600), [tiny], at(0, 0, 720, 480)],
  [
    'it only touches the display',
    at(1440, 25, 900, 600),
    [laptop],
    { width: 900, height: 600, maximised: false },
  ],
] as const)('%s', (_when, remembered, displays, expected) => {
  expect(placeOn(remembered, displays)).toEqual(expected);
});

const pixels = (min: number, max: number) => fc.integer({ min, max });
const area = fc.record({
  x: pixels(-8000, 8000),
  y: pixels(-8000, 8000),
  width: pixels(minSize.width, 8000),
  height: pixels(minSize.height, 8000),
});
const place = fc.record({
  x: pixels(-20_000, 20_000),
  y: pixels(-20_000, 20_000),
  width: pixels(1, 20_000),
  height: pixels(1, 20_000),
  maximised: fc.boolean(),
});

const isWithin = (inner: Area, outer: Area) =>
  inner.x >= outer.x &&
  inner.y >= outer.y &&
  inner.x + inner.width <= outer.x + outer.width &&
  inner.y + inner.height <= outer.y + outer.height;

test('the window is always whole on a display, and stays where it is if it was', () => {
  fc.assert(
    fc.property(place, fc.array(area, { minLength: 1, maxLength: 4 }), (remembered, displays) => {
      const { x, y, width, height, maximised } = placeOn(remembered, displays);
      expect(maximised).toBe(remembered.maximised);
      const [primary] = displays as [Area];
      const found =
        x === undefined || y === undefined ? { ...primary, width, height } : { x, y, width, height };
      expect(displays.some((display) => isWithin(found, display))).toBe(true);
      const isUsable = remembered.width >= minSize.width && remembered.height >= minSize.height;
      if (isUsable && displays.length === 1 && isWithin(remembered, primary)) {
        expect(found).toEqual({ x: remembered.x, y: remembered.y, width, height });
      }
    }),
  );
});

test('what is written is read back', () => {
  fc.assert(
    fc.property(place, (each) => {
      expect(readPlace(writePlace(each))).toEqual(each);
    }),
  );
});

test.each([
  null,
  '',
  'null',
  '[]',
  '{"x":1',
  '{"x":0,"y":0,"width":800}',
  '{"x":0,"y":0,"width":0,"height":600}',
  '{"x":0.5,"y":0,"width":800,"height":600}',
  '{"x":"0","y":0,"width":800,"height":600}',
  '{"x":1e12,"y":0,"width":800,"height":600}',
])('%j is no place', (text) => {
  expect(readPlace(text)).toBeNull();
});
