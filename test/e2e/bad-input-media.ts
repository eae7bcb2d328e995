import { aFilm, aPdf, aPixelBomb, aPng, aVoice } from '../support/media-samples.js';
import { type BadRequests, eachValue, invalid, massAssignments } from './bad-input-cases.js';

const VALID = { url: 'https://city.example/opening-hours.png' };
const BOUNDARY = 'a-part-ends-here';
const FORM = { 'content-type': `multipart/form-data; boundary=${BOUNDARY}` };

const part = (name: string, content: string, more = '') =>
  `--${BOUNDARY}\r\ncontent-disposition: form-data; name="${name}"${more}\r\n\r\n${content}\r\n`;
const END = `--${BOUNDARY}--\r\n`;

/** Refused before anything is written down. */
export const MEDIA: BadRequests = {
  route: 'POST /v1/media',
  requests: [
    { name: 'nothing', body: {}, answer: invalid(['url', 'required']) },
    { name: 'a list', body: [VALID], answer: invalid(['body', 'not-an-object']) },
    ...eachValue(VALID, 'url', [5, true, [VALID.url]], 'not-a-string'),
    ...eachValue(VALID, 'url', ['not an address', 'city.example/a.png'], 'not-a-url'),
    ...eachValue(VALID, 'url', ['http://city.example/', 'file:///etc/passwd', 'gopher://city.example/'], 'not-https'),
    ...eachValue(VALID, 'url', ['https://u:p@city.example/', 'https://city.example/#part'], 'has-credentials'),
    ...eachValue(VALID, 'url', ['https://city.example:8443/'], 'port-not-allowed'),
    ...eachValue(
      VALID,
      'url',
      [
        'https://10.0.0.1/',
        'https://169.254.169.254/latest',
        'https://[fd00::1]/',
        'https://0xa000001/',
        'https://inside/',
      ],
      'address-not-allowed',
    ),
    ...eachValue(VALID, 'altText', ['x'.repeat(1001)], 'too-long'),
    ...massAssignments(VALID),
    {
      name: 'a form without a file',
      body: part('altText', 'A form') + END,
      headers: FORM,
      answer: invalid(['file', 'required']),
    },
    {
      name: 'a file in a part of another name',
      body: part('document', 'x', '; filename="x.txt"') + END,
      headers: FORM,
      answer: invalid(['document', 'unknown-field']),
    },
    {
      name: 'a text where the file should be',
      body: part('file', 'x') + END,
      headers: FORM,
      answer: invalid(['file', 'not-a-file']),
    },
    {
      name: 'a form that never ends',
      body: part('altText', 'x'),
      headers: FORM,
      answer: { status: 400, code: 'body-unreadable' },
    },
    {
      name: 'a form without a boundary',
      body: 'x',
      headers: { 'content-type': 'multipart/form-data; x=y' },
      answer: { status: 400, code: 'body-unreadable' },
    },
    {
      name: 'nobody',
      body: part('file', 'x', '; filename="x.txt"') + END,
      headers: FORM,
      asker: 'nobody',
      answer: { status: 401, code: 'authentication-missing' },
    },
    {
      name: 'a key without the right',
      body: VALID,
      asker: 'reader',
      answer: { status: 403, code: 'permission-missing' },
    },
  ],
};

export interface BadFile {
  readonly name: string;
  readonly parts: () => Promise<readonly (readonly [name: string, content: Buffer | string, fileName?: string])[]>;
  readonly status: number;
  readonly code: string;
  /** Field and what the words name. */
  readonly field: string;
  readonly says: RegExp;
}

const file = (content: Buffer | string, fileName = 'file') => [['file', content, fileName]] as const;
const MB = 1024 * 1024;

/** Files that are not what WhatsApp takes; each refusal names the field and the limit. */
export const BAD_FILES: readonly BadFile[] = [
  {
    name: 'a program that calls itself a picture',
    parts: async () => file(Buffer.from('MZ\x90\0\x03\0\0\0\x04\0\0\0\xff\xff', 'latin1'), 'photo.jpg'),
    status: 415,
    code: 'media-type-refused',
    field: 'file',
    says: /jpg, png/,
  },
  {
    name: 'a picture of another kind',
    parts: async () => file(Buffer.from('GIF89a\x01\0\x01\0\0\0\0;', 'latin1')),
    status: 415,
    code: 'media-type-refused',
    field: 'file',
    says: /image\/gif/,
  },
  { name: 'nothing', parts: async () => file(''), status: 422, code: 'media-empty', field: 'file', says: /empty/ },
  {
    name: 'a picture that is too large',
    parts: async () => file(Buffer.concat([await aPng(), Buffer.alloc(5 * MB)])),
    status: 413,
    code: 'media-too-large',
    field: 'file',
    says: /5 MB/,
  },
  {
    name: 'a film that is too large',
    parts: async () => file(aFilm(16 * MB + 1)),
    status: 413,
    code: 'media-too-large',
    field: 'file',
    says: /16 MB/,
  },
  {
    name: 'a picture that would fill all memory',
    parts: async () => file(await aPixelBomb()),
    status: 422,
    code: 'media-form-refused',
    field: 'file',
    says: /million pixels/,
  },
  {
    name: 'a picture cut off',
    parts: async () => file((await aPng(400, 400)).subarray(0, 700)),
    status: 422,
    code: 'media-truncated',
    field: 'file',
    says: /too early/,
  },
  {
    name: 'a film cut off',
    parts: async () => file(aFilm(200_000).subarray(0, 150_000)),
    status: 422,
    code: 'media-truncated',
    field: 'file',
    says: /too early/,
  },
  {
    name: 'a film that phones do not play',
    parts: async () => file(aFilm(4096, 'hvc1')),
    status: 422,
    code: 'media-form-refused',
    field: 'file',
    says: /H\.264/,
  },
  {
    name: 'a voice message in stereo',
    parts: async () => file(aVoice(2)),
    status: 422,
    code: 'media-form-refused',
    field: 'file',
    says: /one voice/,
  },
  {
    name: 'two files',
    parts: async () => [...file(aPdf(), 'one.pdf'), ...file(aPdf(), 'two.pdf')],
    status: 400,
    code: 'invalid-request',
    field: 'file',
    says: /one file at a time/,
  },
  {
    name: 'a part that is not known',
    parts: async () => [...file(aPdf(), 'one.pdf'), ['state', 'clean']],
    status: 400,
    code: 'invalid-request',
    field: 'state',
    says: /not known/,
  },
];
