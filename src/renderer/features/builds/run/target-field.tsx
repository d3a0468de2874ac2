import { useQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { orpc } from '#shared/client.ts';
import { Field } from '#ui/field.tsx';
import { Select } from '#ui/select.tsx';

/** Common targets, which are offered first, and alone while Go does not say which it has. */
const common = ['linux/amd64', 'linux/arm64', 'darwin/arm64', 'darwin/amd64', 'windows/amd64'];

const here = 'here';

/** Chooses GOOS and GOARCH, of those that the chosen Go can build for: null is this machine's. */
export function TargetField({
  project,
  go,
  target,
  onChange,
}: {
  project: string;
  go: string | null;
  target: string | null;
  onChange: (target: string | null) => void;
}): ReactElement {
  const { t } = useTranslation();
  const input = { dir: project, ...(go === null ? {} : { go }) };
  const listed = useQuery({
    ...orpc.runs.targets.queryOptions({ input }),
    staleTime: Number.POSITIVE_INFINITY,
  }).data?.targets;
  const withoutCgo = new Set(listed?.filter(({ cgo }) => !cgo).map((each) => each.target));
  const known = listed?.map((each) => each.target) ?? common;
  const offered = new Set([
    ...common.filter((each) => known.includes(each)),
    ...known.toSorted(),
    ...(target === null ? [] : [target]),
  ]);
  return (
    <Field id="build-target" label={t('builds.run.target')}>
      <Select
        id="build-target"
        value={target ?? here}
        onChange={(next) => onChange(next === here ? null : next)}
        choices={[
          { value: here, label: t('builds.run.thisMachine') },
          ...[...offered].map((each) => ({
            value: each,
            label: <code>{each}</code>,
            hint: withoutCgo.has(each) ? t('runs.noCgo') : undefined,
          })),
        ]}
      />
    </Field>
  );
}
