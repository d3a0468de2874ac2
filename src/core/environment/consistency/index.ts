export { compareShells } from './consistency.ts';
export { goIn } from './which-go.ts';
