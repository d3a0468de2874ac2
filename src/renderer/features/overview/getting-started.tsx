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
import { headlineOf, newTerminal } from './health/headline.ts';
import { usePlaces } from './health/use-places.ts';

/** What a new user needs, with a tick where it was seen to be there; the page of the set-up does it. */
export function GettingStarted({
  hasToolchain,
  hasProject,
}: {
  hasToolchain: boolean;
  hasProject: boolean;
}): ReactElement {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const machine = useQuery(orpc.machine.show.queryOptions()).data;
  const places = usePlaces().data;
  const terminal = places && newTerminal(places);
  const runs = terminal !== undefined && headlineOf(terminal).is === 'selected';
  const running = useInstalls().filter((install) => install.state === 'running');
  const needsSetUp = !hasToolchain || !runs;
  return (
    <Card
      title={t('overview.start.title')}
      aside={
        <Button variant={needsSetUp ? 'primary' : 'default'} onClick={() => void navigate({ to: '/setup' })}>
          {t('overview.start.setUp')}
        </Button>
      }
    >
      <ol className="pt-1">
        <Step
          number={1}
          done={hasToolchain}
          title={t('overview.start.install')}
          body={t('overview.start.installBody')}
        >
          {running.map((install) => (
            <InstallProgressLine key={install.id} install={install} className="mt-2.5" />
          ))}
        </Step>
        <Step number={2} done={runs} title={t('overview.start.path')} body={t('overview.start.pathBody')}>
          {machine?.os === 'windows' ? (
            <>
              <p className="mt-3 mb-1.5 text-sm text-muted">{t('overview.start.pathByHand')}</p>
              <CommandLine text={pathLine(machine)} />
            </>
          ) : null}
        </Step>
        <Step
          number={3}
          done={hasProject}
          title={t('overview.start.open')}
          body={t('overview.start.openBody')}
        >
          <Button
            variant={needsSetUp || hasProject ? 'default' : 'primary'}
            className="mt-2.5"
            onClick={() => overlays.open({ name: 'open-project' })}
          >
            {t('overview.start.openAction')}
          </Button>
        </Step>
      </ol>
    </Card>
  );
}

function Step({
  number,
  done,
  title,
  body,
  children,
}: {
  number: number;
  done: boolean;
  title: string;
  body: string;
  children?: ReactNode;
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
        <p className="mt-0.5 max-w-[62ch] text-muted">{body}</p>
        {children}
      </div>
    </li>
  );
}
