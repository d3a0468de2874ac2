import { type ReactElement, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ShellSight, StepOf } from '#contract/setup';
import type { ShellName } from '#contract/shell';
import { modeName } from '#contract/words/difference';
import { Checkbox } from '#ui/checkbox.tsx';
import { Tag } from '#ui/tag.tsx';
import { useLocale } from '#ui/use-locale.ts';
import { StepAction } from '../step-action.tsx';

/** The profiles that get Burrow's folder into PATH, and what a new terminal finds now. */
export function ShellStep({ step: { shells, seen } }: { step: StepOf<'shell'> }): ReactElement {
  const { t } = useTranslation();
  const [chosen, setChosen] = useState<readonly ShellName[] | null>(null);
  const selected = chosen ?? shells.filter(({ used }) => used).map(({ name }) => name);
  return (
    <>
      <fieldset className="flex flex-wrap gap-x-4 gap-y-1">
        <legend className="sr-only">{t('setup.shells')}</legend>
        {shells.map(({ name, login }) => (
          <label key={name} className="flex items-center gap-1.5 select-none">
            <Checkbox
              checked={selected.includes(name)}
              onChange={({ target }) =>
                setChosen(target.checked ? [...selected, name] : selected.filter((other) => other !== name))
              }
            />
            {name}
            {login ? <Tag>{t('setup.loginShell')}</Tag> : null}
          </label>
        ))}
      </fieldset>
      <Sights seen={seen} />
      {selected.length === 0 ? null : (
        <StepAction
          choice={{ step: 'shell', ...(chosen === null ? {} : { shells: [...selected] }) }}
          action={t('setup.apply')}
        />
      )}
    </>
  );
}

/** Which `go` each start of a shell finds. */
function Sights({ seen }: { seen: readonly ShellSight[] }): ReactElement {
  const { t } = useTranslation();
  const locale = useLocale();
  return (
    <ul className="grid gap-1 text-sm">
      {seen.map(({ shell, mode, go, version, isShim }) => (
        <li key={shell + mode} className="flex flex-wrap items-baseline gap-x-2">
          <span className="text-muted">{t('setup.startOf', { shell, mode: modeName(mode, locale) })}</span>
          {go === null ? (
            <span>{t('setup.noGo')}</span>
          ) : (
            <>
              {version === null ? null : <span className="font-medium">{version}</span>}
              <code className="break-all text-muted">{go}</code>
            </>
          )}
          {go !== null && !isShim ? <Tag tone="warn">{t('setup.notBurrows')}</Tag> : null}
        </li>
      ))}
    </ul>
  );
}
