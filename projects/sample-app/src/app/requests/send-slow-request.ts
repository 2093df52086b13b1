import {
  type HttpClient,
  type HttpEvent,
  HttpEventType,
  type HttpProgressEvent,
} from '@angular/common/http';
import { filter, interval, map, type Observable, of, retry, startWith, switchMap } from 'rxjs';

/** A request that takes its time: for its answer, to be sent, or to be received. */
export type SlowRequestKind = 'answer' | 'upload' | 'stream';

/** How long the API takes when it is not told. */
const SECONDS = 10;

/** Much more than the buffers on the way hold, or it would all be sent at once. */
const UPLOAD = { parts: 64, partBytes: 1024 * 1024 };

/**
 * Sends a slow request to the API at `url`.
 * @returns emits how much of it is done, in percent, and completes with the answer; unsubscribing cancels it
 */
export function sendSlowRequest(
  http: HttpClient,
  url: string,
  kind: SlowRequestKind,
): Observable<number> {
  const options = { observe: 'events', reportProgress: true, responseType: 'text' } as const;
  switch (kind) {
    case 'answer':
      return http.get(`${url}/slow`).pipe(
        // A lost connection is tried again; a sign-out is not a lost connection.
        retry(2),
        map(() => of(100)),
        startWith(elapsed()),
        switchMap((progress$) => progress$),
      );
    case 'upload':
      return http
        .post(`${url}/upload`, largeBody(), options)
        .pipe(progressOf(HttpEventType.UploadProgress));
    case 'stream':
      return http.get(`${url}/stream`, options).pipe(progressOf(HttpEventType.DownloadProgress));
  }
}

/** There is no progress before an answer: time has to do. */
function elapsed(): Observable<number> {
  const steps = SECONDS * 10;
  return interval(100).pipe(map((tick) => Math.min(((tick + 1) / steps) * 100, 99)));
}

function progressOf(type: HttpEventType.UploadProgress | HttpEventType.DownloadProgress) {
  return (events$: Observable<HttpEvent<unknown>>): Observable<number> =>
    events$.pipe(
      filter((event): event is HttpProgressEvent => event.type === type),
      map(({ loaded, total = loaded }) => (loaded / total) * 100),
    );
}

function largeBody(): Blob {
  const part = new Uint8Array(UPLOAD.partBytes);
  return new Blob(Array.from({ length: UPLOAD.parts }, () => part));
}
