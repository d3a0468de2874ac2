import { type ReactElement, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Field, TextInput } from '#ui/field.tsx';
import { Select } from '#ui/select.tsx';
import { Skeleton } from '#ui/skeleton.tsx';

const other = 'other';

/** Chooses one of the main packages, or takes another that is typed. */
export function PackageField({
  found,
  subject,
  onChange,
}: {
  /** The main packages; null while they are being looked for. */
  found: readonly string[] | null;
  subject: string;
  onChange: (subject: string) => void;
}): ReactElement {
  const { t } = useTranslation();
  const [isTyped, setTyped] = useState(false);
  const hasChoice = found !== null && found.length > 0;
  const isOther = found !== null && (isTyped || !found.includes(subject));
  return (
    <Field
      id="build-package"
      label={t('builds.run.package')}
      hint={found?.length === 0 ? t('builds.run.noPackages') : undefined}
    >
      <div className="flex gap-2">
        {/* There from the beginning, so that the dialog's first field gets the focus and keeps it. */}
        {hasChoice || found === null ? (
          <Select
            id="build-package"
            className="flex-1"
            value={isOther ? other : subject}
            onChange={(next) => {
              setTyped(next === other);
              if (next !== other) onChange(next);
            }}
            choices={
              found === null
                ? [{ value: subject, label: <Skeleton className="h-3.5 w-32" /> }]
                : [
                    ...found.map((each) => ({ value: each, label: <code>{each}</code> })),
                    { value: other, label: t('builds.run.other') },
                  ]
            }
          />
        ) : null}
        {isOther ? (
          <TextInput
            id={hasChoice ? 'build-package-written' : 'build-package'}
            aria-label={t('builds.run.package')}
            className="flex-1"
            required
            value={subject}
            onChange={(event) => {
              setTyped(true);
              onChange(event.target.value);
            }}
          />
        ) : null}
      </div>
    </Field>
  );
}
