export { measureProxies } from './measure.ts';
export { modulePathOf, routeOf } from './route.ts';
export { moduleVariables, proxySettings } from './settings.ts';
export { testProxies } from './test-list.ts';
