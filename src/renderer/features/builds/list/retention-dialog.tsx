import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { type ReactElement, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { thinning } from '#contract/build-orders';
import { formatBytes } from '#contract/units';
import { client, orpc } from '#shared/client.ts';
import { folderName } from '#shared/projects/index.ts';
import { Button } from '#ui/button.tsx';
import { Dialog } from '#ui/dialog.tsx';
import { FailureNote } from '#ui/failure-note.tsx';
import { Field, TextInput } from '#ui/field.tsx';
import { Select } from '#ui/select.tsx';
import { Skeleton } from '#ui/skeleton.tsx';
import { useLocale } from '#ui/use-locale.ts';
import { removeBuilds } from './forget.ts';

const maxDays = 36_500;

/** Rules by which old builds are removed, with what they would remove. */
export function RetentionDialog({
  project,
  open,
  onOpenChange,
}: {
  /** null: all projects. */
  project: string | null;
  open: boolean;
  onOpenChange: (open: boolean) => void;
}): ReactElement {
  const { t } = useTranslation();
  const locale = useLocale();
  const [days, setDays] = useState('30');
  const [thenOneA, setThenOneA] = useState<(typeof thinning)[number]>('week');
  const keepDays = /^\d{1,5}$/.test(days.trim()) ? Number(days) : null;
  const isValid = keepDays !== null && keepDays <= maxDays;
  const input = {
    ...(project === null ? {} : { project }),
    rules: { keepDays: isValid ? keepDays : 0, thenOneA },
  };
  const plan = useQuery({
    ...orpc.builds.planRetention.queryOptions({ input, enabled: open && isValid }),
    placeholderData: keepPreviousData,
  });
  const number = (n: number) => new Intl.NumberFormat(locale).format(n);
  const apply = () => {
    onOpenChange(false);
    void removeBuilds([(signal) => client.builds.applyRetention(input, { signal })], t, locale);
  };
  const count = isValid && !plan.isPlaceholderData ? (plan.data?.count ?? 0) : 0;
  const hint = t('buildList.retention.hint');
  const description =
    project === null
      ? t('buildList.retention.allProjects', { hint })
      : t('buildList.retention.project', { project: folderName(project), hint });
  return (
    <Dialog
      open={open}
      onOpenChange={onOpenChange}
      title={t('buildList.retention.title')}
      description={description}
      footer={
        <>
          <Button onClick={() => onOpenChange(false)}>{t('common.cancel')}</Button>
          <Button variant="danger" type="submit" form="retention" disabled={count === 0}>
            {t('buildList.retention.apply', { count, n: number(count) })}
          </Button>
        </>
      }
    >
      <form
        id="retention"
        className="grid grid-cols-2 gap-3.5"
        onSubmit={(event) => {
          event.preventDefault();
          if (count > 0) apply();
        }}
      >
        <Field id="keep-days" label={t('buildList.retention.keepDays')}>
          <span className="flex items-center gap-2">
            <TextInput
              id="keep-days"
              inputMode="numeric"
              className="w-24"
              value={days}
              aria-invalid={!isValid}
              onChange={(event) => setDays(event.target.value)}
            />
            {t('buildList.retention.days')}
          </span>
        </Field>
        <Field id="then-one-a" label={t('buildList.retention.thenOneA')}>
          <Select
            id="then-one-a"
            value={thenOneA}
            onChange={setThenOneA}
            choices={thinning.map((value) => ({ value, label: t(`buildList.retention.older.${value}`) }))}
          />
        </Field>
      </form>
      <div aria-live="polite" className="mt-4 min-h-10">
        {plan.isError ? (
          <FailureNote error={plan.error} />
        ) : !isValid ? null : plan.data === undefined ? (
          <Skeleton className="w-64" />
        ) : plan.data.count === 0 ? (
          <p>{t('buildList.retention.nothing')}</p>
        ) : (
          <>
            <p className="font-medium">
              {t('buildList.retention.plan', {
                count: plan.data.count,
                n: number(plan.data.count),
                kept: number(plan.data.kept),
              })}
            </p>
            <p className="text-muted">
              {t('buildList.retention.bytes', { bytes: formatBytes(plan.data.bytes, locale) })}
            </p>
          </>
        )}
      </div>
    </Dialog>
  );
}
