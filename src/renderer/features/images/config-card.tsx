import type { ReactElement, ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { ImageContents } from '#contract/image-contents';
import { Card } from '#ui/card.tsx';
import { isRoot } from './findings.ts';

/** How a container of the image starts. */
export function ConfigCard({
  contents: { config, packages, unreadPackages, configDigest },
}: {
  contents: ImageContents;
}): ReactElement {
  const { t } = useTranslation();
  const { user, entrypoint, cmd, workingDir, exposedPorts, env, labels } = config;
  const facts: [name: string, value: ReactNode][] = [
    [t('images.config.user'), isRoot(user) ? `${user || '0'} (${t('images.config.root')})` : user],
    [t('images.config.entrypoint'), words(entrypoint)],
    [t('images.config.cmd'), words(cmd)],
    [t('images.config.workingDir'), workingDir],
    [t('images.config.ports'), exposedPorts.join(' ')],
    [t('images.config.env'), lines(env)],
    [t('images.config.labels'), lines(Object.entries(labels).map(([name, value]) => `${name}=${value}`))],
    [
      t('images.config.packages'),
      lines([
        ...(packages.length > 0 ? [String(packages.length)] : []),
        ...unreadPackages.map((path) => t('images.config.unreadPackages', { path: `/${path}` })),
      ]),
    ],
    [t('images.config.digest'), configDigest],
  ];
  return (
    <Card title={t('images.config.title')}>
      <dl className="grid grid-cols-[auto_minmax(0,1fr)] gap-x-4 gap-y-1">
        {facts
          .filter(([, value]) => Boolean(value))
          .map(([name, value]) => (
            <div key={name} className="contents">
              <dt className="text-muted">{name}</dt>
              <dd className="min-w-0 font-mono wrap-anywhere">{value}</dd>
            </div>
          ))}
      </dl>
    </Card>
  );
}

function words(parts: readonly string[]): string | null {
  return parts.length === 0 ? null : parts.map(argument).join(' ');
}

/** A part of a command, quoted if it would be read as several. */
function argument(text: string): string {
  return /^[\w@%+=:,./-]+$/.test(text) ? text : JSON.stringify(text);
}

function lines(values: readonly string[]): ReactNode {
  return values.length === 0
    ? null
    : values.map((value) => (
        <span key={value} className="block">
          {value}
        </span>
      ));
}
