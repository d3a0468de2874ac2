const units: Readonly<Record<string, number>> = {
  B: 1,
  kB: 1e3,
  KB: 1e3,
  MB: 1e6,
  GB: 1e9,
  KiB: 2 ** 10,
  MiB: 2 ** 20,
  GiB: 2 ** 30,
};

/** The units that may be written, for messages. */
export const unitNames = Object.keys(units).filter((name) => name !== 'KB');

/** Reads a size as in burrow.toml: `25 MB`, `1.5MiB`, or a number of bytes. null: it is none, or one that no file has. */
export function readSize(value: unknown): number | null {
  const text = isWholeNumber(value) ? `${value} B` : value;
  const [, number, unit = ''] = /^(\d+(?:\.\d+)?) ?([A-Za-z]+)$/.exec(String(text).trim()) ?? [];
  const factor = Object.hasOwn(units, unit) ? units[unit] : undefined;
  if (number === undefined || factor === undefined) return null;
  const bytes = Math.round(Number(number) * factor);
  return Number.isSafeInteger(bytes) ? bytes : null;
}

/** Reads `2 %`, `0.5%`. null: it is no percentage. */
export function readPercent(value: unknown): number | null {
  const [, number] = /^(\d+(?:\.\d+)?) ?%$/.exec(typeof value === 'string' ? value.trim() : '') ?? [];
  return number === undefined ? null : Number(number);
}

function isWholeNumber(value: unknown): value is number {
  return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0;
}
