import { type ReactElement, useDeferredValue, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { StepOf } from '#contract/setup';
import { Field, TextInput } from '#ui/field.tsx';
import { StepAction } from '../step-action.tsx';

/** A folder with Go in it: one that is there, or a new one with a first program. */
export function ProjectStep({ step: { proposed } }: { step: StepOf<'project'> }): ReactElement {
  const { t } = useTranslation();
  const [dir, setDir] = useState(proposed);
  const asked = useDeferredValue(dir.trim());
  return (
    <>
      <Field id="setup-project" label={t('setup.folder')} hint={t('setup.folderHint')}>
        <TextInput id="setup-project" value={dir} onChange={({ target }) => setDir(target.value)} />
      </Field>
      {asked === '' ? null : (
        <StepAction choice={{ step: 'project', dir: asked }} action={t('setup.makeProject')} />
      )}
    </>
  );
}
