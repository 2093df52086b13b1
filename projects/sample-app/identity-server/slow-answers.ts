import type { IncomingMessage, ServerResponse } from 'node:http';
import { setTimeout } from 'node:timers/promises';
import { sendJson } from './json-response';

/** The environment may give a busy machine more time to sign out under a request. */
const DEFAULT_SECONDS = Number(process.env['SLOW_SECONDS'] ?? 10);
const MAX_SECONDS = 30;
const LINE = 'Still more to come.\n';
const LINES_PER_SECOND = 10;

/** How long an answer is to take: what the query asks for, within reason. */
export function askedSeconds(searchParams: URLSearchParams): number {
  const asked = Number.parseFloat(searchParams.get('seconds') ?? '');
  return Number.isNaN(asked) ? DEFAULT_SECONDS : Math.min(Math.max(asked, 0), MAX_SECONDS);
}

/** Waits, then answers. */
export async function answerSlowly(
  response: ServerResponse,
  seconds: number,
  body: object,
): Promise<void> {
  if (await wait(response, seconds)) sendJson(response, 200, { ...body, seconds });
}

/**
 * Reads the body of the request in small helpings, then answers how much it was.
 *
 * That the client has left is noticed only behind what it had sent by then.
 */
export async function readSlowly(
  request: IncomingMessage,
  response: ServerResponse,
  seconds: number,
): Promise<void> {
  const total = Number(request.headers['content-length']);
  const startedAt = performance.now();
  let received = 0;
  try {
    for await (const chunk of request as AsyncIterable<Buffer>) {
      received += chunk.length;
      const elapsed = (performance.now() - startedAt) / 1000;
      if (!(await wait(response, (received / total) * seconds - elapsed))) return;
    }
  } catch {
    // The client has left; there is nobody to answer.
    return;
  }
  sendJson(response, 200, { received });
}

/** Answers line by line. */
export async function streamSlowly(response: ServerResponse, seconds: number): Promise<void> {
  const lines = Math.round(seconds * LINES_PER_SECOND);
  response.writeHead(200, {
    'Content-Type': 'text/plain; charset=utf-8',
    'Content-Length': lines * LINE.length,
    'Cache-Control': 'no-store',
    // Without it browsers wait for more lines, to guess what they are.
    'X-Content-Type-Options': 'nosniff',
  });
  for (let line = 0; line < lines; line++) {
    response.write(LINE);
    if (!(await wait(response, 1 / LINES_PER_SECOND))) return;
  }
  response.end();
}

/** Whether the client is still there after that time; does not wait for nobody. */
async function wait(response: ServerResponse, seconds: number): Promise<boolean> {
  if (response.destroyed) return false;
  const left = new AbortController();
  const leave = () => {
    left.abort();
  };
  response.once('close', leave);
  const waited = await setTimeout(Math.max(seconds * 1000, 0), true, { signal: left.signal }).catch(
    () => false,
  );
  response.off('close', leave);
  return waited;
}
