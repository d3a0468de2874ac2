export { type Api, createApi, freshen } from './api.ts';
export { hostSystem } from './host-system.ts';
export { clientOf, createLocalClient, type LocalClient } from './local-client.ts';
export { logBug } from './log.ts';
export { type PlainPage, plainPage } from './plain-page.ts';
export { isRequestMessage } from './request-message.ts';
export { toFailure } from './to-failure.ts';
export { uiFile, uiFolder } from './ui-files.ts';
export { uiPolicy } from './ui-policy.ts';
