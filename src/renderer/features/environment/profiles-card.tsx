import SquareTerminal from 'lucide-react/icons/square-terminal';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { useHome } from '#shared/projects/index.ts';
import type { ProfileState, ProfileStatus, ShellStatus } from '#contract/shell';
import { Card } from '#ui/card.tsx';
import { EmptyState } from '#ui/empty-state.tsx';
import { FailureNote } from '#ui/failure-note.tsx';
import { Path, tildePath } from '#ui/path.tsx';
import { Skeleton } from '#ui/skeleton.tsx';
import { Table, Td, Th, Tr } from '#ui/table.tsx';
import { Tag, type Tone } from '#ui/tag.tsx';

const tones: Record<ProfileState, Tone> = {
  absent: 'neutral',
  ours: 'ok',
  outdated: 'warn',
  edited: 'warn',
  removed: 'neutral',
  broken: 'bad',
  unreadable: 'bad',
};

/** The profiles of the shells in use, and whether Burrow's block is in each. */
export function ProfilesCard({
  status,
  error,
  onRetry,
}: {
  /** undefined while loading. */
  status: ShellStatus | undefined;
  error: Error | null;
  onRetry: () => void;
}): ReactElement {
  const { t } = useTranslation();
  return (
    <Card title={t('environment.profiles')} className="pb-1.5">
      <p className="-mt-1.5 mb-2.5 text-sm text-muted">{t('environment.profilesHint')}</p>
      {error ? (
        <FailureNote error={error} onRetry={onRetry} className="pb-2.5" />
      ) : status?.profiles.length === 0 ? (
        <EmptyState icon={<SquareTerminal size={20} aria-hidden />} title={t('environment.noShell')}>
          {t('environment.noShellHint')}
        </EmptyState>
      ) : (
        <Table
          label={t('environment.profiles')}
          head={
            <>
              <Th>{t('environment.file')}</Th>
              <Th>{t('environment.shells')}</Th>
              <Th>{t('environment.when')}</Th>
              <Th>{t('environment.state')}</Th>
            </>
          }
        >
          {status === undefined
            ? [0, 1, 2].map((row) => (
                <Tr key={row}>
                  <Td colSpan={4}>
                    <Skeleton className="w-64" />
                  </Td>
                </Tr>
              ))
            : status.profiles.map((profile) => <ProfileRow key={profile.path} profile={profile} />)}
        </Table>
      )}
    </Card>
  );
}

function ProfileRow({ profile }: { profile: ProfileStatus }): ReactElement {
  const { t } = useTranslation();
  const home = useHome();
  const { path, target, shells, when, state, exists, lines } = profile;
  const where = state === 'ours' || lines.length === 0 ? null : lines.join(', ');
  return (
    <Tr>
      <Td className="max-w-0 w-1/2">
        <Path path={path} home={home} />
        {target === null ? null : (
          <span className="block truncate text-xs text-faint">
            {t('environment.linkTo', { path: tildePath(target, home) })}
          </span>
        )}
      </Td>
      <Td>{shells.join(', ')}</Td>
      <Td className="text-muted">{when.map((each) => t(`environment.at.${each}`)).join(', ')}</Td>
      <Td>
        <span className="flex flex-wrap items-center gap-x-2">
          <Tag tone={tones[state]}>{t(`environment.is.${state}`)}</Tag>
          {exists || state === 'unreadable' ? null : (
            <span className="text-xs text-faint">{t('environment.missing')}</span>
          )}
          {where === null ? null : (
            <span className="num text-xs text-faint">{t('environment.line', { lines: where })}</span>
          )}
        </span>
      </Td>
    </Tr>
  );
}
