import type { Comparison } from '#contract/comparison';
import type { FilePart, ImageEvidence, LayerPart } from './image-evidence.ts';

/** Evidence, and the verdict that it is enough for. */
export interface ImageVerdictCase {
  name: string;
  /** The size of A; B has `evidence.change` more. In bytes. */
  from: number;
  measure?: Comparison['measure'];
  evidence: Partial<ImageEvidence>;
  en: string;
  zh: string;
}

const file = (path: string, bytes: number, more: Partial<FilePart> = {}): FilePart => ({
  path,
  how: 'changed',
  bytes,
  hidden: 0,
  again: false,
  step: null,
  ...more,
});
const added = (path: string, bytes: number) => file(path, bytes, { how: 'added' });
const removed = (path: string, bytes: number) => file(path, bytes, { how: 'removed' });
const many = (folder: string, count: number, bytes: number, how: FilePart['how'] = 'added'): FilePart[] =>
  Array.from({ length: count }, (_, nth) => file(`${folder}/${nth % 40}/${nth}.mo`, bytes, { how }));
const layer = (step: string, bytes: number | null): LayerPart => ({ step, bytes });

const chmod = 'RUN chmod 755 /usr/local/bin/server';
const debian12 = 'Debian GNU/Linux 12 (bookworm)';
const debian13 = 'Debian GNU/Linux 13 (trixie)';
const unread = { files: null, unread: 'both' as const, layersCountAlike: true };

