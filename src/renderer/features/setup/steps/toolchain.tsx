import { useQuery } from '@tanstack/react-query';
import { type ReactElement, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { mirrorNames } from '#contract/mirror-names';
import type { StepOf } from '#contract/setup';
import { usePreferences } from '#shared/preferences.ts';
import { orpc } from '#shared/client.ts';
import { Select } from '#ui/select.tsx';
import { StepAction } from '../step-action.tsx';

const sources = ['auto', 'official', 'proxy', ...mirrorNames] as const;
type Source = (typeof sources)[number];

/** The newest stable Go, from where the user wants it. */
export function ToolchainStep({ step }: { step: StepOf<'toolchain'> }): ReactElement {
  const { t } = useTranslation();
  const preferences = usePreferences();
  const standing = sources.find((each) => each === preferences.source);
  const [chosen, setSource] = useState<Source>();
  const source = chosen ?? standing ?? 'auto';
  const { installed } = step;
  // What is on offer now, where the network tells; otherwise what Burrow knows.
  const available = useQuery(orpc.toolchains.available.queryOptions({ input: {} }));
  const version = available.data?.releases.find(({ stable }) => stable)?.version;
  if (installed.length > 0) return <p className="text-muted">{t('setup.moreToolchains')}</p>;
  const titles: Partial<Record<Source, string>> = {
    auto: t('install.sourceAuto'),
    official: t('install.sourceOfficial'),
    proxy: t('install.sourceProxy'),
  };
  return (
    <>
      <Select
        label={t('install.source')}
        value={source}
        onChange={setSource}
        choices={sources.map((value) => ({ value, label: titles[value] ?? t('setup.mirror', { value }) }))}
        className="w-fit"
      />
      <StepAction
        choice={{
          step: 'toolchain',
          ...(version === undefined ? {} : { version }),
          ...(chosen === undefined ? {} : { from: chosen }),
        }}
        action={version === undefined ? t('setup.installNewest') : t('setup.install', { version })}
      />
    </>
  );
}
