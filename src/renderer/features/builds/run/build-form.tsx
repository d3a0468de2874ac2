import { useQuery } from '@tanstack/react-query';
import { type ReactElement, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { RunRequest } from '#contract/build-runs';
import { orpc } from '#shared/client.ts';
import { Checkbox } from '#ui/checkbox.tsx';
import { CommandLine } from '#ui/copy.tsx';
import { Field, TextInput } from '#ui/field.tsx';
import { Segmented } from '#ui/segmented.tsx';
import { type BuildFields, commandText, fieldsOf, noFields, requestOf } from './build-fields.ts';
import { GoField } from './go-field.tsx';
import { PackageField } from './package-field.tsx';
import { TargetField } from './target-field.tsx';

const cgoChoices = ['default', 'on', 'off'] as const;

/** The fields of a build, and the command that they make. */
export function BuildForm({
  id,
  project,
  lastSubject,
  from,
  onSubmit,
}: {
  id: string;
  project: string;
  lastSubject: string | undefined;
  from: RunRequest | undefined;
  onSubmit: (request: RunRequest) => void;
}): ReactElement {
  const { t } = useTranslation();
  const packages = useQuery(orpc.builds.mainPackages.queryOptions({ input: { dir: project } }));
  const found = packages.data?.packages ?? [];
  const preselected = found.find((each) => each === lastSubject) ?? found[0] ?? '.';
  const [fields, setFields] = useState<Omit<BuildFields, 'subject'> & { subject: string | null }>(
    from ? fieldsOf(from) : { ...noFields, subject: null },
  );
  const change = (to: Partial<BuildFields>) => setFields((before) => ({ ...before, ...to }));
  const subject = fields.subject ?? preselected;
  const request = requestOf(project, { ...fields, subject: subject.trim() });
  return (
    <form
      id={id}
      className="grid grid-cols-2 gap-3.5 max-[520px]:grid-cols-1"
      onSubmit={(event) => {
        event.preventDefault();
        if (!packages.isPending && request.subject !== '') onSubmit(request);
      }}
    >
      <div className="col-span-full">
        <PackageField
          found={packages.isPending ? null : found}
          subject={subject}
          onChange={(next) => change({ subject: next })}
        />
      </div>
      <GoField project={project} go={fields.go} onChange={(go) => change({ go })} />
      <TargetField
        project={project}
        go={fields.go}
        target={fields.target}
        onChange={(target) => change({ target })}
      />
      <Field id="build-tags" label={t('runs.tags')} hint={t('runs.tagsHint')}>
        <TextInput
          id="build-tags"
          className="font-mono"
          value={fields.tags}
          onChange={(event) => change({ tags: event.target.value })}
        />
      </Field>
      <div className="flex min-w-0 flex-col gap-1">
        <span className="text-sm font-medium text-muted">{t('runs.cgo')}</span>
        <Segmented
          label={t('runs.cgo')}
          value={fields.cgo}
          onChange={(cgo) => change({ cgo })}
          choices={cgoChoices.map((value) => ({ value, label: t(`runs.cgoChoices.${value}`) }))}
        />
        <label className="mt-1 flex items-center gap-2">
          <Checkbox checked={fields.race} onChange={(event) => change({ race: event.target.checked })} />
          {t('runs.race')}
        </label>
      </div>
      <div className="col-span-full">
        <Field id="build-flags" label={t('builds.run.flags')} hint={t('builds.run.flagsHint')}>
          <TextInput
            id="build-flags"
            className="font-mono"
            value={fields.flags}
            onChange={(event) => change({ flags: event.target.value })}
          />
        </Field>
      </div>
      <div className="col-span-full flex min-w-0 flex-col gap-1">
        <span className="text-sm font-medium text-muted">{t('runs.command')}</span>
        <CommandLine text={commandText(request)} />
      </div>
    </form>
  );
}
