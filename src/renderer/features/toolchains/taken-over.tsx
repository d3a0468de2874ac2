import { type ReactElement, type ReactNode, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useHome } from '#shared/projects/index.ts';
import { shellWord } from '#contract/shell-word';
import type { GoManager, TakeOverResult } from '#contract/toolchains';
import { CommandLine } from '#ui/copy.tsx';
import { Path } from '#ui/path.tsx';

/** What taking over a manager did, and what is left for the user to do. */
export function TakenOver({ manager, result }: { manager: GoManager; result: TakeOverResult }): ReactElement {
  const { t } = useTranslation();
  const home = useHome();
  const root = useRef<HTMLDivElement>(null);
  // It appears below a long list, so scroll to it.
  useEffect(() => root.current?.scrollIntoView({ block: 'end' }), []);
  const { adopted, default: theirs, pins, lines, otherLanguages } = result;
  const name = t(`adopt.manager.${manager}`);
  return (
    <div ref={root} role="status" className="mt-3 space-y-2">
      <p className="num">
        {adopted.length === 0
          ? t('adopt.nothingNew')
          : t('adopt.done', { count: adopted.length, version: adopted[0]?.version })}
      </p>
      {theirs ? (
        <p className="num">
          {t(theirs.set ? 'adopt.defaultSet' : 'adopt.defaultKept', { version: theirs.version })}
        </p>
      ) : null}
      {pins.length > 0 ? (
        <Left title={t('adopt.pins', { manager: name })}>
          {pins.map(({ folder, file, version }) => (
            <li key={file}>
              <Path path={file} home={home} className="text-muted" />
              <CommandLine text={`burrow use ${version} --dir ${shellWord(folder)}`} />
            </li>
          ))}
        </Left>
      ) : null}
      {lines.length > 0 ? (
        <Left title={t(otherLanguages ? 'adopt.linesShared' : 'adopt.lines', { manager: name })}>
          {lines.map(({ file, line, text, keeps }) => (
            <li key={`${file}:${line}`} className="flex gap-3">
              <span className="num flex shrink-0 text-muted">
                <Path path={file} home={home} />:{line}
              </span>
              <span className="min-w-0">
                <code tabIndex={0} className="block overflow-x-auto whitespace-pre">
                  {text}
                </code>
                {keeps.length > 0 ? (
                  <span className="text-warn">{t('adopt.keeps', { entries: keeps.join(':') })}</span>
                ) : null}
              </span>
            </li>
          ))}
        </Left>
      ) : null}
    </div>
  );
}

function Left({ title, children }: { title: string; children: ReactNode }): ReactElement {
  return (
    <section aria-label={title}>
      <p className="text-muted">{title}</p>
      <ul className="mt-1 space-y-1">{children}</ul>
    </section>
  );
}
