import busboy from 'busboy';
import type { Request } from 'express';
import { type FieldProblem, invalidRequest } from '#libs/kernel';
import { bodyBrokenOff, LARGEST_BYTES, type Upload } from '#libs/media';
import { ALT_TEXT_CHARACTERS } from './dto/media-requests.dto.js';

/** A form has one file and one text; a few more parts are listed by name, and the rest is not read. */
const MOST_PARTS = 10;

/**
 * Reads `multipart/form-data` as it comes: answers when the file begins, whose bytes are then still on their way. What is
 * wrong with the other parts, some of which come after it, is told when its `altText` is asked for.
 */
export function readUploadForm(request: Request): Promise<Upload> {
  return new Promise((resolve, reject) => {
    const form = openForm(request);
    const parts = new FormParts();
    const ended = new Promise<void>((done) => form.once('close', done));
    form.on('field', (name, value, { valueTruncated }) => parts.addText(name, value, valueTruncated));
    form.on('file', (name, stream, { mimeType, filename }) => {
      if (!parts.addFile(name)) return void stream.resume();
      const altText = async (): Promise<string | null> => {
        await ended;
        return parts.altText();
      };
      resolve({ bytes: bytesOf(stream), mimeType, ...(filename && { name: unquoted(filename) }), altText });
    });
    form.once('error', () => parts.breakOff());
    form.once('close', () => reject(parts.withoutFile()));
    request.once('close', () => request.complete || form.destroy(bodyBrokenOff()));
    request.pipe(form);
  });
}

class FormParts {
  private readonly problems: FieldProblem[] = [];
  private text: string | null = null;
  private hasFile = false;
  private isBroken = false;

  /** @returns whether this is the file */
  addFile(name: string): boolean {
    if (name !== 'file') this.add(name, 'unknown-field', 'is not known here; the file is in the part `file`');
    else if (this.hasFile) this.add('file', 'too-many', 'is there more than once; upload one file at a time');
    else {
      this.hasFile = true;
      return true;
    }
    return false;
  }

  addText(name: string, value: string, isCut: boolean): void {
    if (name === 'file') this.add('file', 'not-a-file', 'must be a file: its part needs a filename');
    else if (name !== 'altText') this.add(name, 'unknown-field', 'is not known here');
    else if (isCut || [...value].length > ALT_TEXT_CHARACTERS) {
      this.add('altText', 'too-long', `must have at most ${ALT_TEXT_CHARACTERS} characters`);
    } else if (value.includes('\0')) this.add('altText', 'not-allowed', 'has characters that are not allowed here');
    else this.text = value.trim() || null;
  }

  breakOff(): void {
    this.isBroken = true;
  }

  altText(): string | null {
    if (this.isBroken) throw bodyBrokenOff();
    if (this.problems.length > 0) throw invalidRequest(this.problems);
    return this.text;
  }

  withoutFile(): Error {
    if (this.isBroken) return bodyBrokenOff();
    const missing = { field: 'file', code: 'required', message: 'is missing: send the file as the part `file`' };
    return invalidRequest(this.problems.length > 0 ? this.problems : [missing]);
  }

  private add(field: string, code: string, message: string): void {
    this.problems.push({ field: field.slice(0, 100), code, message });
  }
}

/** As browsers write what would end the header. https://html.spec.whatwg.org/multipage/form-control-infrastructure.html#multipart-form-data */
function unquoted(name: string): string {
  return name.replaceAll('%22', '"').replaceAll(/%0[DA]/g, ' ');
}

function openForm({ headers }: Request) {
  try {
    return busboy({
      headers,
      defParamCharset: 'utf8',
      // One byte more than is taken, so that whoever counts sees that it is too much.
      limits: {
        parts: MOST_PARTS,
        fileSize: LARGEST_BYTES + 1,
        fieldSize: ALT_TEXT_CHARACTERS * 4,
        fieldNameSize: 200,
      },
    });
  } catch {
    throw bodyBrokenOff();
  }
}

/** Whoever stops reading lets the rest go by: a part that nobody reads would hold up the form, and with it the answer. */
async function* bytesOf(stream: NodeJS.ReadableStream): AsyncGenerator<Buffer> {
  const readable = stream as import('node:stream').Readable;
  try {
    yield* readable.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>;
  } catch {
    throw bodyBrokenOff();
  } finally {
    readable.resume();
  }
}
