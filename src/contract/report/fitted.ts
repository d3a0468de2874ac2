/** The name, or as much of its end as fits: of an import path the last elements say most. Pure. */
export function fitted(name: string, fits: (text: string) => boolean): string {
  if (fits(name)) return name;
  // `v3` alone says nothing.
  const last = /[^/]+(\/v\d+)?$/.exec(name)?.[0] ?? name;
  for (let at = name.indexOf('/'); at >= 0; at = name.indexOf('/', at + 1)) {
    const end = `…${name.slice(at)}`;
    if (end.length > last.length && fits(end)) return end;
  }
  if (fits(last)) return last;
  // A longer start is wider, so that a few of them are enough to find the longest that fits.
  let [fitting, tooLong] = [1, last.length];
  while (tooLong - fitting > 1) {
    const length = (fitting + tooLong) >>> 1;
    if (fits(`${last.slice(0, length)}…`)) fitting = length;
    else tooLong = length;
  }
  return fitting > 1 ? `${last.slice(0, fitting)}…` : '';
}
