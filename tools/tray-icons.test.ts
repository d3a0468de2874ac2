import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { inflateSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { trayIcons } from './tray-icons.ts';

const folder = join(import.meta.dirname, '../resources/tray');
const pixelsOf = (png: Buffer) => {
  const start = png.indexOf('IDAT');
  return inflateSync(png.subarray(start + 4, start + 4 + png.readUInt32BE(start - 4)));
};

test.each([...trayIcons()])('%s is the one that is drawn', (name, drawn) => {
  const there = readFileSync(join(folder, name));
  expect(there.subarray(0, 33)).toEqual(drawn.subarray(0, 33));
  // Compressed, they may differ from one zlib to another.
  expect(pixelsOf(there).equals(pixelsOf(drawn))).toBe(true);
});

test('a template has no colour but black', () => {
  const pixels = pixelsOf(readFileSync(join(folder, 'trayTemplate@2x.png')));
  const row = 1 + 36 * 4;
  const colours = pixels.filter((_value, at) => at % row !== 0 && ((at % row) - 1) % 4 !== 3);
  expect(Math.max(...colours)).toBe(0);
});
