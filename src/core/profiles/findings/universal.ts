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

/** What fish keeps without a line, and another Go may come of: variables, and folders of PATH. Pure. */
export function universalLines(path: string, text: string, folders: Folders): FoundLine[] {
  return universalVariables(text).flatMap(({ name, values, line, text: written }) => {
    const isPath = name === 'fish_user_paths' || name === 'PATH';
    const isSet = name === 'GOROOT' ? values.some((each) => each !== '') : values[0] === 'off';
    const subjects = isPath
      ? values.filter((each) => folders.withGo.has(each))
      : (name === 'GOROOT' || name === 'GO111MODULE') && isSet
        ? [name]
        : [];
    return subjects.map(
      (subject): FoundLine => ({
        kind: 'fish-universal',
        severity: 'warning',
        file: path,
        line,
        text: written,
        subject,
        manager: null,
        place: 'alone',
        edit: 'by-hand',
      }),
    );
  });
}

/** The folders that fish's own list of paths names. Pure. */
export function universalFolders(text: string): string[] {
  return universalVariables(text)
    .filter(({ name }) => name === 'fish_user_paths' || name === 'PATH')
    .flatMap(({ values }) => values.filter((each) => each.startsWith('/')));
}
