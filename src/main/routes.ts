import type { AppLink } from '#contract/app-link';
import { appOrigin } from './addresses.ts';

/** The page that a link leads to, as a route of the app's pages: `/compare?a=b1&b=b2`. */
export function routeOf(link: AppLink): string {
  switch (link.to) {
    case 'compare':
      return `/compare?a=${link.a}&b=${link.b}`;
    case 'build':
      return `/builds?build=${link.id}`;
    case 'project':
      return projectRoute('/', link.path);
    case 'builds':
      return projectRoute('/builds', link.path);
    default:
      return link satisfies never;
  }
}

/** A page of a project. */
export function projectRoute(page: `/${string}`, path: string): string {
  return `${page}?project=${encodeURIComponent(path)}`;
}

/** The address of a route. The pages' router uses the part after `#`, so that going there loads nothing again. */
export function addressOf(route: string): string {
  return route === '/' ? `${appOrigin}/` : `${appOrigin}/#${route}`;
}

/** The folder of the project that a page of the app shows; null: all projects, or it is no such page. */
export function projectAt(address: string): string | null {
  if (!address.startsWith(`${appOrigin}/#`)) return null;
  const [, search = ''] = address.slice(address.indexOf('#')).split('?');
  return new URLSearchParams(search).get('project');
}
