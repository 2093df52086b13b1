import { readFileSync } from 'node:fs';

/** @type {Promise<void> | undefined} */
let asked;

/**
 * Resolves when this process is to end: Ctrl-C, a closed terminal, `kill`, or npm is gone.
 * From the first call on, those do not end the process by themselves any more.
 */
export function untilAskedToStop() {
  asked =
    asked ||
    new Promise((resolve) => {
      for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => resolve());
      whenOrphaned(resolve);
    });
  return asked;
}

/**
 * A script of npm may not hear of it when npm is ended: it only gets other ancestors.
 * @param {() => void} act
 */
function whenOrphaned(act) {
  if (process.env['npm_lifecycle_event'] === undefined) return;
  const before = ancestors();
  setInterval(() => {
    if (ancestors() !== before) act();
  }, 1000).unref();
}

/** The parent; and its parent, where that is a shell that only waits for this process. */
function ancestors() {
  const [name, parent] = processStatus(process.ppid);
  return name === 'sh' ? `${process.ppid} ${parent}` : `${process.ppid}`;
}

/**
 * @param {number} pid
 * @returns {(string | undefined)[]} its name and its parent; nothing on systems other than Linux
 */
function processStatus(pid) {
  try {
    const status = readFileSync(`/proc/${pid}/status`, 'utf8');
    return [/^Name:\s+(.*)$/m, /^PPid:\s+(.*)$/m].map((field) => field.exec(status)?.[1]);
  } catch {
    return [];
  }
}
