import { useQuery } from '@tanstack/react-query';
import Search from 'lucide-react/icons/search';
import { type ReactElement, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { orpc } from '#shared/client.ts';
import { useHome, useProject } from '#shared/projects/index.ts';
import { Button } from '#ui/button.tsx';
import { Card } from '#ui/card.tsx';
import { TextInput } from '#ui/field.tsx';
import { FailureNote } from '#ui/failure-note.tsx';
import { tildePath } from '#ui/path.tsx';
import { Segmented } from '#ui/segmented.tsx';
import { useChangeVariables } from './use-change-variables.ts';
import type { VariableEdit } from './variable-dialog.tsx';
import { isMine, shownRows, type VariableFilter, variableRows } from './variable-rows.ts';
import { VariableTable } from './variable-table.tsx';

/** Every variable of the Go that runs in the project, with where it comes from. */
export function VariablesCard({ onEdit }: { onEdit: (edit: VariableEdit) => void }): ReactElement {
  const { t } = useTranslation();
  const home = useHome();
  const dir = useProject() ?? home;
  const [filter, setFilter] = useState<VariableFilter>('mine');
  const [search, setSearch] = useState('');
  const [hasFlags, setFlags] = useState(false);
  const list = useQuery(
    orpc.environment.list.queryOptions({
      input: { dir: dir ?? '', all: hasFlags },
      enabled: dir !== undefined,
      // While the flags of cgo are being asked for, the others stay.
      placeholderData: (before) => before,
    }),
  );
  const set = useQuery(orpc.variables.list.queryOptions());
  const isFromEnvironment = list.data?.variables.some(({ origin }) => origin.kind === 'environment') ?? false;
  // Starts the login shell, so that it is asked last, and once.
  const who = useQuery(
    orpc.environment.whoSet.queryOptions({ input: {}, enabled: isFromEnvironment, staleTime: 60_000 }),
  );
  const change = useChangeVariables();
  const rows = useMemo(
    () => list.data && set.data && variableRows(list.data, set.data.variables),
    [list.data, set.data],
  );
  const shown = rows && shownRows(rows, { filter, search });
  const mine = rows?.filter(isMine).length;
  const failed = list.error ?? set.error ?? change.error;
  return (
    <Card
      id="variables"
      title={t('variables.title')}
      beside={
        <Segmented
          label={t('variables.filter')}
          value={filter}
          onChange={setFilter}
          choices={[
            { value: 'mine', label: t('variables.mine', { count: mine ?? 0 }) },
            { value: 'all', label: t('variables.all', { count: rows?.length ?? 0 }) },
          ]}
        />
      }
      aside={
        list.data ? (
          <span className="text-sm break-all text-faint">
            {t('variables.of', { version: list.data.version, dir: tildePath(list.data.dir, home) })}
          </span>
        ) : null
      }
      className="pb-1.5"
    >
      <div className="mb-2.5 flex flex-wrap items-center gap-2">
        <TextInput
          icon={<Search size={14} aria-hidden />}
          type="search"
          value={search}
          onChange={(event) => setSearch(event.target.value)}
          placeholder={t('variables.search')}
          aria-label={t('variables.search')}
          className="w-64 max-w-full"
        />
        {filter === 'all' ? (
          <Button variant="quiet" aria-pressed={hasFlags} onClick={() => setFlags(!hasFlags)}>
            {hasFlags ? t('variables.withoutFlags') : t('variables.withFlags')}
          </Button>
        ) : null}
      </div>
      {failed ? (
        <FailureNote
          error={failed}
          onRetry={() => {
            change.reset();
            void list.refetch();
            void set.refetch();
          }}
          className="pb-2.5"
        />
      ) : null}
      {list.error || set.error ? null : (
        <VariableTable
          rows={shown}
          who={who.data}
          onEdit={onEdit}
          onFix={({ fix }) => fix && change.mutate(fix)}
          isBusy={change.isPending}
        />
      )}
    </Card>
  );
}
