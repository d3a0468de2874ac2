import { array, assert, integer, oneof, property, record } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Area, layout } from './layout.ts';

interface Part {
  bytes: number;
  parts: Part[];
}

const part = (bytes: number, ...parts: Part[]): Part => ({ bytes, parts });
const size = ({ left, top, right, bottom }: Area<Part>) => (right - left) * (bottom - top);
const sum = (values: number[]) => values.reduce((all, each) => all + each, 0);
const total = ({ bytes, parts }: Part): number => (parts.length > 0 ? sum(parts.map(total)) : bytes);

describe('layout', () => {
  it('gives two parts their shares, the largest first', () => {
    const areas = layout([part(1), part(3)], 400, 100);
    expect(areas.map(({ part: each }) => each.bytes)).toEqual([3, 1]);
    expect(areas.map(({ left, right }) => [left, right])).toEqual([
      [0, 300],
      [300, 400],
    ]);
  });

  it('leaves out what has no bytes, and is empty for nothing', () => {
    expect(layout([], 100, 100)).toEqual([]);
    expect(layout([part(0), part(5, part(0))], 100, 100)).toEqual([]);
    expect(layout([part(0), part(2)], 100, 100)).toHaveLength(1);
  });

  it('divides an area among the parts in it', () => {
    const [outer, ...inner] = layout([part(0, part(1), part(1))], 100, 50);
    expect(inner.map(({ depth, within }) => [depth, within])).toEqual([
      [1, outer],
      [1, outer],
    ]);
  });

  const leaf = integer({ min: 0, max: 50_000_000 }).map((bytes) => part(bytes));
  const tree = array(
    oneof(
      leaf,
      array(leaf, { maxLength: 20 }).map((parts) => part(7, ...parts)),
    ),
    {
      maxLength: 25,
    },
  );
  const bounds = record({
    width: integer({ min: 50, max: 2000 }),
    height: integer({ min: 50, max: 900 }),
  });

  it('keeps to the bounds, in proportion to the bytes, without overlaps', () => {
    assert(
      property(tree, bounds, (parts, { width, height }) => {
        const areas = layout(parts, width, height);
        const all = sum(parts.map(total));
        for (const area of areas) {
          const { left, top, right, bottom } = area.within ?? {
            left: 0,
            top: 0,
            right: width,
            bottom: height,
          };
          expect(area.left).toBeGreaterThanOrEqual(left - 1e-6);
          expect(area.top).toBeGreaterThanOrEqual(top - 1e-6);
          expect(area.right).toBeLessThanOrEqual(right + 1e-6);
          expect(area.bottom).toBeLessThanOrEqual(bottom + 1e-6);
          expect(size(area) / (width * height)).toBeCloseTo(total(area.part) / all, 6);
        }
        for (const one of areas) {
          for (const other of areas) {
            if (one === other || one.within !== other.within) continue;
            const wide = Math.min(one.right, other.right) - Math.max(one.left, other.left);
            const high = Math.min(one.bottom, other.bottom) - Math.max(one.top, other.top);
            expect(Math.min(wide, high)).toBeLessThan(1e-6);
          }
        }
      }),
      { numRuns: 100 },
    );
  });
});
