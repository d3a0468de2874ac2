import { readForeign, type System } from '#core/system';

/** A mounted file system. */
export interface Mount {
  /** Where it is mounted. */
  path: string;
  /** `ext4`, `nfs4`, `apfs`. */
  type: string;
  /** `noexec`, `read-only`, … */
  options: string[];
}

/** What is mounted, in order; empty where that cannot be read. */
export async function readMounts(system: System, signal: AbortSignal): Promise<Mount[]> {
  try {
    if (system.os === 'linux')
      return parseMountinfo((await readForeign('/proc/self/mountinfo')).toString('utf8'));
    if (system.os !== 'darwin') return [];
    const { stdout } = await system.run({ file: '/sbin/mount', args: [], timeoutMs: 1000, signal });
    return parseMount(stdout);
  } catch {
    return [];
  }
}

/** Parses /proc/self/mountinfo (proc_pid_mountinfo(5)). */
export function parseMountinfo(text: string): Mount[] {
  return text.split('\n').flatMap((line) => {
    const [before = '', after = ''] = line.split(' - ');
    const [, , , , path, options] = before.split(' ');
    const [type, , superOptions = ''] = after.split(' ');
    if (path === undefined || options === undefined || !type) return [];
    const all = `${options},${superOptions}`.split(',');
    return [{ path: unescaped(path), type, options: [...new Set(all)] }];
  });
}

/** Parses what a Mac's `mount` prints: `/dev/disk3s5 on /System/Volumes/Data (apfs, local, journaled)`. */
export function parseMount(text: string): Mount[] {
  return text.split('\n').flatMap((line) => {
    const [, path, inside] = /^.+? on (\/.*) \(([^()]+)\)$/.exec(line) ?? [];
    const [type, ...options] = (inside ?? '').split(', ');
    return path !== undefined && type ? [{ path, type, options }] : [];
  });
}

/** The mount on which a path without links is: the deepest, and of those at one place the last. Pure. */
export function mountOf(mounts: readonly Mount[], path: string): Mount | null {
  let found: Mount | null = null;
  for (const mount of mounts) {
    const isAbove = mount.path === '/' || path === mount.path || path.startsWith(`${mount.path}/`);
    if (isAbove && mount.path.length >= (found?.path.length ?? 0)) found = mount;
  }
  return found;
}

/**
 * Whether a file system is on another machine. 9p is how Windows lends its disks to WSL. Type names are those of Linux
 * and of macOS.
 */
export function isNetworkDisk({ type }: Mount): boolean {
  return /^(?:nfs4?|cifs|smb3?|smbfs|afpfs|webdav|davfs2?|9p|afs|ceph|glusterfs|lustre|fuse\.(?:sshfs|rclone|s3fs|davfs2?|glusterfs)|macfuse.*|osxfuse.*)$/.test(
    type,
  );
}

/**
 * Whether the modes of files are their own. Windows' file systems and those of other machines have none, and show all as
 * open to everyone: the folders of Windows that WSL adds to PATH, for one.
 */
export function hasModes(mount: Mount): boolean {
  return (
    !isNetworkDisk(mount) && !/^(?:drvfs|vfat|msdos|exfat|ntfs3?|fuseblk|vboxsf|fuse\..*)$/.test(mount.type)
  );
}

function unescaped(path: string): string {
  return path.replace(/\\([0-7]{3})/g, (_, octal: string) => String.fromCharCode(Number.parseInt(octal, 8)));
}
