import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { GoTarget } from '#contract/machine';
import { type MirrorName, mirrorNames } from '#contract/mirror-names';
import { formatBytes } from '#contract/units';
import { Field, TextInput } from '#ui/field.tsx';
import { Select } from '#ui/select.tsx';
import { sentences } from '#ui/sentences.ts';
import { useLocale } from '#ui/use-locale.ts';
import { type SourceChoice, type TargetChoice, targetName } from './choice.ts';

/** The target and the source of an install. */
export function InstallOptions({
  targets,
  target,
  isHere,
  onTarget,
  source,
  onSource,
  url,
  onUrl,
}: {
  targets: readonly TargetChoice[];
  /** undefined if the release has no targets. */
  target: TargetChoice | undefined;
  /** It is installed already: nothing is downloaded. */
  isHere: boolean;
  onTarget: (target: GoTarget) => void;
  source: SourceChoice;
  onSource: (source: SourceChoice) => void;
  url: string;
  onUrl: (url: string) => void;
}): ReactElement {
  const { t } = useTranslation();
  const locale = useLocale();
  return (
    <div className="grid content-start gap-4">
      {target ? (
        <Field
          id="target"
          label={t('install.target')}
          hint={sentences(
            [
              t(`install.runsAs.${target.runsAs}`),
              // A build from source does not download this archive.
              ...(isHere || source === 'source' || !target.bytes
                ? []
                : [t('install.download', { size: formatBytes(target.bytes, locale) })]),
            ],
            locale,
          )}
        >
          <Select
            id="target"
            value={targetName(target)}
            onChange={(name) => {
              const chosen = targets.find((one) => targetName(one) === name);
              if (chosen) onTarget(chosen);
            }}
            choices={targets.map((one, index) => ({
              value: targetName(one),
              label: [
                targetName(one),
                ...(one.runsAs === 'translated' ? ['Rosetta'] : index === 0 ? [t('install.targetThis')] : []),
              ].join(' · '),
            }))}
          />
        </Field>
      ) : null}
      <Field
        id="source"
        label={t('install.source')}
        hint={t(isMirror(source) ? sourceHints.url : sourceHints[source])}
      >
        <Select
          id="source"
          value={source}
          onChange={onSource}
          choices={[
            { value: 'auto', label: t('install.sourceAuto') },
            { value: 'official', label: t('install.sourceOfficial') },
            { value: 'proxy', label: t('install.sourceProxy') },
            ...mirrorNames.map((name) => ({ value: name, label: t(`install.mirrors.${name}`) })),
            { value: 'source', label: t('install.sourceBuild') },
            { value: 'url', label: t('install.sourceUrl') },
          ]}
        />
      </Field>
      {source === 'url' ? (
        <Field id="url" label={t('install.url')}>
          <TextInput
            id="url"
            type="url"
            inputMode="url"
            placeholder="https://"
            value={url}
            onChange={(event) => onUrl(event.target.value)}
          />
        </Field>
      ) : null}
    </div>
  );
}

function isMirror(source: SourceChoice): source is MirrorName {
  return mirrorNames.some((name) => name === source);
}

const sourceHints = {
  auto: 'install.sourceAutoHint',
  official: 'install.sourceOfficialHint',
  proxy: 'install.sourceProxyHint',
  source: 'install.sourceBuildHint',
  url: 'install.sourceUrlHint',
} as const;
