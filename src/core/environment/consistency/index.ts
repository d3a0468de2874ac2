export { compareShells } from './consistency.ts';
