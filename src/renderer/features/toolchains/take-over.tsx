import { useMutation } from '@tanstack/react-query';
import { type ReactElement, useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { client } from '#shared/client.ts';
import { refreshToolchains } from '#shared/installs/index.ts';
import type { FoundToolchain, GoManager } from '#contract/toolchains';
import { Button } from '#ui/button.tsx';
import { FailureNote } from '#ui/failure-note.tsx';
import { Select } from '#ui/select.tsx';
import { TakenOver } from './taken-over.tsx';

/** These are not version managers. */
const notManagers: ReadonlySet<GoManager> = new Set(['other', 'module-cache']);

/** Takes over all versions and the default of another version manager, and shows what is left to do. */
export function TakeOver({ found }: { found: readonly FoundToolchain[] }): ReactElement | null {
  const { t } = useTranslation();
  const id = useId();
  const managers = [...new Set(found.map(({ manager }) => manager))].filter((each) => !notManagers.has(each));
  const [chosen, setChosen] = useState<GoManager | null>(null);
  const takeOver = useMutation({
    mutationFn: (manager: GoManager) => client.toolchains.takeOver({ manager }),
    onSettled: refreshToolchains,
  });
  const manager = chosen ?? managers[0];
  if (manager === undefined) return null;
  return (
    <section aria-label={t('adopt.leaving')} className="mt-3 border-t border-line-2 pt-3">
      <div className="flex flex-wrap items-center gap-2">
        <label htmlFor={id} className="flex-1 text-muted">
          {t('adopt.leaving')}
        </label>
        <Select
          id={id}
          value={manager}
          onChange={setChosen}
          choices={managers.map((value) => ({ value, label: t(`adopt.manager.${value}`) }))}
        />
        <Button disabled={takeOver.isPending} onClick={() => takeOver.mutate(manager)}>
          {t('adopt.takeOver')}
        </Button>
      </div>
      {takeOver.error ? <FailureNote error={takeOver.error} className="mt-2" /> : null}
      {takeOver.data ? (
        <TakenOver key={takeOver.submittedAt} manager={takeOver.variables} result={takeOver.data} />
      ) : null}
    </section>
  );
}
