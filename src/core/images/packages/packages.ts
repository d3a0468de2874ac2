import type { DistributionPackage } from '#contract/image-contents';
import { parseApk } from './apk.ts';
import { parseDpkg } from './dpkg.ts';
import { parseOsRelease } from './os-release.ts';
import { parseRpmBerkeley, parseRpmNdb, parseRpmSqlite } from './rpm.ts';

type Parser = (file: Buffer) => DistributionPackage[];

const asText =
  (parse: (text: string) => DistributionPackage[]): Parser =>
  (file) =>
    parse(file.toString('utf8'));

/** Where rpm's database is; in newer systems one is a link to the other. */
const rpmFolders = ['var/lib/rpm', 'usr/lib/sysimage/rpm', 'usr/share/rpm'];

const databases: ReadonlyMap<string, Parser> = new Map([
  ['var/lib/dpkg/status', asText(parseDpkg)],
  ['lib/apk/db/installed', asText(parseApk)],
  ['usr/lib/apk/db/installed', asText(parseApk)],
  ...rpmFolders.map((folder): [string, Parser] => [`${folder}/rpmdb.sqlite`, parseRpmSqlite]),
  ...rpmFolders.map((folder): [string, Parser] => [`${folder}/Packages`, parseRpmBerkeley]),
  ...rpmFolders.map((folder): [string, Parser] => [`${folder}/Packages.db`, parseRpmNdb]),
]);

/** One file a package, in images that are put together without dpkg. */
const dpkgFolder = /^var\/lib\/dpkg\/status\.d\/[^/]+$/;

const releaseFiles = ['etc/os-release', 'usr/lib/os-release'];

function parserOf(path: string): Parser | null {
  if (dpkgFolder.test(path) && !path.endsWith('.md5sums')) return asText(parseDpkg);
  return databases.get(path) ?? null;
}

/** Whether the content of this file tells packages or the distribution. */
export function isPackageFile(path: string): boolean {
  return parserOf(path) !== null || releaseFiles.includes(path);
}

/** What distribution is in an image, and its packages. */
interface DistributionFacts {
  distribution: string | null;
  /** By name. */
  packages: DistributionPackage[];
  /** The databases that could not be read, so that packages may be missing. */
  unreadPackages: string[];
}

/**
 * Reads the databases of package managers. `paths`: the names of regular files of the final file system; `contentOf`: the content of
 * one for which `isPackageFile` holds, null if it is not known.
 */
export function readPackages(
  paths: Iterable<string>,
  contentOf: (path: string) => Buffer | null,
): DistributionFacts {
  const packages = new Map<string, DistributionPackage>();
  const unreadPackages: string[] = [];
  for (const path of paths) {
    const parse = parserOf(path);
    const found = parse && parsed(parse, contentOf(path));
    if (parse && !found) unreadPackages.push(path);
    // The same database may be there under two names.
    for (const each of found ?? []) packages.set(`${each.name} ${each.version} ${each.arch ?? ''}`, each);
  }
  const distribution =
    releaseFiles
      .map((path) => parseOsRelease(contentOf(path)?.toString('utf8') ?? ''))
      .find((name) => name !== null) ?? null;
  return { distribution, packages: [...packages.values()].toSorted(byName), unreadPackages };
}

/** null: it is damaged, or its content is not known. */
function parsed(parse: Parser, content: Buffer | null): DistributionPackage[] | null {
  try {
    return content && parse(content);
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}

function byName(a: DistributionPackage, b: DistributionPackage): number {
  return order(a.name, b.name) || order(a.arch ?? '', b.arch ?? '') || order(a.version, b.version);
}

function order(a: string, b: string): number {
  return Number(a > b) - Number(a < b);
}
