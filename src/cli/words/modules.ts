import type { ModuleCheckResult, ModuleList, ProjectModule } from '#contract/modules';
import { formatBytes, formatMoment } from '#contract/units';
import type { Host } from '../host.ts';
import { paint } from '../output/paint.ts';
import { table } from '../output/table.ts';
import { plain } from './plain.ts';

type Words = Pick<Host, 'text' | 'locale' | 'system'>;

/** `go.mod:12` */
function placeOf({ file, line }: { file: string; line: number | null }): string {
  const name = plain(file.split(/[\\/]/).at(-1) ?? file);
  return line === null ? name : `${name}:${line}`;
}

/** Go downloads only what a build needs, so what is not in the program is not missed. */
function isMissing({ dir, isInProgram }: ProjectModule): boolean {
  return dir === null && isInProgram !== false;
}

function notes(module: ProjectModule, { text }: Words): string {
  const { modules: words, common } = text;
  const by = module.replacedBy;
  const found = [
    ...(module.retracted && module.retracted.length > 0
      ? [paint.bad(words.retracted(plain(module.retracted.filter(Boolean).join('; '))))]
      : []),
    ...(module.deprecated === null
      ? []
      : [paint.warn(words.deprecated(plain(module.deprecated.split('\n')[0] ?? '')))]),
    ...(by
      ? [words.replacedBy(plain(by.version === null ? by.path : `${by.path} ${by.version}`), placeOf(by))]
      : []),
    ...(module.newer === null ? [] : [paint.accent(words.newer(plain(module.newer)))]),
    ...(isMissing(module) ? [paint.warn(words.notHere)] : []),
    ...(module.problem === null ? [] : [paint.bad(plain(module.problem.split('\n')[0] ?? ''))]),
  ];
  return found.join(common.comma);
}

function row(module: ProjectModule, host: Words): string[] {
  const { bytes, isInProgram } = module;
  const absent = isInProgram === null ? '–' : paint.faint(host.text.modules.notIncluded);
  const size = bytes === null ? absent : formatBytes(bytes, host.locale);
  return [
    paint.strong(plain(module.path)),
    plain(module.version ?? ''),
    size,
    plain(module.goVersion ?? ''),
    module.licence === null ? '–' : plain(module.licence),
    notes(module, host),
  ];
}

/** One table; each kind begins with its name and number, so that columns line up. */
function modulesTable({ modules }: ModuleList, host: Words): string {
  const { modules: words } = host.text;
  const rows = (['main', 'direct', 'indirect'] as const).flatMap((kind) => {
    const some = modules.filter((each) => each.kind === kind);
    if (some.length === 0) return [];
    const shown = some.filter(
      (each) => kind !== 'indirect' || each.isInProgram !== false || notes(each, host) !== '',
    );
    const rest = some.length - shown.length;
    const title = `${words.kind[kind]}${kind === 'main' && some.length === 1 ? '' : ` (${some.length})`}`;
    return [
      [paint.accent(title)],
      ...shown.map((each) => row(each, host)),
      ...(rest > 0 ? [[paint.faint(words.notInProgram(rest))]] : []),
    ];
  });
  const columns = [
    { title: words.module },
    { title: words.version },
    { title: words.size, align: 'right' as const },
    { title: words.go },
    { title: words.licence },
    { title: '' },
  ];
  return table(columns, rows);
}

/** A project's modules for a terminal. */
export function modulesWords(list: ModuleList, host: Words): string {
  const { modules: words } = host.text;
  const { build, vendor, workspace, excluded } = list;
  const missing = list.modules.filter(isMissing).length;
  return [
    build === null
      ? paint.faint(words.noSizes)
      : paint.faint(
          words.sizesOf(
            build.id,
            plain(build.subject),
            formatBytes(build.bytes, host.locale),
            formatMoment(build.startedAt, host.locale, host.system.now()),
          ),
        ),
    modulesTable(list, host),
    ...(workspace
      ? [
          words.workspace(plain(workspace.file)),
          ...workspace.members.map(({ dir, path }) => `  ${plain(path ?? '–')}  ${paint.faint(plain(dir))}`),
        ]
      : []),
    ...excluded.map((each) => words.excluded(plain(`${each.path} ${each.version}`), placeOf(each))),
    ...(vendor.state === 'none'
      ? []
      : [
          vendor.state === 'in-step' ? words.vendor['in-step'] : paint.warn(words.vendor['out-of-step']),
          ...vendor.differences.map((line) => `  ${plain(line)}`),
        ]),
    ...(missing > 0 ? [paint.warn(words.missing(missing))] : []),
    ...(list.online ? [] : [paint.faint(words.offline)]),
  ].join('\n');
}

/** What a check found; empty if there was nothing to check. */
export function checkWords({ check, outcome, output }: ModuleCheckResult, { text }: Words): string[] {
  const lines = output.split('\n').map((line) => `  ${plain(line)}`);
  if (outcome === 'skipped') return output === '' ? [] : [paint.warn(text.modules.notChecked), ...lines];
  const words = text.modules.check[check][outcome];
  return outcome === 'passed' ? [paint.good(words)] : [paint.bad(words), ...lines];
}
