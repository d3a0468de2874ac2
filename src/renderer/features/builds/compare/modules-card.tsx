import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { Comparison } from '#contract/builds';
import { Card } from '#ui/card.tsx';
import { Table, Td, Th, Tr } from '#ui/table.tsx';
import { Tag } from '#ui/tag.tsx';

/** Which modules came, went or changed their version. */
export function ModulesCard({ comparison }: { comparison: Comparison }): ReactElement {
  const { t } = useTranslation();
  const { added, removed, changed, unchanged } = comparison.modules;
  const rows = [
    ...changed.map(({ path, a, b }) => ({ path, a, b, tag: null })),
    ...added.map(({ path, version }) => ({ path, a: null, b: version, tag: 'added' as const })),
    ...removed.map(({ path, version }) => ({ path, a: version, b: null, tag: 'removed' as const })),
  ];
  return (
    <Card
      title={t('builds.comparison.modules')}
      aside={
        rows.length > 0 ? (
          <span className="text-faint">{t('builds.comparison.unchanged', { count: unchanged })}</span>
        ) : null
      }
      className="pb-1.5"
    >
      {rows.length === 0 ? (
        <p className="pb-2.5 text-muted">{t('builds.comparison.modulesSame', { count: unchanged })}</p>
      ) : (
        <Table
          label={t('builds.comparison.modules')}
          head={
            <>
              <Th>{t('builds.comparison.modules')}</Th>
              <Th>A</Th>
              <Th>B</Th>
            </>
          }
        >
          {rows.map(({ path, a, b, tag }) => (
            <Tr key={path}>
              <Td className="max-w-72">
                <span className="flex items-center gap-1.5">
                  <code className="truncate" title={path}>
                    {path}
                  </code>
                  {tag ? (
                    <Tag tone={tag === 'added' ? 'warn' : 'ok'}>{t(`builds.comparison.${tag}`)}</Tag>
                  ) : null}
                </span>
              </Td>
              <Td>
                <code>{a ?? '–'}</code>
              </Td>
              <Td>
                <code>{b ?? '–'}</code>
              </Td>
            </Tr>
          ))}
        </Table>
      )}
    </Card>
  );
}
