import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { ImageComparison } from '#contract/image-comparison';
import { LinkButton } from '#shared/link-button.tsx';
import { Card } from '#ui/card.tsx';
import { ByteChange } from '#ui/numbers.tsx';
import { Path } from '#ui/path.tsx';
import { Tag } from '#ui/tag.tsx';
import { shownName } from '../files/file-facts.ts';
import { programId } from '../program-dialog.tsx';
import { byteChange } from './file-changes.ts';

/** The Go programs of two images, from where the two versions of one can be compared. */
export function ProgramsComparedCard({
  ids,
  programs,
}: {
  /** Of the two images. */
  ids: { a: string; b: string };
  programs: NonNullable<ImageComparison['programs']>;
}): ReactElement {
  const { t } = useTranslation();
  return (
    <Card title={t('images.comparison.programs')}>
      {programs.length === 0 ? <p className="text-muted">{t('images.comparison.programsNone')}</p> : null}
      <ul className="grid gap-3 empty:hidden">
        {programs.map(({ a, b, same }) => {
          const shown = b ?? a;
          if (!shown) return null;
          return (
            <li key={shown.path} className="min-w-0">
              <p className="flex items-baseline gap-2">
                <Path path={shownName(shown.path)} className="font-medium" />
                {a && b ? null : (
                  <Tag tone={b ? 'accent' : 'bad'}>
                    {t(b ? 'images.comparison.added' : 'images.comparison.removed')}
                  </Tag>
                )}
                <span className="ml-auto">
                  {same ? null : (
                    <ByteChange value={byteChange({ a: a?.bytes ?? null, b: b?.bytes ?? null })} />
                  )}
                </span>
              </p>
              <p className="text-muted">
                {same ? t('images.comparison.programSame') : versions(a?.goVersion, b?.goVersion)}
                {shown.module === null ? null : ` · ${shown.module} ${versions(a?.version, b?.version)}`}
              </p>
              {a && b && !same ? (
                <LinkButton
                  to="/compare"
                  search={(search) => ({
                    project: search.project,
                    a: a.build ?? programId(ids.a, a),
                    b: b.build ?? programId(ids.b, b),
                  })}
                  className="mt-1.5"
                >
                  {t('images.comparison.whyProgram')}
                </LinkButton>
              ) : null}
            </li>
          );
        })}
      </ul>
    </Card>
  );
}

function versions(a: string | null | undefined, b: string | null | undefined): string {
  if (!a || !b || a === b) return b ?? a ?? '';
  return `${a} → ${b}`;
}
