import { useQuery } from '@tanstack/react-query';
import { type ReactElement, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { orpc } from '#shared/client.ts';
import { Page } from '#shared/page.tsx';
import { Button } from '#ui/button.tsx';
import { ConsistencyCard } from './consistency-card.tsx';
import { FindingsCard } from './findings-card.tsx';
import { JournalCard } from './journal-card.tsx';
import { OtherShellsCard } from './other-shells-card.tsx';
import { PlanDialog } from './plan-dialog.tsx';
import { ProfilesCard } from './profiles-card.tsx';
import { ProxiesCard } from './proxies/proxies-card.tsx';
import { SnapshotsCard } from './snapshots/snapshots-card.tsx';
import { VariableDialog, type VariableEdit } from './variable-dialog.tsx';
import { VariablesCard } from './variables-card.tsx';

/** What the shells read at their start, what Go sees of it, and what Burrow has changed. */
export function EnvironmentPage(): ReactElement {
  const { t } = useTranslation();
  const status = useQuery(orpc.shell.status.queryOptions());
  const [isPlanning, setPlanning] = useState(false);
  const [edit, setEdit] = useState<VariableEdit | null>(null);
  const isDone = status.data?.profiles.every(({ state }) => state === 'ours') ?? true;
  return (
    <Page
      title={t('shell.page.environment')}
      actions={
        <>
          <Button
            variant={isDone ? 'primary' : 'default'}
            className={isDone ? undefined : 'order-first'}
            onClick={() => setEdit({ kind: 'set' })}
          >
            {t('variables.setButton')}
          </Button>
          {isDone ? null : (
            <Button variant="primary" onClick={() => setPlanning(true)}>
              {t('environment.setUp')}
            </Button>
          )}
        </>
      }
    >
      <div className="grid gap-3">
        <ConsistencyCard onSetUp={() => setPlanning(true)} />
        <FindingsCard />
        <ProfilesCard status={status.data} error={status.error} onRetry={() => void status.refetch()} />
        <OtherShellsCard shells={status.data?.others ?? []} />
        <VariablesCard onEdit={setEdit} />
        <ProxiesCard onEdit={setEdit} />
        <SnapshotsCard />
        <JournalCard />
      </div>
      {isPlanning ? <PlanDialog onClose={() => setPlanning(false)} /> : null}
      {edit ? <VariableDialog edit={edit} onClose={() => setEdit(null)} /> : null}
    </Page>
  );
}
