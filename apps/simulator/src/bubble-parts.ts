import type { Bubble, BubbleFile } from './bubble.js';
import { isObject, isText, type JsonObject } from './json.js';

const LABELS: Readonly<Record<BubbleFile['kind'], string>> = {
  image: 'Photo',
  video: 'Video',
  audio: 'Audio',
  document: 'Document',
  sticker: 'Sticker',
};

/** Nothing is fetched from elsewhere: of a link the phone shows where it leads. */
export function toFile(kind: BubbleFile['kind'], media: JsonObject): BubbleFile {
  const { link, id, filename, voice } = media;
  const host = isText(link) && URL.canParse(link) ? new URL(link).host : '';
  return {
    kind,
    name: textOf(filename) || host || LABELS[kind],
    ...(voice === true && { isVoice: true as const }),
    ...(isText(id) && { id }),
  };
}

export function toPlace({ latitude, longitude, name, address }: JsonObject): NonNullable<Bubble['place']> {
  return {
    latitude: Number(latitude),
    longitude: Number(longitude),
    ...(isText(name) && { name }),
    ...(isText(name) && isText(address) && { address }),
  };
}

export function flowAnswer(name: string, values: JsonObject): JsonObject {
  return { kind: 'flow_reply', flow_reply: { name, values } };
}

export function listOf(value: unknown): JsonObject[] {
  return Array.isArray(value) ? value.filter(isObject) : [];
}

export function textOf(value: unknown): string {
  return isText(value) ? value : '';
}
