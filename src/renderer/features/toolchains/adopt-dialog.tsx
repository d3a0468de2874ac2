import { useQuery } from '@tanstack/react-query';
import { type ReactElement, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { orpc } from '#shared/client.ts';
import { overlays } from '#shared/overlays.ts';
import { useHome } from '#shared/projects/index.ts';
import { RunsAsTag } from '#shared/versions/index.ts';
import type { FoundToolchain } from '#contract/toolchains';
import { Button } from '#ui/button.tsx';
import { Checkbox } from '#ui/checkbox.tsx';
import { Dialog } from '#ui/dialog.tsx';
import { FailureNote } from '#ui/failure-note.tsx';
import { Path } from '#ui/path.tsx';
import { Skeleton } from '#ui/skeleton.tsx';
import { Table, Td, Th, Tr } from '#ui/table.tsx';
import { Tag } from '#ui/tag.tsx';
import { isAdoptable, toggled } from './adopt-choice.ts';
import { TakeOver } from './take-over.tsx';
import { useAdopt } from './use-adopt.ts';

/** Lists the Go toolchains on this machine that Burrow did not install, and adopts those that are selected. */
export function AdoptDialog(): ReactElement {
  const { t } = useTranslation();
  const { data, error, refetch } = useQuery(orpc.toolchains.discover.queryOptions());
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const adopt = useAdopt();
  const found = data?.found ?? [];
  const all = found.filter(({ inAll }) => inAll).map(({ path }) => path);

  return (
    <Dialog
      open
      onOpenChange={overlays.close}
      title={t('adopt.title')}
      description={t('adopt.description')}
      size="large"
      footer={
        <>
          {all.length > 0 ? (
            <Button variant="quiet" className="mr-auto" onClick={() => setChosen(new Set(all))}>
              {t('adopt.allNative')}
            </Button>
          ) : null}
          <Button onClick={overlays.close}>{t('common.cancel')}</Button>
          <Button
            variant="primary"
            disabled={chosen.size === 0 || adopt.isPending}
            onClick={() => adopt.mutate([...chosen], { onSettled: overlays.close })}
          >
            {chosen.size === 0 ? t('adopt.action') : t('adopt.actionCount', { number: chosen.size })}
          </Button>
        </>
      }
    >
      {error ? (
        <FailureNote error={error} onRetry={() => void refetch()} />
      ) : data === undefined ? (
        <div aria-busy className="space-y-3 py-2">
          {[0, 1, 2].map((row) => (
            <Skeleton key={row} className="block w-full" />
          ))}
        </div>
      ) : found.length === 0 ? (
        <p className="py-2 text-muted">{t('adopt.nothing')}</p>
      ) : (
        <>
          <Table
            label={t('adopt.list')}
            className="mx-0"
            head={
              <>
                <Th className="w-8">
                  <span className="sr-only">{t('adopt.choose')}</span>
                </Th>
                <Th>{t('toolchains.column.version')}</Th>
                <Th>{t('toolchains.column.runsAs')}</Th>
                <Th>{t('toolchains.column.from')}</Th>
                <Th>{t('adopt.path')}</Th>
              </>
            }
          >
            {found.map((each) => (
              <FoundRow
                key={each.path}
                found={each}
                chosen={chosen.has(each.path)}
                onToggle={() => setChosen(toggled(found, chosen, each))}
              />
            ))}
          </Table>
          <TakeOver found={found} />
        </>
      )}
    </Dialog>
  );
}

function FoundRow({
  found,
  chosen,
  onToggle,
}: {
  found: FoundToolchain;
  chosen: boolean;
  onToggle: () => void;
}): ReactElement {
  const { t } = useTranslation();
  const home = useHome();
  const { version, path, manager, adopted, installed } = found;
  return (
    <Tr>
      <Td>
        <Checkbox
          aria-label={t('adopt.chooseOne', { version, path })}
          disabled={!isAdoptable(found)}
          checked={chosen || adopted}
          onChange={onToggle}
        />
      </Td>
      <Td className="whitespace-nowrap">
        <span className="flex items-center gap-2">
          <span className="num font-semibold">{version}</span>
          {adopted ? <Tag tone="accent">{t('adopt.adopted')}</Tag> : null}
          {installed ? <Tag>{t('adopt.installed')}</Tag> : null}
        </span>
      </Td>
      <Td>
        <RunsAsTag toolchain={found} />
      </Td>
      <Td className="whitespace-nowrap text-muted">{t(`adopt.manager.${manager}`)}</Td>
      <Td className="w-full max-w-0">
        <Path path={path} home={home} className="text-muted" />
      </Td>
    </Tr>
  );
}
