import type { Program } from './program';
import { AWAY_PROGRAMS } from './programs/away-programs';
import { CHANNEL_PROGRAMS } from './programs/channel-programs';
import { LEAVING_PROGRAMS } from './programs/leaving-programs';
import { LOCK_PROGRAMS } from './programs/lock-programs';
import { STORAGE_PROGRAMS } from './programs/storage-programs';

export const PROGRAMS: readonly Program[] = [
  ...STORAGE_PROGRAMS,
  ...CHANNEL_PROGRAMS,
  ...LOCK_PROGRAMS,
  ...LEAVING_PROGRAMS,
  ...AWAY_PROGRAMS,
];
