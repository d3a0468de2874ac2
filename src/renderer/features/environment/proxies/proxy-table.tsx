import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { describeVerdict, isGood } from '#contract/describe-proxies';
import type { ProxyReport, ProxySettings } from '#contract/proxies';
import { proxyPresets } from '#contract/proxy-presets';
import { Button } from '#ui/button.tsx';
import { FailureNote } from '#ui/failure-note.tsx';
import { Duration } from '#ui/numbers.tsx';
import { Skeleton } from '#ui/skeleton.tsx';
import { Table, Td, Th, Tr } from '#ui/table.tsx';
import { Tag } from '#ui/tag.tsx';
import { useLocale } from '#ui/use-locale.ts';
import type { VariableEdit } from '../variable-dialog.tsx';
import type { ProxyTestState } from './use-proxy-tests.ts';

interface Row {
  /** A preset's name; `current` for a value of the user's own. */
  key: string;
  name: string;
  /** null: the variable is not set. */
  value: string | null;
  isInUse: boolean;
}

/** The values of GOPROXY to choose from, the user's own first, with what a test found. */
export function ProxyTable({
  settings,
  tests,
  onEdit,
}: {
  settings: ProxySettings | undefined;
  tests: ReadonlyMap<string, ProxyTestState>;
  onEdit: (edit: VariableEdit) => void;
}): ReactElement {
  const { t } = useTranslation();
  return (
    <Table
      label={t('proxies.title')}
      head={
        <>
          <Th>{t('proxies.proxy')}</Th>
          <Th>{t('proxies.modules')}</Th>
          <Th className="max-md:hidden">{t('proxies.toolchains')}</Th>
          <Th className="max-md:hidden">{t('proxies.database')}</Th>
          <Th numeric>{t('proxies.latency')}</Th>
          <Th>
            <span className="sr-only">{t('proxies.choose')}</span>
          </Th>
        </>
      }
    >
      {settings === undefined ? (
        <Tr>
          <Td colSpan={6}>
            <Skeleton className="w-64" />
          </Td>
        </Tr>
      ) : (
        rowsOf(settings, t('proxies.own')).map((row) => (
          <ProxyRow
            key={row.key}
            row={row}
            // What is in use is measured as it is set, with other settings that matter.
            tested={row.isInUse ? tests.get('current') : tests.get(row.key)}
            onEdit={onEdit}
          />
        ))
      )}
    </Table>
  );
}

function rowsOf({ preset, value }: ProxySettings, own: string): Row[] {
  const presets = proxyPresets.map((each) => ({
    key: each.name,
    name: each.name,
    value: each.value,
    isInUse: each.name === preset,
  }));
  return preset === null ? [{ key: 'current', name: own, value, isInUse: true }, ...presets] : presets;
}

function ProxyRow({
  row: { name, value, isInUse },
  tested,
  onEdit,
}: {
  row: Row;
  tested: ProxyTestState | undefined;
  onEdit: (edit: VariableEdit) => void;
}): ReactElement {
  const { t } = useTranslation();
  const locale = useLocale();
  const reports = tested?.state === 'done' ? tested.test.proxies : [];
  const [first] = reports;
  const latency = first?.latency ?? null;
  return (
    <Tr>
      <Td className="w-1/2">
        <span className="flex flex-wrap items-center gap-x-2 font-medium">
          {name === 'default' ? t('proxies.goDefault') : name}
          {isInUse ? <Tag tone="accent">{t('proxies.inUse')}</Tag> : null}
        </span>
        <code className="block text-xs break-all text-faint">{value ?? t('proxies.unset')}</code>
        {tested?.state === 'done' && !isGood(tested.test.verdict) ? (
          <span className="block text-sm break-words text-muted">
            {describeVerdict(tested.test.verdict, locale)}
          </span>
        ) : tested?.state === 'failed' ? (
          <FailureNote error={tested.error} />
        ) : null}
      </Td>
      <Td>
        <Verdict tested={tested} />
      </Td>
      <Td className="max-md:hidden">{first ? <Has check={first.toolchain} /> : null}</Td>
      <Td className="max-md:hidden">{first?.database ? <Has check={first.database} /> : null}</Td>
      <Td numeric>{latency === null ? null : <Duration ms={latency.median} />}</Td>
      <Td className="text-right">
        {isInUse ? null : (
          <Button
            onClick={() =>
              onEdit(
                value === null
                  ? { kind: 'unset', name: 'GOPROXY', places: ['go', 'shell'] }
                  : { kind: 'set', name: 'GOPROXY', value },
              )
            }
          >
            {t('proxies.use')}
          </Button>
        )}
      </Td>
    </Tr>
  );
}

/** Whether Go gets modules with a value. */
function Verdict({ tested }: { tested: ProxyTestState | undefined }): ReactElement | null {
  const { t } = useTranslation();
  if (tested === undefined) return null;
  if (tested.state === 'running') return <Skeleton className="w-12" />;
  if (tested.state === 'failed') return <Tag tone="bad">{t('proxies.failed')}</Tag>;
  const { verdict } = tested.test;
  return <Tag tone={isGood(verdict) ? 'ok' : 'bad'}>{t(`proxies.verdict.${verdict.kind}`)}</Tag>;
}

function Has({ check: { outcome, status } }: { check: ProxyReport['list'] }): ReactElement {
  const { t } = useTranslation();
  const tone = outcome === 'ok' ? 'ok' : outcome === 'missing' ? 'neutral' : 'bad';
  return (
    <Tag tone={tone}>
      {t(`proxies.outcome.${outcome}`)}
      {outcome === 'failed' && status !== null ? ` ${status}` : null}
    </Tag>
  );
}
