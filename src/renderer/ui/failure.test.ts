import { describe, expect, it } from 'vitest';
import { failure } from '#contract/failure';
import { describeError } from './failure.ts';

describe('describeError', () => {
  it('describes a failure in either language, with its parameters', () => {
    const thrown = failure('file.not-found', { path: '/x' });
    expect(describeError(thrown, 'en').message).toContain('/x');
    expect(describeError(thrown, 'zh-CN').message).toContain('/x');
    expect(describeError(thrown, 'zh-CN')).not.toEqual(describeError(thrown, 'en'));
  });

  it('shows the message of any other error', () => {
    expect(describeError(new Error('boom'), 'en').message).toContain('boom');
  });
});
