import { DomainError, invalidRequest, toWireId, type Uuid } from '#libs/kernel';
import type { MediaState } from './media.js';
import { ACCEPTED_EXTENSIONS, type MediaKind, type SendableKind, sizeWords } from './media-rules.js';

function refusal(code: string, field: string, detail: string, httpStatus = 422): DomainError {
  return new DomainError(code, { httpStatus, detail, errors: [{ field, code, message: detail }] });
}

export function mediaUnknown(id: Uuid, field: string): DomainError {
  return refusal('media-unknown', field, `There is no file ${toWireId('media', id)}. Upload it first.`);
}

const NOT_CLEAN: Readonly<Record<Exclude<MediaState, 'clean'>, string>> = {
  receiving: 'is still being received. Try again in a moment.',
  scanning: 'is still being checked for viruses. Try again in a moment.',
  quarantined: 'is quarantined: the virus scanner objects to it. Upload another file.',
  refused: 'was refused and cannot be sent. Upload another file.',
  removed: 'was removed. Upload it again.',
};

export function mediaNotClean(id: Uuid, state: Exclude<MediaState, 'clean'>, field: string): DomainError {
  return refusal('media-not-clean', field, `The file ${toWireId('media', id)} ${NOT_CLEAN[state]}`);
}

export function mediaWrongKind(id: Uuid, kind: MediaKind | null, wanted: SendableKind, field: string): DomainError {
  const needs = wanted === 'voice' ? 'voice message needs OGG audio with one voice in Opus' : `${wanted} is needed`;
  return refusal('media-wrong-kind', field, `The file ${toWireId('media', id)} is of kind ${kind}; ${needs}.`);
}

export function mediaTooLarge(field: string, limitBytes: number, what: string): DomainError {
  return refusal('media-too-large', field, `${what} may have at most ${sizeWords(limitBytes)}.`, 413);
}

export function mediaTypeRefused(field: string, found: string | null): DomainError {
  const what = found === null ? 'The content is of no known type' : `The content is ${found}`;
  return refusal('media-type-refused', field, `${what}; WhatsApp takes ${ACCEPTED_EXTENSIONS}.`, 415);
}

/** `why` is a part of a sentence: `it is 96-bit`. */
export function mediaForm(field: string, why: string): DomainError {
  return refusal('media-form-refused', field, `WhatsApp would not show this file: ${why}.`);
}

export function mediaTruncated(field: string): DomainError {
  return refusal('media-truncated', field, 'The file is damaged or ends too early. Export or download it again.');
}

export function mediaEmpty(field: string): DomainError {
  return refusal('media-empty', field, 'The file is empty.');
}

export function mediaInfected(field: string): DomainError {
  return refusal(
    'media-infected',
    field,
    'The virus scanner objects to this file. It is quarantined, never served and never sent.',
  );
}

export function uploadFault(field: string, code: string, message: string): DomainError {
  return invalidRequest([{ field, code, message }]);
}

export function urlNotFetched(why: string): DomainError {
  return refusal('media-url-not-fetched', 'url', `The file could not be fetched: ${why}.`);
}

export function mediaInUse(uses: number): DomainError {
  return new DomainError('media-in-use', {
    httpStatus: 409,
    detail: `The file stands in ${uses} ${uses === 1 ? 'place' : 'places'}. Take it out there first.`,
  });
}

export function linkInvalid(): DomainError {
  return new DomainError('link-invalid', {
    httpStatus: 404,
    detail: 'This link has expired or was never valid. Ask for a new one.',
  });
}

export function rangeNotSatisfiable(): DomainError {
  return new DomainError('range-not-satisfiable', { httpStatus: 416, detail: 'The file has no such range of bytes.' });
}

export function storageUnavailable(): DomainError {
  return new DomainError('media-storage-unavailable', {
    httpStatus: 503,
    detail: 'Files cannot be stored at the moment. Try again shortly.',
    retryAfterSeconds: 5,
    logLevel: 'error',
  });
}

export function handleRefused(detail: string): DomainError {
  return new DomainError('media-handle-refused', { httpStatus: 502, detail });
}

export function handleTypeRefused(mimeType: string | null): DomainError {
  const detail = `A header or a profile picture is jpg, png, mp4 or pdf, and this file is ${mimeType}.`;
  return refusal('media-wrong-kind', 'mediaId', detail);
}

export function bodyBrokenOff(): DomainError {
  return new DomainError('body-unreadable', {
    httpStatus: 400,
    detail: 'The body ended early or is no multipart/form-data.',
  });
}
