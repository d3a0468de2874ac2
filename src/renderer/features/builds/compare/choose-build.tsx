import { keepPreviousData, useQuery } from '@tanstack/react-query';
import ChevronsUpDown from 'lucide-react/icons/chevrons-up-down';
import { type ReactElement, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Build } from '#contract/build';
import { recordedBytes } from '#contract/series';
import { formatBytes, formatMoment } from '#contract/units';
import { orpc } from '#shared/client.ts';
import { folderName, useProject } from '#shared/projects/index.ts';
import { SearchPopover } from '#ui/search-popover.tsx';
import { useLocale } from '#ui/use-locale.ts';
import { useNow } from '#ui/use-now.ts';
import { builtAtWords } from '../built-at.tsx';
import { shortRef } from '../image-tag.ts';

/** The number of builds that are found at once. */
const maxFound = 50;

/** A button with the build of one side, which finds another one in the whole history. */
export function ChooseBuild({
  id,
  build,
  kind,
  label,
  onChoose,
}: {
  id: string;
  /** undefined while it is not known. */
  build: Build | undefined;
  /** The kind to choose from; undefined: both. */
  kind: Build['kind'] | undefined;
  /** The accessible name. */
  label: string;
  onChoose: (id: string) => void;
}): ReactElement {
  const { t } = useTranslation();
  const locale = useLocale();
  const now = useNow();
  const project = useProject();
  const [open, setOpen] = useState(false);
  const [text, setText] = useState('');
  const filter = {
    ...(project === null ? {} : { project }),
    ...(kind ? { kind } : {}),
    ...(text.trim() ? { text: text.trim() } : {}),
  };
  const found = useQuery({
    ...orpc.builds.page.queryOptions({ input: { filter, limit: maxFound }, enabled: open }),
    placeholderData: keepPreviousData,
  });
  const builds = (found.data?.rows ?? [])
    .map((row) => row.build)
    .filter((each) => recordedBytes(each) !== null);
  const words = (of: Build) =>
    [
      of.id,
      of.name,
      of.image && shortRef(of.image.ref),
      formatMoment(of.startedAt, locale, now),
      builtAtWords(of, t, locale),
    ]
      .filter(Boolean)
      .join(' · ');
  const hint = (of: Build) =>
    [
      project === null && of.project ? folderName(of.project) : null,
      of.subject,
      of.goVersion,
      of.target ?? of.image?.platform,
      of.vcs?.tag ?? of.vcs?.branch,
    ]
      .filter(Boolean)
      .join(' · ');
  return (
    <SearchPopover
      wide
      open={open}
      onOpenChange={(next) => {
        setOpen(next);
        setText('');
      }}
      trigger={
        <button
          type="button"
          className="inline-flex h-[30px] min-w-0 flex-1 items-center justify-between gap-2 rounded-control border border-line bg-panel pr-2 pl-2.5 text-left select-none hover:bg-hover data-popup-open:bg-hover"
        >
          <span className="sr-only">{label}: </span>
          <span className="min-w-0 flex-1 truncate">{build ? words(build) : id}</span>
          <ChevronsUpDown size={13} aria-hidden className="shrink-0 text-faint" />
        </button>
      }
      label={label}
      placeholder={t('buildList.findBuild')}
      text={text}
      onTextChange={setText}
      items={builds.map((each) => ({
        key: each.id,
        label: words(each),
        hint: hint(each),
        aside: formatBytes(recordedBytes(each) ?? 0, locale),
      }))}
      empty={found.isPending ? '' : t('buildList.noBuild')}
      onChoose={(next) => {
        setOpen(false);
        onChoose(next);
      }}
    />
  );
}
