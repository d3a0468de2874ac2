import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { crc32, deflateSync } from 'node:zlib';

// Draws the icons of the menu bar (resources/tray): `node tools/tray-icons.ts`. The shape is that of the app's icon
// (src/renderer/app/icon.svg), on a grid of 32.

type Colour = readonly [red: number, green: number, blue: number];
/** What covers a point of the grid; null: nothing. */
type Drawing = (x: number, y: number) => Colour | null;

const black: Colour = [0, 0, 0];
const white: Colour = [255, 255, 255];
const accent: Colour = [0x0c, 0x73, 0x91];

/** The burrow: `M6 25V17a10 10 0 0 1 20 0v8h-5.5v-7.6a4.5 4.5 0 0 0-9 0V25z`. */
function isArch(x: number, y: number): boolean {
  const isWithin = (radius: number, top: number) =>
    y <= 25 && Math.abs(x - 16) <= radius && (y >= top || Math.hypot(x - 16, y - top) <= radius);
  return isWithin(10, 17) && !isWithin(4.5, 17.4);
}

/** The square of the icon, `rx="8"`. */
function isSquare(x: number, y: number): boolean {
  const [fromX, fromY] = [x, y].map((at) => Math.max(0, Math.abs(at - 16) - 8)) as [number, number];
  return Math.hypot(fromX, fromY) <= 8;
}

/** A Mac draws a template in the colour of its menu bar: the arch alone, as large as the bar allows. */
const template: Drawing = (x, y) => (isArch(16 + (x - 16) * 0.7, 16 + (y - 16) * 0.7) ? black : null);
const icon: Drawing = (x, y) => (isArch(x, y) ? white : isSquare(x, y) ? accent : null);

/** The icons: file name, and bytes of the PNG. */
export function trayIcons(): Map<string, Buffer> {
  return new Map([
    ['trayTemplate.png', png(template, 18)],
    ['trayTemplate@2x.png', png(template, 36)],
    ['tray.png', png(icon, 16)],
    ['tray@2x.png', png(icon, 32)],
  ]);
}

/** Points a side that each pixel is made of. */
const samples = 8;

/** A square PNG with an alpha channel (https://www.w3.org/TR/png-3/). */
function png(drawing: Drawing, size: number): Buffer {
  const row = 1 + size * 4;
  const pixels = Buffer.alloc(row * size);
  for (let y = 0; y < size; y++) {
    for (let x = 0; x < size; x++) pixels.set(pixel(drawing, x, y, 32 / size), y * row + 1 + x * 4);
  }
  const header = Buffer.alloc(13);
  header.writeUInt32BE(size, 0);
  header.writeUInt32BE(size, 4);
  // 8 bits a channel, red, green, blue and alpha.
  header.set([8, 6], 8);
  return Buffer.concat([
    Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'),
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(pixels, { level: 9 })),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

function pixel(drawing: Drawing, x: number, y: number, scale: number): number[] {
  const sum = [0, 0, 0];
  let covered = 0;
  for (let n = 0; n < samples * samples; n++) {
    const at = (pixelAt: number, step: number) => (pixelAt + (step + 0.5) / samples) * scale;
    const colour = drawing(at(x, n % samples), at(y, Math.floor(n / samples)));
    if (!colour) continue;
    covered += 1;
    for (const channel of [0, 1, 2] as const) sum[channel] = (sum[channel] ?? 0) + colour[channel];
  }
  const mean = sum.map((total) => (covered === 0 ? 0 : Math.round(total / covered)));
  return [...mean, Math.round((255 * covered) / samples ** 2)];
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const [length, check] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(data.length);
  check.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, check]);
}

if (import.meta.main) {
  const folder = join(import.meta.dirname, '../resources/tray');
  mkdirSync(folder, { recursive: true });
  for (const [name, bytes] of trayIcons()) writeFileSync(join(folder, name), bytes);
}
