import { readTextIfThere } from './files.ts';

/**
 * Whether nobody but this user is in the group, as on systems with a group of its own for every user, where the usual
 * umask is 002. False if this is not known: for accounts and groups of a directory service only a group with the user's
 * own number counts.
 */
export async function isPrivateGroup(user: number, group: number): Promise<boolean> {
  const [accounts, groups] = await Promise.all(
    ['/etc/passwd', '/etc/group'].map((path) => readTextIfThere(path).catch(() => null)),
  );
  return isAlone({ user, group, accounts: accounts ?? '', groups: groups ?? '' });
}

/** The same for the texts of /etc/passwd and /etc/group (passwd(5), group(5)). Pure. */
export function isAlone(of: { user: number; group: number; accounts: string; groups: string }): boolean {
  const accounts = fieldsOf(of.accounts).map(([name = '', , uid, gid]) => ({ name, uid, gid }));
  const own = accounts.filter(({ uid }) => uid === String(of.user));
  const names = own.map(({ name }) => name);
  const listed = fieldsOf(of.groups).filter(([, , gid]) => gid === String(of.group));
  const isListed = own.length > 0 && listed.length > 0;
  if (!isListed && of.user !== of.group) return false;
  const members = listed.flatMap(([, , , list = '']) => list.split(',')).filter((name) => name !== '');
  const others = accounts.filter(({ uid, gid }) => gid === String(of.group) && uid !== String(of.user));
  return others.length === 0 && members.every((name) => names.includes(name));
}

function fieldsOf(text: string): string[][] {
  return text.split('\n').map((line) => line.trim().split(':'));
}
