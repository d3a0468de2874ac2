import { readdir } from 'node:fs/promises';

/** In the order in which they count, as authors name them; most common first. */
const names = /^(licen[cs]e|copying|unlicen[cs]e)([-._].*)?$/i;

/** The name of the licence file among the names of a module's root: LICENSE before LICENSE-THIRD-PARTY. Pure. */
export function licenceAmong(files: readonly string[]): string | null {
  const found = files.filter((name) => names.test(name) && !/\.go$/i.test(name));
  return found.toSorted((a, b) => a.length - b.length || (a < b ? -1 : 1))[0] ?? null;
}

/** The name of the licence file in a folder; null: none, or the folder cannot be read. Never fails. */
export async function licenceIn(dir: string): Promise<string | null> {
  return licenceAmong(await readdir(dir).catch(() => []));
}
