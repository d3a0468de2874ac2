import { type ReactElement, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { StepOf } from '#contract/setup';
import { useHome } from '#shared/projects/index.ts';
import { Checkbox } from '#ui/checkbox.tsx';
import { tildePath } from '#ui/path.tsx';
import { Tag } from '#ui/tag.tsx';
import { StepAction } from '../step-action.tsx';

/** The Gos that others put here, to be adopted or left. */
export function FoundStep({ step: { gos } }: { step: StepOf<'found'> }): ReactElement {
  const { t } = useTranslation();
  const home = useHome();
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const adopt = gos.filter(({ path, adopted }) => !adopted && chosen.includes(path)).map(({ path }) => path);
  return (
    <>
      {gos.length === 0 ? null : (
        <ul className="grid gap-1.5">
          {gos.map(({ path, version, adopted, installed, runsAs }) => (
            <li key={path}>
              <label className="flex flex-wrap items-center gap-x-2.5 select-none">
                <Checkbox
                  checked={adopted || installed || chosen.includes(path)}
                  disabled={adopted || installed}
                  onChange={({ target }) =>
                    setChosen((all) =>
                      target.checked ? [...all, path] : all.filter((other) => other !== path),
                    )
                  }
                />
                <span className="font-medium">{version}</span>
                <code className="min-w-0 break-all text-muted">{tildePath(path, home)}</code>
                {runsAs === 'translated' ? <Tag tone="warn">Rosetta</Tag> : null}
                {adopted ? <Tag tone="ok">{t('setup.adopted')}</Tag> : null}
              </label>
            </li>
          ))}
        </ul>
      )}
      {adopt.length === 0 ? (
        <p className="text-sm text-muted">{t('setup.leaveThem')}</p>
      ) : (
        <StepAction choice={{ step: 'found', adopt }} action={t('setup.adopt', { count: adopt.length })} />
      )}
    </>
  );
}
