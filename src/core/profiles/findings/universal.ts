import type { Folders, FoundLine } from './found-line.ts';

/** A universal variable of fish: what a `set -U` has left in its file. */
interface Universal {
  name: string;
  values: string[];
  line: number;
  text: string;
}

/** Reads `fish_variables` (fish's env_universal_common.cpp, format 3.0). Pure. */
export function universalVariables(text: string): Universal[] {
  return text.split('\n').flatMap((written, index): Universal[] => {
    const [, name = '', value] = /^SETUVAR (?:--\w+ )*(\w+):(.*)$/.exec(written) ?? [];
    if (value === undefined) return [];
    const values = value.split(String.raw`\x1e`).map(unescaped);
    return [{ name, values, line: index + 1, text: written }];
  });
}

function unescaped(value: string): string {
  return value
    .replaceAll(/\\x([0-9a-f]{2})/gi, (_, code: string) => String.fromCodePoint(Number.parseInt(code, 16)))
    .replaceAll(/\\(.)/g, '$1');
}

/** Variables that fish keeps without a line, and that another Go may come of. Pure. */
export function universalLines(path: string, text: string, folders: Folders): FoundLine[] {
  return universalVariables(text)
    .filter(({ name, values }) => {
      if (name === 'GOROOT') return values.some((each) => each !== '');
      if (name === 'GO111MODULE') return values[0] === 'off';
      return (
        (name === 'fish_user_paths' || name === 'PATH') && values.some((each) => folders.withGo.has(each))
      );
    })
    .map(({ name, line, text: written }) => ({
      kind: 'fish-universal',
      severity: 'warning',
      file: path,
      line,
      text: written,
      subject: name,
      manager: null,
      place: 'alone',
      edit: 'by-hand',
    }));
}

/** The folders that fish's own list of paths names. Pure. */
export function universalFolders(text: string): string[] {
  return universalVariables(text)
    .filter(({ name }) => name === 'fish_user_paths' || name === 'PATH')
    .flatMap(({ values }) => values.filter((each) => each.startsWith('/')));
}
