import type { Build } from './build.ts';
import { headline } from './image-measure.ts';
import { imageVariant } from './image-variant.ts';

/** The size of a build in lists and charts: of a program's file, or the one that stands for an image. */
export function recordedBytes({ artifact, image }: Build): number | null {
  return artifact?.bytes ?? (image && headline(image)?.bytes) ?? null;
}

/**
 * Builds whose sizes can be compared share a key: the same subject of the same project or module, for the same target,
 * with the same flags and cgo, both stripped or both not. For images the same variant and stage of the Dockerfile, and a size that
 * counts the same and was told by the same kind of store.
 */
export function seriesKey(build: Build): string {
  const { kind, project, mainModule, subject, target, cgo, image } = build;
  return JSON.stringify([
    kind,
    project ?? mainModule,
    subject,
    image?.platform ?? target,
    cgo,
    ...sizeFlags(build),
    ...(image
      ? [
          ...imageVariant(image),
          image.engine.name,
          image.engine.store,
          headline(image)?.measure,
          // Whoever does not say which stage it is means the last one.
          ...(image.target && !image.target.isLast ? [image.target.name] : []),
        ]
      : []),
  ]);
}

/** Of `builds`, newest first: the last one before `index` in the same series that has a size. */
export function predecessor(builds: readonly Build[], index: number): Build | undefined {
  const build = builds[index];
  if (!build) return undefined;
  const key = seriesKey(build);
  return builds.slice(index + 1).find((each) => recordedBytes(each) !== null && seriesKey(each) === key);
}

/** Of `builds`, newest first: how many bytes the one at `index` grew; null without a predecessor. */
export function changeSincePredecessor(builds: readonly Build[], index: number): number | null {
  const build = builds[index];
  const before = predecessor(builds, index);
  const [now, then] = [build && recordedBytes(build), before && recordedBytes(before)];
  return now == null || then == null ? null : now - then;
}

/**
 * Flags that say how the build runs, and not what it makes, and those that a program does not record: a program that was
 * built here and its file, recorded elsewhere, are of one series.
 */
const ignored: ReadonlySet<string> = new Set(
  'C a buildvcs debug-actiongraph debug-runtime-trace debug-trace json mod modcacherw n o p v work x'.split(
    ' ',
  ),
);

/** Values that are the same as no flag. `default.pgo` is in the folder of the main package, and used by itself. */
const defaults: Readonly<Record<string, RegExp>> = {
  buildmode: /^(default|exe)$/,
  compiler: /^gc$/,
  pgo: /^auto$|(^|[/\\])default\.pgo$/,
};

/**
 * Whether the program is stripped, and the flags that tell builds apart, in their order; the last of each counts. `-X` only
 * sets a text. `-s` and `-w` with it are what `stripped` says, also where -trimpath keeps Go from recording -ldflags.
 */
export function sizeFlags({ flags, stripped }: Pick<Build, 'flags' | 'stripped'>): [boolean, string[]] {
  const kept = new Map<string, string>();
  let strips = false;
  for (const flag of flags) {
    const [, name = '', value = 'true'] = /^--?([^=]*)(?:=(.*))?$/s.exec(flag) ?? [];
    if (name === '' || ignored.has(name)) continue;
    kept.delete(name);
    if (value === 'false' || value === '' || defaults[name]?.test(value)) continue;
    if (name === 'ldflags') {
      const linker = linkerFlags(value);
      strips = linker.includes('-s');
      const others = linker.filter((each) => !(each === '-s' || (strips && each === '-w')));
      if (others.length > 0) kept.set(name, others.join(' '));
    } else
      kept.set(
        name,
        name === 'tags'
          ? value
              .split(/[\s,]+/)
              .filter(Boolean)
              .toSorted()
              .join()
          : value,
      );
  }
  return [stripped ?? strips, [...kept].map(([name, value]) => `-${name}=${value}`).toSorted()];
}

/** The flags of the linker without `-X`, sorted. Quotes enclose a field as in cmd/internal/quoted. */
function linkerFlags(value: string): string[] {
  const fields = value.replace(/^[^-\s'"][^\s'"]*?=/, '').match(/'[^']*'|"[^"]*"|\S+/g) ?? [];
  const words = fields.map((field) => field.replace(/^(['"])(.*)\1$/s, '$2').replace(/^--/, '-'));
  return words
    .filter((word, i) => word !== '-X' && words[i - 1] !== '-X' && !word.startsWith('-X='))
    .toSorted();
}
