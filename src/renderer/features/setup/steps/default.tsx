import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { StepOf } from '#contract/setup';
import { StepAction } from '../step-action.tsx';

/** The version for folders that ask for none. */
export function DefaultStep({ step: { version, proposed } }: { step: StepOf<'default'> }): ReactElement {
  const { t } = useTranslation();
  if (version !== null) return <p className="text-muted">{t('setup.otherDefault')}</p>;
  if (proposed === null) return <p className="text-muted">{t('setup.waitsFor.toolchain')}</p>;
  return <StepAction choice={{ step: 'default' }} action={t('setup.makeDefault', { version: proposed })} />;
}
