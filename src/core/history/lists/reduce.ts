/** A value of a series, null if it is not known, and whether it must be seen as far as there is room. */
export interface Value {
  value: number | null;
  marked: boolean;
}

/**
 * The indexes of at most `max` values, rising, that show the shape of all: the first and the last, marked ones up to half of the room
 * (else as many, evenly), and the smallest and the largest of equal steps. Pure.
 */
export function reduced(values: readonly Value[], max: number): number[] {
  const count = values.length;
  if (count <= max) return values.map((_, at) => at);
  const kept = new Set([0, count - 1]);
  const marked = values.flatMap((each, at) => (each.marked ? at : []));
  const room = Math.floor(max / 2) - kept.size;
  const stride = Math.max(1, marked.length / Math.max(1, room));
  for (let at = 0; at < marked.length && kept.size < max / 2; at += stride)
    kept.add(marked[Math.floor(at)] ?? 0);
  const steps = Math.floor((max - kept.size) / 2);
  for (let step = 0; step < steps; step++) {
    const end = Math.floor(((step + 1) * count) / steps);
    let low = Math.floor((step * count) / steps);
    let high = low;
    for (let at = low; at < end; at++) {
      const value = values[at]?.value ?? null;
      if (value === null) continue;
      if (value < (values[low]?.value ?? Number.POSITIVE_INFINITY)) low = at;
      if (value > (values[high]?.value ?? Number.NEGATIVE_INFINITY)) high = at;
    }
    kept.add(low).add(high);
  }
  return [...kept].toSorted((a, b) => a - b);
}
