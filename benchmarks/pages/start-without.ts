import { startUp } from './start-up';

await startUp();