export const imageVerdictCases: readonly ImageVerdictCase[] = [
  {
    name: 'a program that grew, is stored twice and was built with another Go',
    from: 40_000_000,
    evidence: {
      change: 12_400_000,
      files: [
        file('/usr/local/bin/server', 2_000_000, { hidden: 10_400_000, again: true, step: chmod }),
        added('/etc/shop.yaml', 900),
      ],
      go: { a: 'go1.24.9', b: 'go1.26.8' },
    },
    en: '+12.4 MB compressed (+31.0 %): /usr/local/bin/server +2.0 MB, stored twice since `RUN chmod 755 /usr/local/bin/server` (+10.4 MB); Go 1.24.9 → 1.26.8',
    zh: '压缩后 +12.4 MB（+31.0 %）：/usr/local/bin/server +2.0 MB，自 `RUN chmod 755 /usr/local/bin/server` 起存了两份（+10.4 MB）；Go 1.24.9 → 1.26.8',
  },
  {
    name: 'the same program, no longer stored twice',
    from: 40_000_000,
    measure: 'fileBytes',
    evidence: {
      change: -10_391_002,
      files: [file('/usr/local/bin/server', 0, { hidden: -10_391_002, again: true, step: chmod })],
    },
    en: '−10.4 MB of files (−26.0 %): /usr/local/bin/server, no longer stored twice (−10.4 MB)',
    zh: '文件总大小 −10.4 MB（−26.0 %）：/usr/local/bin/server，不再重复存储（−10.4 MB）',
  },
  {
    name: 'stored twice by a step that is not known',
    from: 40_000_000,
    evidence: { change: 10_000_000, files: [file('/server', 0, { hidden: 10_000_000, again: true })] },
    en: '+10.0 MB compressed (+25.0 %): /server, stored twice (+10.0 MB)',
    zh: '压缩后 +10.0 MB（+25.0 %）：/server，存了两份（+10.0 MB）',
  },
  {
    name: 'a program that grew, and nothing else',
    from: 20_000_000,
    measure: 'tarBytes',
    evidence: { change: 2_000_000, files: [file('/server', 2_000_000)] },
    en: '+2.0 MB as tar (+10.0 %): /server +2.0 MB',
    zh: 'tar 总大小 +2.0 MB（+10.0 %）：/server +2.0 MB',
  },
  {
    name: 'translations',
    from: 80_000_000,
    evidence: { change: 6_000_000, files: many('/usr/share/locale', 1204, 10_000) },
    en: '+6.0 MB compressed (+7.5 %): /usr/share/locale +12.0 MB (1,204 files added)',
    zh: '压缩后 +6.0 MB（+7.5 %）：/usr/share/locale +12.0 MB（新增 1,204 个文件）',
  },
  {
    name: 'translations went',
    from: 80_000_000,
    evidence: { change: -6_000_000, files: many('/usr/share/locale', 1204, -10_000, 'removed') },
    en: '−6.0 MB compressed (−7.5 %): /usr/share/locale −12.0 MB (1,204 files removed)',
    zh: '压缩后 −6.0 MB（−7.5 %）：/usr/share/locale −12.0 MB（移除 1,204 个文件）',
  },
  {
    name: 'a package manager that installed something',
    from: 80_000_000,
    evidence: {
      change: 9_000_000,
      files: [
        added('/usr/bin/curl', 300_000),
        added('/usr/lib/x86_64-linux-gnu/libcurl.so.4.8.0', 800_000),
        added('/usr/lib/x86_64-linux-gnu/libldap.so.2', 4_000_000),
        added('/usr/lib/x86_64-linux-gnu/librtmp.so.1', 3_000_000),
        file('/var/lib/dpkg/status', 12_000),
      ],
      packages: { added: 14, removed: 0, changed: 0, first: { name: 'libldap-2.5-0', a: null, b: '2.5.13' } },
    },
    en: '+9.0 MB compressed (+11.3 %): /usr/lib/x86_64-linux-gnu +7.8 MB (3 files added); packages: 14 new, such as libldap-2.5-0 2.5.13',
    zh: '压缩后 +9.0 MB（+11.3 %）：/usr/lib/x86_64-linux-gnu +7.8 MB（新增 3 个文件）；软件包：新增 14 个，例如 libldap-2.5-0 2.5.13',
  },
  {
    name: 'one package in another version',
    from: 80_000_000,
    evidence: {
      change: 40_000,
      files: [file('/usr/lib/libssl.so.3', 40_000)],
      packages: { added: 0, removed: 0, changed: 1, first: { name: 'libssl3', a: '3.0.14', b: '3.0.15' } },
    },
    en: '+40 kB compressed (+0.1 %): /usr/lib/libssl.so.3 +40 kB; the package libssl3 3.0.14 → 3.0.15',
    zh: '压缩后 +40 kB（+0.1 %）：/usr/lib/libssl.so.3 +40 kB；软件包 libssl3 3.0.14 → 3.0.15',
  },
  {
    name: 'one package went',
    from: 80_000_000,
    evidence: {
      change: -300_000,
      files: [removed('/usr/bin/curl', -300_000)],
      packages: { added: 0, removed: 1, changed: 0, first: { name: 'curl', a: '7.88.1', b: null } },
    },
    en: '−300 kB compressed (−0.4 %): /usr/bin/curl −300 kB, removed; the package curl 7.88.1, removed',
    zh: '压缩后 −300 kB（−0.4 %）：/usr/bin/curl −300 kB（移除）；移除软件包 curl 7.88.1',
  },
  {
    name: 'packages came and went',
    from: 80_000_000,
    evidence: {
      change: -300_000,
      files: [removed('/usr/bin/curl', -300_000)],
      packages: { added: 1, removed: 1, changed: 0, first: { name: 'curl', a: '7.88.1', b: null } },
    },
    en: '−300 kB compressed (−0.4 %): /usr/bin/curl −300 kB, removed; packages: 1 new, 1 removed, such as curl 7.88.1 (removed)',
    zh: '压缩后 −300 kB（−0.4 %）：/usr/bin/curl −300 kB（移除）；软件包：新增 1 个，移除 1 个，例如 curl 7.88.1（移除）',
  },
  {
    name: 'another distribution',
    from: 80_000_000,
    evidence: {
      change: 5_000_000,
      base: { a: debian12, b: debian13, bytes: 4_100_000 },
      files: [file('/usr/local/bin/server', 300_000)],
      packages: { added: 3, removed: 2, changed: 81, first: { name: 'libc6', a: '2.36', b: '2.41' } },
    },
    en: '+5.0 MB compressed (+6.3 %): the base image +4.1 MB, Debian GNU/Linux 12 (bookworm) → Debian GNU/Linux 13 (trixie); packages: 81 in another version, 3 new, 2 removed, such as libc6 2.36 → 2.41',
    zh: '压缩后 +5.0 MB（+6.3 %）：基础镜像 +4.1 MB（Debian GNU/Linux 12 (bookworm) → Debian GNU/Linux 13 (trixie)）；软件包：81 个版本有变，新增 3 个，移除 2 个，例如 libc6 2.36 → 2.41',
  },
  {
    name: 'the base image was built again',
    from: 80_000_000,
    evidence: { change: 120_000, base: { a: debian12, b: debian12, bytes: 120_000 }, files: [] },
    en: '+120 kB compressed (+0.2 %): the base image +120 kB, another build of Debian GNU/Linux 12 (bookworm)',
    zh: '压缩后 +120 kB（+0.2 %）：基础镜像 +120 kB（Debian GNU/Linux 12 (bookworm) 的另一个构建）',
  },
  {
    name: 'the base image was built again, and the program explains the size',
    from: 80_000_000,
    evidence: {
      change: 3_000_000,
      base: { a: debian12, b: debian12, bytes: 2_000 },
      files: [file('/server', 3_000_000)],
    },
    en: '+3.0 MB compressed (+3.8 %): /server +3.0 MB; the base image +2 kB, another build of Debian GNU/Linux 12 (bookworm)',
    zh: '压缩后 +3.0 MB（+3.8 %）：/server +3.0 MB；基础镜像 +2 kB（Debian GNU/Linux 12 (bookworm) 的另一个构建）',
  },
  {
    name: 'from nothing to a distribution',
    from: 10_000_000,
    measure: 'fileBytes',
    evidence: { change: 75_000_000, base: { a: 'scratch', b: debian12, bytes: 75_000_000 }, files: [] },
    en: '+75.0 MB of files (+750.0 %): the base image Debian GNU/Linux 12 (bookworm) +75.0 MB, new',
    zh: '文件总大小 +75.0 MB（+750.0 %）：新用了基础镜像 Debian GNU/Linux 12 (bookworm) +75.0 MB',
  },
  {
    name: 'from a distribution to nothing',
    from: 85_000_000,
    measure: 'fileBytes',
    evidence: { change: -75_000_000, base: { a: debian12, b: 'scratch', bytes: -75_000_000 }, files: [] },
    en: '−75.0 MB of files (−88.2 %): the base image Debian GNU/Linux 12 (bookworm) −75.0 MB, removed',
    zh: '文件总大小 −75.0 MB（−88.2 %）：不再使用基础镜像 Debian GNU/Linux 12 (bookworm) −75.0 MB',
  },
  {
    name: 'a smaller base image, and a program that grew',
    from: 90_000_000,
    measure: 'fileBytes',
    evidence: {
      change: 6_000_000,
      base: { a: debian12, b: null, bytes: -4_000_000 },
      files: [file('/server', 10_000_000)],
    },
    en: '+6.0 MB of files (+6.7 %): /server +10.0 MB; another base image −4.0 MB',
    zh: '文件总大小 +6.0 MB（+6.7 %）：/server +10.0 MB；换了基础镜像 −4.0 MB',
  },
  {
    name: 'a file that replaces another',
    from: 50_000_000,
    evidence: {
      change: 1_000_000,
      files: [added('/srv/new.bin', 9_000_000), removed('/opt/old.bin', -8_000_000)],
    },
    en: '+1.0 MB compressed (+2.0 %): /srv/new.bin +9.0 MB, new; /opt/old.bin −8.0 MB, removed',
    zh: '压缩后 +1.0 MB（+2.0 %）：/srv/new.bin +9.0 MB（新增）；/opt/old.bin −8.0 MB（移除）',
  },
  {
    name: 'copied, then removed',
    from: 10_000_000,
    measure: 'fileBytes',
    evidence: {
      change: 100_000_000,
      files: [file('/tmp/cache.tar', 0, { hidden: 100_000_000, step: 'RUN rm /tmp/cache.tar' })],
    },
    en: '+100.0 MB of files (×11): /tmp/cache.tar +100.0 MB, which `RUN rm /tmp/cache.tar` removes and the image still stores',
    zh: '文件总大小 +100.0 MB（×11）：/tmp/cache.tar +100.0 MB，已被 `RUN rm /tmp/cache.tar` 删除，但镜像中仍存有它',
  },
  {
    name: 'copied, then removed, and no more',
    from: 110_000_000,
    measure: 'fileBytes',
    evidence: {
      change: -100_000_000,
      files: [file('/tmp/cache.tar', 0, { hidden: -100_000_000, step: 'RUN rm /tmp/cache.tar' })],
    },
    en: '−100.0 MB of files (−90.9 %): /tmp/cache.tar −100.0 MB, which was stored though a later step removed it',
    zh: '文件总大小 −100.0 MB（−90.9 %）：/tmp/cache.tar −100.0 MB，此前虽被后面的步骤删除，镜像中仍存有它',
  },
  {
    name: 'only modes',
    from: 10_000_000,
    evidence: { change: 0, files: [], metadataFiles: 12, layers: [layer('RUN chmod -R a+r /app', 0)] },
    en: 'The size is the same: only owners, modes or links of 12 files differ',
    zh: '大小相同：只有 12 个文件的属主、权限或链接不同',
  },
  {
    name: 'the mode of one file',
    from: 10_000_000,
    evidence: { change: 12, files: [], metadataFiles: 1, layers: [layer('COPY server /', 0)] },
    en: '+12 B compressed (<0.1 %): only the owner, mode or link of one file differs',
    zh: '压缩后 +12 B（<0.1 %）：只有 1 个文件的属主、权限或链接不同',
  },
  {
    name: 'only times',
    from: 10_000_000,
    evidence: { change: 7, files: [], layers: [layer('COPY server /', 0)] },
    en: '+7 B compressed (<0.1 %): the files are the same; the layers differ only in times or in how they are divided',
    zh: '压缩后 +7 B（<0.1 %）：文件完全相同，各层仅在时间或划分方式上不同',
  },
  {
    name: 'the same image',
    from: 10_000_000,
    evidence: { change: 0, same: 'image' },
    en: 'Both are the same image',
    zh: '两者是同一个镜像',
  },
  {
    name: 'other variables',
    from: 10_000_000,
    evidence: { change: 42, same: 'layers', config: ['ENV', 'LABEL', 'USER'] },
    en: '+42 B compressed (<0.1 %): the layers are the same; only the configuration differs: ENV, LABEL and USER',
    zh: '压缩后 +42 B（<0.1 %）：各层完全相同，只有配置不同：ENV、LABEL、USER',
  },
  {
    name: 'the same layers, and nothing else is known to differ',
    from: 10_000_000,
    measure: 'fileBytes',
    evidence: { change: 0, same: 'layers', config: [] },
    en: 'The size is the same: the layers are the same',
    zh: '大小相同：各层完全相同',
  },
  {
    name: 'another platform',
    from: 10_000_000,
    evidence: {
      change: -200_000,
      platform: { a: 'linux/amd64', b: 'linux/arm64' },
      files: [file('/server', -200_000)],
    },
    en: '−200 kB compressed (−2.0 %): built for linux/arm64 instead of linux/amd64; /server −200 kB',
    zh: '压缩后 −200 kB（−2.0 %）：构建目标由 linux/amd64 改为 linux/arm64；/server −200 kB',
  },
  {
    name: 'another stage of a Dockerfile',
    from: 10_000_000,
    evidence: {
      change: 3_000_000,
      stage: { a: 'server', b: 'debug' },
      files: [added('/usr/local/bin/dlv', 3_000_000)],
    },
    en: '+3.0 MB compressed (+30.0 %): built from the stage debug instead of server; /usr/local/bin/dlv +3.0 MB, new',
    zh: '压缩后 +3.0 MB（+30.0 %）：构建阶段由 server 改为 debug；/usr/local/bin/dlv +3.0 MB（新增）',
  },
  {
    name: 'two programs',
    from: 10_000_000,
    evidence: {
      change: 5_000_000,
      programs: { a: 'example.com/shop', b: 'example.com/mailer' },
      files: [removed('/shop', -9_000_000), added('/mailer', 14_000_000)],
    },
    en: '+5.0 MB compressed (+50.0 %): two different programs, example.com/shop and example.com/mailer; /mailer +14.0 MB, new; /shop −9.0 MB, removed',
    zh: '压缩后 +5.0 MB（+50.0 %）：这是两个不同的程序：example.com/shop 与 example.com/mailer；/mailer +14.0 MB（新增）；/shop −9.0 MB（移除）',
  },
  {
    name: 'of the same size, and other files',
    from: 10_000_000,
    evidence: { change: 0, files: [file('/app/index.html', 0)] },
    en: 'The size is the same: /app/index.html differs',
    zh: '大小相同：/app/index.html 的内容不同',
  },
  {
    name: 'not read: one layer explains most',
    from: 100_000_000,
    measure: 'fileBytes',
    evidence: {
      change: 12_400_000,
      ...unread,
      layers: [
        layer('COPY /out/server /usr/local/bin/', 10_400_000),
        layer('RUN apt-get install -y curl', 2_000_000),
      ],
    },
    en: '+12.4 MB of files (+12.4 %): 84 % from the layer of `COPY /out/server /usr/local/bin/`; which files differ is not known, because neither was read',
    zh: '文件总大小 +12.4 MB（+12.4 %）：84 % 来自 `COPY /out/server /usr/local/bin/` 这一层；不清楚哪些文件有差别，因为两者都尚未读取',
  },
  {
    name: 'not read: only one layer differs',
    from: 100_000_000,
    evidence: {
      change: 4_000,
      ...unread,
      unread: 'b',
      layersCountAlike: false,
      layers: [layer('COPY server /', 8192)],
    },
    en: '+4 kB compressed (<0.1 %): the layer of `COPY server /`; which files differ is not known, because B was not read',
    zh: '压缩后 +4 kB（<0.1 %）：`COPY server /` 这一层；不清楚哪些文件有差别，因为尚未读取 B',
  },
  {
    name: 'not read: layers count other bytes than the headline',
    from: 100_000_000,
    evidence: {
      change: 4_000,
      ...unread,
      layersCountAlike: false,
      layers: [layer('COPY server /', 8192), layer('RUN make', 4096)],
    },
    en: '+4 kB compressed (<0.1 %): the layer of `COPY server /`; which files differ is not known, because neither was read',
    zh: '压缩后 +4 kB（<0.1 %）：`COPY server /` 这一层；不清楚哪些文件有差别，因为两者都尚未读取',
  },
  {
    name: 'a step that removes files, which stay in the image',
    from: 100_000_000,
    measure: 'fileBytes',
    evidence: {
      change: 9,
      files: [
        file('/var/lib/dpkg/status', 9),
        ...many('/usr/share/locale', 177, -50_000, 'removed').map((part) => ({
          ...part,
          hidden: 50_000,
          step: 'RUN rm -r /usr/share/locale',
        })),
      ],
    },
    en: '+9 B of files (<0.1 %): /var/lib/dpkg/status +9 B; 8.9 MB of 177 files that `RUN rm -r /usr/share/locale` removes are still stored',
    zh: '文件总大小 +9 B（<0.1 %）：/var/lib/dpkg/status +9 B；`RUN rm -r /usr/share/locale` 删除的 177 个文件（8.9 MB）仍存于镜像中',
  },
  {
    name: 'not read: another base image',
    from: 100_000_000,
    measure: 'fileBytes',
    evidence: {
      change: 4_000_000,
      ...unread,
      base: { a: null, b: null, bytes: 4_000_000 },
      layers: [layer('COPY server /', 0)],
    },
    en: '+4.0 MB of files (+4.0 %): another base image +4.0 MB; which files differ is not known, because neither was read',
    zh: '文件总大小 +4.0 MB（+4.0 %）：换了基础镜像 +4.0 MB；不清楚哪些文件有差别，因为两者都尚未读取',
  },
  {
    name: 'sizes that count different things',
    from: 0,
    evidence: {
      change: null,
      ...unread,
      unread: 'a',
      layersCountAlike: false,
      layers: [layer('RUN a', null), layer('RUN b', null)],
    },
    en: 'The sizes cannot be compared: which files differ is not known, because A was not read',
    zh: '大小无法比较：不清楚哪些文件有差别，因为尚未读取 A',
  },
];
