import { afterEach, beforeAll, vi } from 'vitest';
import { loadPageTexts, startTexts } from '#shared/i18n/index.ts';
import { queries } from '#shared/queries.ts';
import { forgetAnswers } from './host.ts';
import '../app/styles.css';

// No host answers in these tests; each says itself what one would answer (`answer` in host.ts).
vi.mock('#shared/client.ts', () => import('./client.ts'));

beforeAll(async () => {
  await startTexts('en');
  await loadPageTexts();
});

afterEach(() => {
  queries.clear();
  forgetAnswers();
});
