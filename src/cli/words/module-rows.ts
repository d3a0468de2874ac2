import type { Inspection } from '#contract/binaries';
import type { Locale } from '#contract/locale';
import { reportTexts } from '#contract/report/texts';
import type { Text } from '../text/text.ts';

export interface ModuleRow {
  name: string;
  version: string;
  bytes: number;
  /** 0: the row is not of packages. */
  packages: number;
  note: string;
}

/**
 * What the modules of a program take, largest first, with the standard library and the program's own module; `others` are
 * the bytes that belong to none. Together they are all bytes of the file. Pure.
 */
export function moduleRows(
  {
    mainModule,
    modules,
    standardLibrary,
    packages,
    unowned,
  }: Pick<Inspection, 'mainModule' | 'modules' | 'standardLibrary' | 'packages' | 'unowned'>,
  { text: { inspect: words }, locale }: { text: Pick<Text, 'inspect'>; locale: Locale },
): { modules: ModuleRow[]; others: ModuleRow[] } {
  const kinds = reportTexts[locale].moduleKind;
  const own = mainModule && { ...mainModule, name: mainModule.path, note: words.yourModule };
  const rows = [
    ...(own ? [own] : []),
    ...modules.map((each) => ({ ...each, name: each.path, note: replacement(each, words) })),
    { ...standardLibrary, name: kinds['standard-library'], version: '', note: '' },
  ]
    .filter((each) => each.bytes > 0)
    .map(({ name, version, bytes, packages: of, note }) => ({ name, version, bytes, packages: of, note }));
  const named = packages.filter(({ path }) => !path.startsWith('('));
  const generated = packages.filter((each) => each.path.startsWith('(') && !isC(each));
  return {
    modules: rows.toSorted((a, b) => b.bytes - a.bytes),
    others: [
      row(words.noModule, sum(named) - sum(rows), named.length - count(rows)),
      row(kinds.c, sum(packages.filter(isC))),
      row(kinds.generated, sum(generated)),
      row(kinds.unowned, sum(unowned)),
    ].filter((each) => each.bytes > 0),
  };
}

const sum = (list: readonly { bytes: number }[]) => list.reduce((total, each) => total + each.bytes, 0);
const count = (list: readonly ModuleRow[]) => list.reduce((total, each) => total + each.packages, 0);
const isC = ({ path }: { path: string }) => path.startsWith('(C)');
const row = (name: string, bytes: number, packages = 0): ModuleRow => ({
  name,
  version: '',
  bytes,
  packages,
  note: '',
});

function replacement(
  { replacedBy }: Inspection['modules'][number],
  words: Pick<Text['inspect'], 'replacedBy'>,
): string {
  return replacedBy ? words.replacedBy([replacedBy.path, replacedBy.version].filter(Boolean).join(' ')) : '';
}
