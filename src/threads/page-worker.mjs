// Starts `page-worker.ts` where the sources run as they are, as in tests: a thread does not inherit what reads TypeScript there.
import { register } from 'tsx/esm/api';

register();
await import('./page-worker.ts');
