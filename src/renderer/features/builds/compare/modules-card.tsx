import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { Comparison } from '#contract/builds';
import { Card } from '#ui/card.tsx';
import { Path } from '#ui/path.tsx';
import { Table, Td, Th, Tr } from '#ui/table.tsx';
import { Tag } from '#ui/tag.tsx';

/** The modules that were added, removed or changed. */
export function ModulesCard({ comparison }: { comparison: Comparison }): ReactElement {
  const { t } = useTranslation();
  const { unchangedModules: unchanged } = comparison;
  const rows = comparison.modules
    .filter((each) => each.kind === 'dependency' && each.versionA !== each.versionB)
    .map(({ path, versionA: a, versionB: b }) => ({
      path,
      a,
      b,
      tag: a === null ? ('added' as const) : b === null ? ('removed' as const) : null,
    }));
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
        <p className="pb-2.5 text-muted">
          {unchanged === 0
            ? t('builds.comparison.modulesNone')
            : t('builds.comparison.modulesSame', { count: unchanged })}
        </p>
      ) : (
        <Table
          label={t('builds.comparison.modules')}
          className="[&_table]:table-fixed"
          head={
            <>
              <Th>{t('builds.comparison.module')}</Th>
              <Th className="w-[27%]">A</Th>
              <Th className="w-[27%]">B</Th>
            </>
          }
        >
          {rows.map(({ path, a, b, tag }) => (
            <Tr key={path}>
              <Td>
                <span className="flex items-center gap-1.5">
                  <Path path={path} />
                  {tag ? (
                    <Tag tone={tag === 'added' ? 'warn' : 'ok'}>{t(`builds.comparison.${tag}`)}</Tag>
                  ) : null}
                </span>
              </Td>
              <Td>
                <ModuleVersion version={a} />
              </Td>
              <Td>
                <ModuleVersion version={b} />
              </Td>
            </Tr>
          ))}
        </Table>
      )}
    </Card>
  );
}

/** A module version; long pseudo-versions (`v0.0.0-20260101000000-0123456789ab`) are wrapped, not cut. */
function ModuleVersion({ version }: { version: string | null }): ReactElement {
  return version === null ? (
    <span className="text-faint">–</span>
  ) : (
    <code className="wrap-anywhere">{version}</code>
  );
}
