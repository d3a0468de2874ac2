import { Link } from '@tanstack/react-router';
import { type ReactElement, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ImageProgram, UnreadProgram } from '#contract/image-contents';
import { Button } from '#ui/button.tsx';
import { Card } from '#ui/card.tsx';
import { Bytes } from '#ui/numbers.tsx';
import { Path } from '#ui/path.tsx';
import { Tag } from '#ui/tag.tsx';
import { shownPath } from './files/file-facts.ts';
import { ProgramDialog } from './program-dialog.tsx';

/** The Go programs in the file system of an image. */
export function ProgramsCard({
  id,
  programs,
  unread,
}: {
  /** Of the image: `b12`. */
  id: string;
  programs: readonly ImageProgram[];
  unread: readonly UnreadProgram[];
}): ReactElement {
  const { t } = useTranslation();
  const [inspected, setInspected] = useState<ImageProgram | null>(null);
  return (
    <Card title={t('images.programs.title')}>
      {programs.length === 0 ? <p className="text-muted">{t('images.programs.none')}</p> : null}
      <ul className="grid gap-3 empty:hidden">
        {programs.map((program) => (
          <li key={program.path} className="min-w-0">
            <p className="flex items-baseline gap-2">
              <Path path={shownPath(program.path)} className="font-medium" />
              <Bytes value={program.bytes} className="ml-auto" />
            </p>
            <p className="flex flex-wrap items-center gap-x-2 gap-y-0.5 text-muted">
              <Tag tone="accent">
                {program.goVersion?.replace(/^go/, 'Go ') ?? t('images.programs.noVersion')}
              </Tag>
              <span className="wrap-anywhere">
                {program.module ?? t('images.programs.noModule')} {program.version}
              </span>
              <span>{program.target}</span>
            </p>
            <p className="mt-1 flex flex-wrap items-center gap-2">
              <Button onClick={() => setInspected(program)}>{t('images.programs.inspect')}</Button>
              {program.build ? (
                <Link
                  to="/builds"
                  search={{ q: program.build }}
                  className="rounded-[4px] font-medium text-accent hover:underline"
                >
                  {t(`images.programs.${program.buildBy === 'build-id' ? 'changedSince' : 'build'}`, {
                    id: program.build,
                  })}
                </Link>
              ) : null}
            </p>
          </li>
        ))}
      </ul>
      <ul className="mt-3 grid gap-2 empty:hidden">
        {unread.map(({ path, bytes, reason }) => (
          <li key={path} className="min-w-0">
            <p className="flex items-baseline gap-2">
              <Path path={shownPath(path)} />
              <Bytes value={bytes} className="ml-auto" />
            </p>
            <p className="text-muted">{t(`images.programs.unread.${reason}`)}</p>
          </li>
        ))}
      </ul>
      <ProgramDialog id={id} program={inspected} onClose={() => setInspected(null)} />
    </Card>
  );
}
