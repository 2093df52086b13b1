import { newGuid } from '../request/guid';

const PREFIX = 'end-session.';

/** A name for one holder of the lock `name`: a lock that is being released, or its key, is never taken for a new one. */
export function holderOf(name: string): string {
  return `${name}#${newGuid()}`;
}

/** The lock that a holder's name is about; `null` when it is none of this library. */
export function lockOf(holder: string): string | null {
  const [name = '', id] = holder.split('#');
  return name.startsWith(PREFIX) && id !== undefined ? name : null;
}
