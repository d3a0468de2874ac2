export { enterLoaderData } from './loader-data.ts';
