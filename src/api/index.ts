export { type Api, createApi } from './api.ts';
export { createLocalClient, type LocalClient } from './local-client.ts';
export { toFailure } from './to-failure.ts';
