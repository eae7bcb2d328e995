import { accessToken } from './access-token.js';
import { currentAgencyId } from './client.js';
import { OfflineError, toApiError } from './problem.js';
import { noteUse } from './session-use.js';

export interface UploadOptions {
  /** From 0 to 1. */
  onProgress: (done: number) => void;
  signal: AbortSignal;
}

/** Sends a form with a file and tells how far it is, which `fetch` cannot. Throws an ApiError like every other request. */
export async function uploadFile<T>(path: string, form: FormData, { onProgress, signal }: UploadOptions): Promise<T> {
  const token = await accessToken();
  const request = new XMLHttpRequest();
  request.open('POST', path);
  request.responseType = 'json';
  request.setRequestHeader('Authorization', `Bearer ${token}`);
  request.setRequestHeader('Belfry-CSRF', '1');
  request.setRequestHeader('Belfry-Agency', currentAgencyId() ?? '');
  request.upload.addEventListener('progress', ({ loaded, total }) => onProgress(total === 0 ? 0 : loaded / total));
  signal.addEventListener('abort', () => request.abort());
  return new Promise<T>((resolve, reject) => {
    const lost = () => reject(new OfflineError());
    request.addEventListener('error', lost);
    request.addEventListener('abort', lost);
    request.addEventListener('load', () => {
      noteUse();
      const body: unknown = request.response;
      if (request.status < 300) resolve(body as T);
      else reject(toApiError(new Response(null, { status: request.status }), body));
    });
    request.send(form);
  });
}
