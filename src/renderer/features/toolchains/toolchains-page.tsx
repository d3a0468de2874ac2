import { useQuery } from '@tanstack/react-query';
import Layers from 'lucide-react/icons/layers';
import Plus from 'lucide-react/icons/plus';
import { type ReactElement, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { orpc } from '#shared/client.ts';
import { useInstalls } from '#shared/installs/index.ts';
import { overlays } from '#shared/overlays.ts';
import { Page } from '#shared/page.tsx';
import { Button } from '#ui/button.tsx';
import { Card } from '#ui/card.tsx';
import { EmptyState } from '#ui/empty-state.tsx';
import { FailureNote } from '#ui/failure-note.tsx';
import { NativeNotices } from './native-notices.tsx';
import { PruneDialog } from './prune-dialog.tsx';
import { ToolchainTable } from './toolchain-table.tsx';
import { NewestNotice, UpdateNotices } from './update-notices.tsx';
import { useUpdateCheck } from './use-update-check.ts';

/** The toolchains, and those that are being installed. */
export function ToolchainsPage(): ReactElement {
  const { t } = useTranslation();
  const { data, error, refetch } = useQuery(orpc.toolchains.list.queryOptions());
  useUpdateCheck();
  const installs = useInstalls();
  const [pruning, setPruning] = useState(false);
  const empty = data?.toolchains.length === 0 && installs.length === 0;
  const install = (
    <Button
      variant="primary"
      icon={<Plus size={14} aria-hidden />}
      onClick={() => overlays.open({ name: 'install' })}
    >
      {t('toolchains.install')}
    </Button>
  );
  const adopt = <Button onClick={() => overlays.open({ name: 'adopt' })}>{t('adopt.open')}</Button>;
  const prune = <Button onClick={() => setPruning(true)}>{t('upkeep.prune')}</Button>;
  // The main action is the last of a page, and the first of an empty list.
  const actions = (
    <>
      {prune}
      {adopt}
      {install}
    </>
  );
  const firstActions = (
    <>
      {install}
      {adopt}
      {prune}
    </>
  );
  return (
    <Page title={t('shell.page.toolchains')} actions={empty ? null : actions}>
      <NativeNotices />
      {data ? <UpdateNotices updates={data.updates} known={data.known} /> : null}
      <Card className="pb-1.5">
        {error ? (
          <FailureNote error={error} onRetry={() => void refetch()} className="pb-2.5" />
        ) : empty ? (
          <EmptyState
            icon={<Layers size={20} aria-hidden />}
            title={t('toolchains.emptyTitle')}
            actions={firstActions}
          >
            {t('toolchains.empty')}
          </EmptyState>
        ) : (
          <ToolchainTable toolchains={data?.toolchains} installs={installs} />
        )}
      </Card>
      {data && data.newest !== null ? (
        <NewestNotice newest={data.newest} known={data.updates.length > 0 ? null : data.known} />
      ) : null}
      <PruneDialog open={pruning} onOpenChange={setPruning} />
    </Page>
  );
}
