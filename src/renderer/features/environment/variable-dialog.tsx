import { useQuery } from '@tanstack/react-query';
import { type ReactElement, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { meaningOf, placesFor, usualPlace } from '#contract/go-variables';
import type { VariablePlace } from '#contract/managed-variables';
import { orpc } from '#shared/client.ts';
import { Button } from '#ui/button.tsx';
import { Dialog } from '#ui/dialog.tsx';
import { Field, TextInput } from '#ui/field.tsx';
import { InlineText } from '#ui/inline-text.tsx';
import { Segmented } from '#ui/segmented.tsx';
import { useLocale } from '#ui/use-locale.ts';
import { ProjectLines } from './project-lines.tsx';
import { useChangeVariables } from './use-change-variables.ts';
import { useSettled } from './use-settled.ts';
import { VariablePreview } from './variable-preview.tsx';

/** What the dialog is for: to set a variable, of which the name may be given, or to take one out. */
export type VariableEdit =
  | { kind: 'set'; name?: string; value?: string; place?: VariablePlace | undefined }
  | { kind: 'unset'; name: string; places: readonly VariablePlace[] };

type Choice = VariablePlace | 'project';

/** Sets a variable or takes it out, in the place that is chosen, with the change before it is made. */
export function VariableDialog({ edit, onClose }: { edit: VariableEdit; onClose: () => void }): ReactElement {
  const { t } = useTranslation();
  const locale = useLocale();
  const isUnset = edit.kind === 'unset';
  const [name, setName] = useState(edit.name ?? '');
  // What is masked is not to be written back.
  const [value, setValue] = useState(isUnset || edit.value?.includes('***') ? '' : (edit.value ?? ''));
  const [chosen, setChosen] = useState<Choice | null>((isUnset ? edit.places[0] : edit.place) ?? null);
  const allowed: readonly VariablePlace[] = isUnset ? edit.places : placesFor(name);
  const choices: Choice[] = isUnset ? [...allowed] : [...allowed, 'project'];
  const place = chosen !== null && choices.includes(chosen) ? chosen : usualPlace(name);
  const settled = useSettled({ name, value, place }, 200);
  const isSettled = settled.name === name && settled.value === value && settled.place === place;
  const changes = { [settled.name]: isUnset ? null : settled.value };
  const isReady = settled.name !== '' && settled.place !== 'project';
  const target = settled.place === 'project' ? 'go' : settled.place;
  const preview = useQuery(
    orpc.variables.preview.queryOptions({
      input: { place: target, changes },
      enabled: isReady,
      gcTime: 0,
      placeholderData: (before) => before,
    }),
  );
  const change = useChangeVariables();
  const canApply =
    isReady &&
    isSettled &&
    !preview.isPlaceholderData &&
    !preview.error &&
    (preview.data?.files.some(({ diff }) => diff !== '') ?? false);
  const apply = () => {
    if (canApply) change.mutate({ place: target, changes, id: preview.data?.id }, { onSuccess: onClose });
  };
  const meaning = meaningOf(name, locale);
  return (
    <Dialog
      open
      onOpenChange={(open) => {
        if (!open) onClose();
      }}
      title={
        isUnset
          ? t('variables.unsetName', { name })
          : edit.name
            ? t('variables.changeName', { name })
            : t('variables.setTitle')
      }
      size="large"
      footer={
        <>
          <Button onClick={onClose}>{t('common.cancel')}</Button>
          {place === 'project' ? null : (
            <Button variant="primary" disabled={!canApply || change.isPending} onClick={apply}>
              {isUnset ? t('variables.unset') : t('variables.apply')}
            </Button>
          )}
        </>
      }
    >
      <form
        className="grid gap-3"
        onSubmit={(event) => {
          event.preventDefault();
          apply();
        }}
      >
        {isUnset ? null : (
          <div className="grid gap-3 sm:grid-cols-[minmax(0,1fr)_minmax(0,2fr)]">
            <Field
              id="variable-name"
              label={t('variables.name')}
              hint={meaning === null ? null : <InlineText text={meaning} />}
            >
              <TextInput
                id="variable-name"
                value={name}
                readOnly={edit.name !== undefined}
                placeholder="GOPRIVATE"
                onChange={(event) => setName(event.target.value.trim())}
                className="font-mono"
              />
            </Field>
            <Field id="variable-value" label={t('variables.value')}>
              <TextInput
                id="variable-value"
                value={value}
                onChange={(event) => setValue(event.target.value)}
                className="font-mono"
              />
            </Field>
          </div>
        )}
        {choices.length > 1 ? (
          <div className="grid justify-items-start gap-1">
            <span className="text-sm font-medium text-muted">{t('variables.where')}</span>
            <Segmented
              label={t('variables.where')}
              value={place}
              onChange={setChosen}
              choices={choices.map((each) => ({ value: each, label: t(`variables.place.${each}`) }))}
            />
            {/* A misspelt name of Go's has no usual place among these. */}
            {choices.includes(place) ? (
              <p className="text-sm text-faint">
                <InlineText text={t(`variables.placeHint.${place}`)} />
              </p>
            ) : null}
          </div>
        ) : null}
        {/* Enter in a field applies. */}
        <button type="submit" hidden />
      </form>
      {place === 'project' ? (
        <ProjectLines name={name} value={value} />
      ) : (
        <VariablePreview
          preview={isReady ? preview.data : undefined}
          error={change.error ?? (isReady && isSettled ? preview.error : null)}
        />
      )}
    </Dialog>
  );
}
