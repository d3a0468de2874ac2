import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { projectLines } from '#contract/project-variables';
import { CommandLine } from '#ui/copy.tsx';

/** For one project alone, the lines to add by hand: Burrow writes nothing into a project. */
export function ProjectLines({ name, value }: { name: string; value: string }): ReactElement | null {
  const { t } = useTranslation();
  if (name === '') return null;
  return (
    <ul className="mt-4 grid gap-3">
      {projectLines(name, value).map(({ reader, file, text }) => (
        <li key={reader} className="min-w-0">
          <p className="mb-1 text-sm text-muted">
            <code>{file}</code> · {t(`variables.reader.${reader}`)}
          </p>
          <CommandLine text={text} />
        </li>
      ))}
    </ul>
  );
}
