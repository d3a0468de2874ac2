import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import Check from 'lucide-react/icons/check';
import type { ReactElement, ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { orpc } from '#shared/client.ts';
import { InstallProgressLine, useInstalls } from '#shared/installs/index.ts';
import { overlays } from '#shared/overlays.ts';
import { pathLine } from '#shared/versions/index.ts';
import { Button } from '#ui/button.tsx';
import { Card } from '#ui/card.tsx';
import { CommandLine } from '#ui/copy.tsx';
import { cx } from '#ui/cx.ts';

/** The first steps for a new user, each with a button, and a tick when it is done. */
export function GettingStarted({
  hasToolchain,
  hasProject,
}: {
  hasToolchain: boolean;
  hasProject: boolean;
}): ReactElement {
  const { t } = useTranslation();
  const machine = useQuery(orpc.machine.show.queryOptions()).data;
  const profiles = useQuery(orpc.shell.status.queryOptions()).data?.profiles ?? [];
  const isSetUp = profiles.length > 0 && profiles.every(({ state }) => state === 'ours');
  const navigate = useNavigate();
  const running = useInstalls().filter((install) => install.state === 'running');
  return (
    <Card title={t('overview.start.title')}>
      <ol className="pt-1">
        <Step
          number={1}
          done={hasToolchain}
          title={t('overview.start.install')}
          body={t('overview.start.installBody')}
        >
          {running.length > 0 ? (
            running.map((install) => <InstallProgressLine key={install.id} install={install} />)
          ) : (
            <Button
              variant={hasToolchain ? 'default' : 'primary'}
              onClick={() => overlays.open({ name: 'install' })}
            >
              {t('overview.start.installAction')}
            </Button>
          )}
        </Step>
        <Step
          number={2}
          done={hasProject}
          title={t('overview.start.open')}
          body={t('overview.start.openBody')}
        >
          <Button
            variant={hasToolchain && !hasProject ? 'primary' : 'default'}
            onClick={() => overlays.open({ name: 'open-project' })}
          >
            {t('overview.start.openAction')}
          </Button>
        </Step>
        <Step number={3} done={isSetUp} title={t('overview.start.path')} body={t('overview.start.pathBody')}>
          <Button
            variant={hasToolchain && hasProject && !isSetUp ? 'primary' : 'default'}
            onClick={() => void navigate({ to: '/environment' })}
          >
            {t('overview.start.pathAction')}
          </Button>
          {machine && !isSetUp ? (
            <>
              <p className="mt-3 mb-1.5 text-sm text-muted">{t('overview.start.pathByHand')}</p>
              <CommandLine text={pathLine(machine)} />
            </>
          ) : null}
        </Step>
      </ol>
    </Card>
  );
}

function Step({
  number,
  done = false,
  title,
  body,
  children,
}: {
  number: number;
  done?: boolean;
  title: string;
  body: string;
  children: ReactNode;
}): ReactElement {
  const { t } = useTranslation();
  return (
    <li className="flex min-w-0 gap-3 border-t border-line-2 py-4 last:pb-1">
      <span
        className={cx(
          'num grid size-6 shrink-0 place-items-center rounded-full text-sm font-semibold',
          done ? 'bg-ok-soft text-ok' : 'bg-accent-soft text-accent',
        )}
      >
        <span className="sr-only">
          {done ? t('overview.start.done') : t('overview.start.step', { number })}
        </span>
        {done ? <Check size={14} aria-hidden /> : <span aria-hidden>{number}</span>}
      </span>
      <div className="min-w-0 flex-1">
        <h3 className="pt-0.5 font-semibold">{title}</h3>
        <p className="mt-0.5 mb-2.5 max-w-[62ch] text-muted">{body}</p>
        {children}
      </div>
    </li>
  );
}
