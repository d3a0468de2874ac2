import { useEffect } from 'react';
import { overlays } from '#shared/overlays.ts';
import { rememberedProject } from '#shared/projects/index.ts';
import { whatDropped } from './dropped.ts';

/** Hook: of what is dropped on the window, a program is inspected, and the image in an archive is recorded. Whatever is dropped, the window stays where it is. */
export function useDrops(): void {
  useEffect(() => {
    window.addEventListener('dragover', keep);
    window.addEventListener('drop', drop);
    return () => {
      window.removeEventListener('dragover', keep);
      window.removeEventListener('drop', drop);
    };
  }, []);
}

const hasFiles = ({ dataTransfer }: DragEvent) => dataTransfer?.types.includes('Files') ?? false;

/** Without it the browser opens what is dropped; text that is dragged into a field is the field's. */
function keep(event: DragEvent): void {
  const isField = event.target instanceof Element && event.target.closest('input, textarea') !== null;
  if (hasFiles(event) || !isField) event.preventDefault();
}

function drop(event: DragEvent): void {
  keep(event);
  if (!hasFiles(event)) return;
  const files = [...(event.dataTransfer?.files ?? [])];
  const { burrow } = window;
  const of = whatDropped(files, burrow ? (file) => burrow.pathOf(file) : null);
  if (of?.kind === 'archive' || of?.kind === 'archives') {
    overlays.open({ name: 'record-image', project: rememberedProject(), of });
  } else if (of) overlays.open({ name: 'inspect', of });
}
