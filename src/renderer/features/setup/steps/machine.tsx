import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { StepOf } from '#contract/setup';
import { Button } from '#ui/button.tsx';
import { Fact, Facts } from '#ui/facts.tsx';
import { readAgain } from '../runs.ts';
import { SaidReason } from '../said.tsx';

/** The machine, and what is missing on it. Burrow installs none of that. */
export function MachineStep({ step }: { step: StepOf<'machine'> }): ReactElement {
  const { t } = useTranslation();
  const { cCompiler, git, notes } = step;
  return (
    <>
      <Facts>
        <Fact name={t('setup.cCompiler')}>{cCompiler ? <code>{cCompiler}</code> : t('setup.missing')}</Fact>
        <Fact name="Git">{git ? <code>{git}</code> : t('setup.missing')}</Fact>
      </Facts>
      {notes.map((note) => (
        <SaidReason key={note.code} reason={note} isProblem />
      ))}
      {notes.length === 0 ? null : (
        <span>
          <Button onClick={() => void readAgain()}>{t('setup.lookAgain')}</Button>
        </span>
      )}
    </>
  );
}
