import { dirname, isAbsolute, join } from 'node:path';
import { readTextIfThere } from '#core/system';

/** As many modules of a workspace as are read. */
const maxUsed = 100;

/**
 * The paths of the modules that Go fetches for a folder: what its go.mod, or each go.mod of its go.work, requires, with
 * replacements. `gomod`, `gowork`: as `go env` prints them. What cannot be read requires nothing here: Go itself says
 * what is wrong with it.
 */
export async function requiredModules({
  gomod,
  gowork,
}: {
  gomod: string;
  gowork: string;
}): Promise<string[]> {
  const files = isAbsolute(gowork) ? [gowork, ...(await usedBy(gowork))] : isAbsolute(gomod) ? [gomod] : [];
  const texts = await Promise.all(files.map(textOf));
  return [...new Set(texts.flatMap(fetchedBy))];
}

async function usedBy(gowork: string): Promise<string[]> {
  const folders = directives(await textOf(gowork)).filter(([word]) => word === 'use');
  return folders.slice(0, maxUsed).map(([, folder = '']) => {
    return join(isAbsolute(folder) ? folder : join(dirname(gowork), folder), 'go.mod');
  });
}

async function textOf(path: string): Promise<string> {
  return (await readTextIfThere(path).catch(() => null)) ?? '';
}

/** What a go.mod or go.work has Go fetch. A module that is replaced by a folder is not fetched. Pure. */
export function fetchedBy(text: string): string[] {
  const lines = directives(text);
  const replaced = new Map<string, string | null>();
  for (const [word, ...rest] of lines) {
    const arrow = rest.indexOf('=>');
    const [from, to] = [rest[0], rest[arrow + 1]];
    if (word !== 'replace' || arrow < 1 || from === undefined || to === undefined) continue;
    // A replacement of one version leaves others, but a build has only one.
    replaced.set(from, /^(?:\.{0,2}\/|[A-Za-z]:|\.{1,2}$)/.test(to) ? null : to);
  }
  const required = lines.filter(([word]) => word === 'require').flatMap(([, path]) => path ?? []);
  return required.flatMap((path) => {
    const to = replaced.get(path);
    return to === null ? [] : [to ?? path];
  });
}

/** The directives of a go.mod, each with its words; those of a block one by one (golang.org/x/mod/modfile). Pure. */
function directives(text: string): string[][] {
  const found: string[][] = [];
  let block: string | null = null;
  for (const line of text.split('\n')) {
    const words = line
      .replace(/\/\/.*$/, '')
      .split(/\s+/)
      .filter((word) => word !== '')
      .map((word) => word.replace(/^(["`])(.*)\1$/, '$2'));
    const [first = '', second] = words;
    if (block !== null && first === ')') block = null;
    else if (block !== null && first !== '') found.push([block, ...words]);
    else if (second === '(' || first.endsWith('(')) block = first.replace(/\($/, '');
    else if (first !== '') found.push(words);
  }
  return found;
}
