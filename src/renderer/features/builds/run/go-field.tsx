import { useQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { orpc } from '#shared/client.ts';
import { Field } from '#ui/field.tsx';
import { Select } from '#ui/select.tsx';

const resolved = 'resolved';

/** Chooses the Go that builds: null is the one that the folder resolves to. */
export function GoField({
  project,
  go,
  onChange,
}: {
  project: string;
  go: string | null;
  onChange: (go: string | null) => void;
}): ReactElement {
  const { t } = useTranslation();
  const toolchains = useQuery(orpc.toolchains.list.queryOptions());
  const current = useQuery(orpc.switching.current.queryOptions({ input: { dir: project } }));
  const installed = (toolchains.data?.toolchains ?? []).filter(({ runsAs }) => runsAs !== 'foreign');
  const versions = new Set([...installed.map(({ version }) => version), ...(go === null ? [] : [go])]);
  return (
    <Field id="build-go" label={t('builds.run.go')}>
      <Select
        id="build-go"
        value={go ?? resolved}
        onChange={(next) => onChange(next === resolved ? null : next)}
        choices={[
          {
            value: resolved,
            label: [current.data?.version, t('builds.run.resolved')].filter(Boolean).join(' · '),
          },
          ...[...versions].map((version) => ({ value: version, label: version })),
        ]}
      />
    </Field>
  );
}
