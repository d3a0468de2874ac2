import { tildePath } from '#ui/path.tsx';

/** The path of a file as shown for a project: only its name if it is directly in the project's folder. */
export function placeOf(file: string, project: string, home: string | undefined): string {
  const rest = file.startsWith(project) ? file.slice(project.length) : '';
  return /^[\\/][^\\/]+$/.test(rest) ? rest.slice(1) : tildePath(file, home);
}
