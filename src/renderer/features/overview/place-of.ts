import { tildePath } from '#ui/path.tsx';

/** Where a file is, for people who are looking at a project: in its own folder, the name alone says it. */
export function placeOf(file: string, project: string, home: string | undefined): string {
  const rest = file.startsWith(project) ? file.slice(project.length) : '';
  return /^[\\/][^\\/]+$/.test(rest) ? rest.slice(1) : tildePath(file, home);
}
