import type { TFunction } from 'i18next';
import { describeFailure } from '#contract/failure';
import type { Locale } from '#contract/locale';
import type { Replacement, TranslatedGo } from '#contract/native';
import { formatBytes } from '#contract/units';
import { sentences } from '#ui/sentences.ts';

/** The number of names that a sentence lists; the others are counted. */
const maxNames = 3;

/** Sentences about what uses a translated Go; `names` are those of the folders. */
export function uses(
  { default: isDefault, onPath }: TranslatedGo,
  names: readonly string[],
  t: TFunction,
): string[] {
  const listed = names.slice(0, maxNames).join(t('toolchains.comma'));
  const more = names.length - maxNames;
  return [
    ...(isDefault ? [t('native.byDefault')] : []),
    ...(names.length === 0
      ? []
      : [
          t('native.usedBy', {
            names: more > 0 ? t('native.andMore', { names: listed, number: more }) : listed,
          }),
        ]),
    ...(onPath === null ? [] : [t('native.onPath', { path: onPath })]),
  ];
}

/** Sentences about what the button does for a translated Go, or what the user can do. */
export function remedy(finding: TranslatedGo, t: TFunction, locale: Locale): string[] {
  const { kind, noNative, replaceable, ownerCommand: command, bytes } = finding;
  if (noNative !== null) return [t(`native.noNative.${noNative}`)];
  if (replaceable) return [t(`native.plan.${kind}`, { size: formatBytes(bytes, locale) })];
  return [
    t('native.here'),
    command === null ? t('native.putShimsFirst') : t('native.ownerCommand', { command }),
  ];
}

/** Sentences about what a replacement did: the projects it moved, and what happened to the translated build. */
export function replacementText(done: Replacement, t: TFunction, locale: Locale): string {
  const { moved, stayed, old, because, bytes, warnings } = done;
  const { ownerCommand: command } = done.translated;
  const said = [
    ...(done.default === null ? [] : [t(`native.default.${done.default}`)]),
    ...(moved.length === 0 ? [] : [t('native.moved', { count: moved.length })]),
    ...(stayed.length === 0 ? [] : [t('native.stayed', { count: stayed.length })]),
    t(`native.old.${old}`, { size: formatBytes(bytes, locale) }),
    ...(because === null ? [] : [t(`native.because.${because}`)]),
    ...(command === null ? [] : [t('native.ownerCommand', { command })]),
    ...warnings.map((warning) => describeFailure(warning, locale).message),
  ];
  return sentences(said, locale);
}
