import { expect, it } from 'vitest';
import type { Comparison } from '#contract/comparison';
import { comparisonCsv } from '#contract/report/csv';
import { comparisonMarkdown } from '#contract/report/markdown';
import { comparisonExample, hostileName } from '#testing/example-comparison';
import { readImageExample } from '#testing/example-images';
import { compareImages } from './images/index.ts';
import { htmlReport } from './report/index.ts';

/** Two images in which everything that can have a name has this one. */
function compared(name: string): Comparison {
  const packages = (version: string) => [{ name, version, arch: null, bytes: 1000 }];
  const config = { user: name, workingDir: '', entrypoint: [name], cmd: [], labels: {}, exposedPorts: [] };
  const a = readImageExample(
    [
      [`RUN ${name}`, 'a=1'],
      [`COPY ${name} /`, `${name}=1`],
    ],
    {
      packages: packages('1'),
      config: { ...config, env: [`A=${name}`] },
    },
  );
  const b = readImageExample(
    [
      [`RUN ${name}`, 'a=1'],
      [`COPY ${name} /`, `${name}=22`],
      [`RUN rm ${name}`, `!${name}`],
    ],
    {
      packages: packages(name),
      config: { ...config, env: ['A=1'] },
    },
  );
  return comparisonExample(
    { ...compareImages(a, b), modules: [], moves: [], packages: [], buckets: [] },
    name,
  );
}

it('has the verdict, the layers as bars, and a table for each kind of what differs', () => {
  const report = htmlReport(compared('server'), 'en');
  const order = [
    'class="verdict"',
    '<td class="layers">',
    '>COPY server /<',
    'Files that differ',
    '>/server ',
    'Packages of',
    'ENV A',
  ];
  const found = order.map((each) => report.indexOf(each));
  expect(Math.min(...found)).toBeGreaterThan(0);
  const markdown = comparisonMarkdown(compared('server'), 'zh-CN');
  for (const title of [
    '| 层 |',
    '| 有差别的文件 |',
    '| 存有但看不到的文件 |',
    '| 发行版软件包 |',
    '| 配置 |',
  ]) {
    expect(markdown).toContain(title);
  }
  expect(comparisonCsv(compared('server')).split('\r\n')).toEqual([
    'kind,name,how,bytes_a,bytes_b,change',
    'layer,COPY server /,changed,1,2,1',
    'file,/server,removed,1,,-1',
    '',
  ]);
});

it('shows hostile names as text everywhere', () => {
  const hostile = compared(hostileName.replaceAll(/[=>]/g, '!'));
  const report = htmlReport(hostile, 'en');
  const elements = [...report.matchAll(/<\/?([a-z0-9]+)/gi)].map(([, name]) => name?.toLowerCase());
  expect(elements).not.toContain('img');
  expect(elements).not.toContain('script');
  expect(report).not.toContain('\u001B');
  const markdown = comparisonMarkdown(hostile, 'en');
  expect(markdown).not.toMatch(/<(?!\/?code>)|\]\(|@team|https:/);
  expect(markdown).not.toContain('\u001B');
});
