export { measureProxies } from './measure.ts';
export { routeOf } from './route.ts';
export { moduleRoute, moduleVariables, proxySettings } from './settings.ts';
export { testProxies } from './test-list.ts';
