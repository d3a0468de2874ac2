import { expect, it } from 'vitest';
import { describeFailure, failure } from '../failure.ts';

const attempt = (source: string, problem: string) => ({ source, problem });

it('no network is said as such, with the other sources as the way on', () => {
  const attempts = [
    attempt('https://go.dev/dl', 'getaddrinfo ENOTFOUND go.dev'),
    attempt('GOPROXY', 'getaddrinfo EAI_AGAIN p'),
  ];
  const failed = failure('source.none-delivered', { what: 'go1.26.1', attempts });
  expect(describeFailure(failed, 'en')).toEqual({
    message:
      'No network: go1.26.1 could not be downloaded, because no name can be resolved (https://go.dev/dl, GOPROXY).',
    hint: 'Check the network, or choose another source: `--from proxy`, a mirror (aliyun, hust, nju, ustc), or an address or a file that you can reach.',
  });
  expect(describeFailure(failed, 'zh-CN').message).toContain('没有网络');
});

it('what each source answered is said in words', () => {
  const attempts = [
    attempt('https://go.dev/dl', 'HTTP 502'),
    attempt('GOPROXY', 'getaddrinfo ENOTFOUND p.corp'),
  ];
  const failed = failure('source.none-delivered', { what: 'go1.26.1', attempts });
  expect(failed.message).toBe(
    'No source could deliver go1.26.1: https://go.dev/dl (HTTP 502); GOPROXY (the name p.corp cannot be resolved).',
  );
});

it('the addresses of engines that were tried are details', () => {
  const said = describeFailure(
    failure('engine.not-running', { tried: ['unix:///a', 'unix:///b'], product: null }),
    'en',
  );
  expect(said.message).toBe('No container engine is running.');
  expect(said.details).toEqual(['No answer at unix:///a', 'No answer at unix:///b']);
});
