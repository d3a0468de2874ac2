/**
 * Divides whole bytes in proportion to weights, so that the parts add up to `bytes`: what rounding leaves goes to the
 * largest remainders. Empty if there are no weights. Pure.
 */
export function shares(bytes: number, weights: ReadonlyMap<string, number>): Map<string, number> {
  const sum = weights.values().reduce((total, weight) => total + weight, 0);
  const parts = new Map<string, number>();
  if (!(sum > 0)) return parts;
  const remainders: [string, number][] = [];
  let left = bytes;
  for (const [name, weight] of weights) {
    const part = (bytes * weight) / sum;
    const whole = Math.floor(part);
    parts.set(name, whole);
    remainders.push([name, part - whole]);
    left -= whole;
  }
  for (const [name] of remainders.toSorted((a, b) => b[1] - a[1]).slice(0, Math.max(0, Math.round(left)))) {
    parts.set(name, (parts.get(name) ?? 0) + 1);
  }
  return parts;
}
