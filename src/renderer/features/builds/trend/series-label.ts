import type { Build } from '#contract/build';
import type { BuildSeries } from '#contract/build-list';
import { sizeFlags } from '#contract/series';

/** What a project is called, by its folder. */
type ProjectName = (folder: string) => string;

/**
 * The label of a series: `shop · ./cmd/server · linux/arm64`. Where `all` have several that are alike in these, it also
 * says what sets it apart from them, in Go's words: `… · -s -trimpath CGO_ENABLED=0`. `projectName` null: without the
 * project. Pure.
 */
export function seriesLabel(
  series: BuildSeries,
  all: readonly BuildSeries[],
  projectName: ProjectName | null,
): string {
  const name = nameOf(series, projectName);
  const others = all.filter((each) => each.series !== series.series && nameOf(each, projectName) === name);
  const isShared = (word: string) => others.every(({ latest }) => settings(latest).includes(word));
  const own = settings(series.latest).filter((word) => !isShared(word));
  return own.length === 0 ? name : `${name} · ${own.join(' ')}`;
}

function nameOf({ latest }: Pick<BuildSeries, 'latest'>, projectName: ProjectName | null): string {
  const target = latest.target ?? latest.image?.platform;
  const project = projectName && latest.project ? projectName(latest.project) : null;
  return [project, latest.subject, target].filter(Boolean).join(' · ');
}

/** For an image, the store of its engine, which says what its size means; `archive` or `folder` where it is from one. */
function settings(build: Build): string[] {
  if (build.image) {
    const { name, store } = build.image.engine;
    return [name === 'archive' ? store : `${name} ${store}`];
  }
  const [isStripped, flags] = sizeFlags(build);
  const strip = isStripped ? ['-s'] : [];
  const cgo = build.cgo === null ? [] : [`CGO_ENABLED=${Number(build.cgo)}`];
  return [...strip, ...flags.map((flag) => flag.replace(/=true$/, '')), ...cgo];
}

/** Whether a label has all words of a text, in any case. Pure. */
export function withWords(label: string, text: string): boolean {
  const known = label.toLowerCase();
  return text
    .toLowerCase()
    .split(/\s+/)
    .every((word) => known.includes(word));
}
