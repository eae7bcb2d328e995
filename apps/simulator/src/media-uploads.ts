import type { IncomingMessage } from 'node:http';
import busboy from 'busboy';
import { GraphFailure, invalid, missing } from './graph-error.js';
import type { JsonObject } from './json.js';
import type { MediaFiles } from './media-files.js';
import { bareType, MEDIA_TYPES } from './media-types.js';
import type { WorldNumber } from './world.js';

const MOST_BYTES = 100 * 1024 * 1024;

interface Form {
  readonly fields: ReadonlyMap<string, string>;
  readonly file: {
    readonly bytes: Buffer;
    readonly mimeType: string;
    readonly fileName: string | null;
    readonly isCut: boolean;
  } | null;
}

/** `POST /{number}/media`: a form with `messaging_product`, `file` and, if the part says no type, `type`. */
export class MediaUploads {
  constructor(private readonly files: MediaFiles) {}

  async post(number: WorldNumber, request: IncomingMessage): Promise<JsonObject> {
    const { fields, file } = await readForm(request);
    if (fields.get('messaging_product') !== 'whatsapp') throw missing('messaging_product');
    if (!file) throw missing('file');
    const mimeType = bareType(fields.get('type') ?? file.mimeType);
    const type = MEDIA_TYPES.get(mimeType);
    if (!type?.looksRight(file.bytes)) throw wrongType();
    if (file.isCut || file.bytes.length > type.maxBytes) {
      throw new GraphFailure(131053, { details: `A file of type ${mimeType} has at most ${type.maxBytes} bytes.` });
    }
    const { bytes, fileName } = file;
    return { id: this.files.upload({ number, mimeType, fileName, bytes }).id };
  }
}

function wrongType(): GraphFailure {
  const types = [...MEDIA_TYPES.keys()].join(', ');
  return new GraphFailure(100, {
    message: `(#100) Param file must be a file with one of the following types: ${types}.`,
  });
}

function readForm(request: IncomingMessage): Promise<Form> {
  return new Promise((resolve, reject) => {
    const fields = new Map<string, string>();
    let file: Form['file'] = null;
    const form = openForm(request);
    form.on('field', (name, value) => fields.set(name, value));
    form.on('file', (name, stream, { mimeType, filename }) => {
      const pieces: Buffer[] = [];
      stream.on('data', (piece: Buffer) => pieces.push(piece));
      stream.on('close', () => {
        if (name !== 'file') return;
        const isCut = (stream as { truncated?: boolean }).truncated === true;
        file = { bytes: Buffer.concat(pieces), mimeType, fileName: filename ?? null, isCut };
      });
    });
    form.on('close', () => resolve({ fields, file }));
    form.on('error', () => reject(invalid('The body is no multipart/form-data.')));
    request.on('error', reject);
    request.pipe(form);
  });
}

function openForm({ headers }: IncomingMessage) {
  try {
    return busboy({ headers, limits: { fileSize: MOST_BYTES } });
  } catch {
    throw invalid('The body is no multipart/form-data.');
  }
}
