import { client } from '../api/client.js';
import { OfflineError, toApiError } from '../api/problem.js';
import { EventParser, type StreamEvent } from './event-parser.js';
import type { Topic } from './topics.js';

export interface StreamRequest {
  agencyId: string;
  topics: readonly Topic[];
  lastEventId: string | undefined;
  signal: AbortSignal;
  onOpen: () => void;
  onEvent: (event: StreamEvent) => void;
}

/** The server says something every 15 seconds; a line that is silent for three times as long is dead. */
const SILENCE_MS = 45_000;

async function open({ agencyId, topics, lastEventId, signal }: StreamRequest): Promise<ReadableStream<Uint8Array>> {
  const { data, error, response } = await client.GET('/v1/console/stream', {
    params: { query: { topics: topics.join(',') } },
    headers: { 'Belfry-Agency': agencyId, ...(lastEventId ? { 'Last-Event-ID': lastEventId } : {}) },
    parseAs: 'stream',
    signal,
  });
  if (!response.ok) throw toApiError(response, error);
  if (!data) throw new OfflineError();
  return data;
}

/** Reads until the server ends it; throws when it breaks. It is fetched, because an EventSource cannot send the access token. */
export async function readStream(request: StreamRequest): Promise<void> {
  const silence = new AbortController();
  const body = await open({ ...request, signal: AbortSignal.any([request.signal, silence.signal]) });
  request.onOpen();
  const reader = body.pipeThrough(new TextDecoderStream() as ReadableWritablePair<string, Uint8Array>).getReader();
  const parser = new EventParser();
  let timer: ReturnType<typeof setTimeout> | undefined;
  try {
    for (;;) {
      timer = setTimeout(() => silence.abort(), SILENCE_MS);
      const { done, value } = await reader.read();
      clearTimeout(timer);
      if (done) return;
      for (const event of parser.push(value)) request.onEvent(event);
    }
  } finally {
    clearTimeout(timer);
  }
}
