import ChevronDown from 'lucide-react/icons/chevron-down';
import { type ReactElement, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '#ui/button.tsx';
import { Menu, MenuItem } from '#ui/menu.tsx';
import { ImportDialog } from './list/records-dialog.tsx';
import { RecordImageDialog } from './record/record-image-dialog.tsx';
import { RecordProgramDialog } from './record/record-program-dialog.tsx';
import { BuildDialog } from './run/build-dialog.tsx';

/** The page's buttons: record an existing program or image, or build one. */
export function BuildActions({
  project,
  lastSubject,
}: {
  project: string | null;
  /** The package that was built last; undefined: no build is listed. */
  lastSubject: string | undefined;
}): ReactElement {
  const { t } = useTranslation();
  const [open, setOpen] = useState<'build' | 'program' | 'image' | 'import' | null>(null);
  const dialog = (name: NonNullable<typeof open>) => ({
    open: open === name,
    onOpenChange: (now: boolean) => setOpen(now ? name : null),
  });
  return (
    <>
      <Menu
        trigger={
          <Button>
            {t('builds.record')}
            <ChevronDown size={13} aria-hidden className="text-faint" />
          </Button>
        }
      >
        <MenuItem onClick={() => setOpen('program')}>{t('builds.recordProgram')}</MenuItem>
        <MenuItem onClick={() => setOpen('image')}>{t('builds.recordImage')}</MenuItem>
        <MenuItem onClick={() => setOpen('import')}>{t('buildList.import.open')}</MenuItem>
      </Menu>
      <Button variant="primary" onClick={() => setOpen('build')}>
        {t('builds.build')}
      </Button>
      <BuildDialog project={project} lastSubject={lastSubject} {...dialog('build')} />
      <RecordProgramDialog project={project} {...dialog('program')} />
      <RecordImageDialog project={project} {...dialog('image')} />
      <ImportDialog {...dialog('import')} />
    </>
  );
}
