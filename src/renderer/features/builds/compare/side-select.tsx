import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { Build } from '#contract/build';
import { recordedBytes } from '#contract/series';
import { formatBytes, formatMoment } from '#contract/units';
import { Select } from '#ui/select.tsx';
import { useLocale } from '#ui/use-locale.ts';
import { useNow } from '#ui/use-now.ts';
import { builtAtWords } from '../built-at.tsx';
import { imageTag } from '../image-tag.ts';

/** A select box for the build of one side. */
export function SideSelect({
  id,
  choices,
  label,
  onChoose,
}: {
  id: string;
  choices: readonly Build[];
  /** The accessible name. */
  label: string;
  onChoose: (id: string) => void;
}): ReactElement {
  const { t } = useTranslation();
  const locale = useLocale();
  const now = useNow();
  const ofOneThing = new Set(choices.map(({ subject }) => subject)).size === 1;
  const hint = (build: Build) =>
    [
      ofOneThing ? null : build.subject,
      build.goVersion,
      build.target ?? build.image?.platform,
      formatBytes(recordedBytes(build) ?? 0, locale),
    ]
      .filter(Boolean)
      .join(' · ');
  const known = choices.map((build) => ({
    value: build.id,
    label: [
      build.id,
      imageTag(build),
      formatMoment(build.startedAt, locale, now),
      builtAtWords(build, t, locale),
    ]
      .filter(Boolean)
      .join(' · '),
    hint: hint(build),
  }));
  return (
    <Select
      label={label}
      value={id}
      onChange={onChoose}
      className="min-w-0 flex-1"
      choices={choices.some((build) => build.id === id) ? known : [{ value: id, label: id }, ...known]}
    />
  );
}
