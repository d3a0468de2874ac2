import { describe, expect, it } from 'vitest';
import { failure } from '#contract/failure';
import { sayError } from './failure.ts';

describe('sayError', () => {
  it('says a failure in either language, with its parameters', () => {
    const thrown = failure('file.not-found', { path: '/x' });
    expect(sayError(thrown, 'en').message).toContain('/x');
    expect(sayError(thrown, 'zh-CN').message).toContain('/x');
    expect(sayError(thrown, 'zh-CN')).not.toEqual(sayError(thrown, 'en'));
  });

  it('shows the words of a bug', () => {
    expect(sayError(new Error('boom'), 'en').message).toContain('boom');
  });
});
