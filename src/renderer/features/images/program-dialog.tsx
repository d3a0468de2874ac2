import { useQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import type { ImageProgram } from '#contract/image-contents';
import { BuildParts } from '#features/builds/detail/build-parts.tsx';
import { orpc } from '#shared/client.ts';
import { Dialog } from '#ui/dialog.tsx';
import { FailureNote } from '#ui/failure-note.tsx';
import { Bytes } from '#ui/numbers.tsx';
import { Skeleton } from '#ui/skeleton.tsx';
import { shownPath } from './files/file-facts.ts';

/** The id by which the history knows a program of an image: `b12:/usr/local/bin/server`. */
export function programId(image: string, { path }: Pick<ImageProgram, 'path'>): string {
  return `${image}:/${path.replace(/^\/+/, '')}`;
}

/** What a program of an image consists of. */
export function ProgramDialog({
  id,
  program,
  onClose,
}: {
  /** Of the image. */
  id: string;
  /** null: the dialog is closed. */
  program: ImageProgram | null;
  onClose: () => void;
}): ReactElement {
  const detail = useQuery(
    orpc.builds.show.queryOptions({
      input: { id: program ? programId(id, program) : '' },
      enabled: program !== null,
    }),
  );
  return (
    <Dialog
      open={program !== null}
      onOpenChange={(open) => (open ? undefined : onClose())}
      size="large"
      isText
      title={<code className="wrap-anywhere">{program ? shownPath(program.path) : ''}</code>}
      description={
        program ? (
          <span className="flex flex-wrap items-center gap-x-2.5 gap-y-0.5">
            <span>{program.goVersion}</span>
            <span>{program.target}</span>
            <Bytes value={program.bytes} className="font-semibold text-text" />
          </span>
        ) : undefined
      }
    >
      {detail.isError ? (
        <FailureNote error={detail.error} />
      ) : detail.data ? (
        <BuildParts build={detail.data.build} />
      ) : (
        <Skeleton className="h-40 w-full" />
      )}
    </Dialog>
  );
}
