import type { Answer } from '../../api/queries.js';
import { type OutboundContent, wordsOf } from './outbound-content.js';

export type Message = Answer<'/v1/messages/{id}', 'get'>;
export type MessageSummary = Omit<Message, 'timeline'>;

/** What a message says, as the API gives it; a message in has a type of its own and perhaps a text. */
export interface MessageContent {
  type: string;
  text?: { body: string };
  media?: { caption?: string };
  template?: { name: string; language: string; variables?: Record<string, string> };
}

export const contentOf = ({ content }: Pick<MessageSummary, 'content'>): MessageContent | undefined =>
  content as MessageContent | undefined;

const LONGEST = 60;

/** A few words by which one knows a message again: its template, or how its text begins. */
export function gistOf(message: Pick<MessageSummary, 'content'>): string | undefined {
  const content = contentOf(message);
  const outbound = content && wordsOf(content as OutboundContent);
  const text = content?.template?.name ?? content?.media?.caption ?? outbound?.body ?? outbound?.header;
  if (!text || text.length <= LONGEST) return text;
  return `${text.slice(0, LONGEST).trimEnd()}…`;
}

/** What it is, for one that has no words: an answer to a form is more than an interactive message. */
export const typeOf = (message: Pick<MessageSummary, 'content' | 'kind'>): string =>
  contentOf(message)?.type ?? message.kind;
