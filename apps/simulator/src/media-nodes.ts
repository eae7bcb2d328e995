import type { GraphRequest } from './graph-api.js';
import { GraphFailure, unknownObject } from './graph-error.js';
import { jsonReply, type Reply } from './http-reply.js';
import type { MediaFaults } from './media-faults.js';
import type { MediaFile, MediaFiles } from './media-files.js';

/** `GET` and `DELETE /{media}`. */
export class MediaNodes {
  constructor(
    private readonly files: MediaFiles,
    private readonly faults: MediaFaults,
  ) {}

  /** Undefined when there is no file with this id. */
  answer({ method, url, host }: GraphRequest, id: string, token: string): Reply | undefined {
    const file = this.files.find(id);
    if (!file) return undefined;
    if (file.number.waba.accessToken !== token) throw new GraphFailure(10);
    const guard = new URL(url, `http://${host}`).searchParams.get('phone_number_id');
    if (guard !== null && guard !== file.number.id) throw unknownObject(method, id);
    if (method === 'DELETE') {
      this.files.delete(id);
      return jsonReply(200, { success: true });
    }
    return method === 'GET' ? this.describe(file, host) : undefined;
  }

  private describe(file: MediaFile, host: string): Reply {
    const fault = this.faults.next('describe');
    if (fault) throw new GraphFailure(fault.code, { httpStatus: fault.httpStatus });
    return jsonReply(200, {
      messaging_product: 'whatsapp',
      url: this.files.urlOf(file, host),
      mime_type: file.mimeType,
      sha256: file.sha256.toString('hex'),
      file_size: String(file.bytes.length),
      id: file.id,
    });
  }
}
