import type { FieldProblem } from '#libs/kernel';
import type { SendRequest } from '../send-request.js';
import { contentProblems, type OpenLimits, sourceProblems } from './content-rules.js';
import { freeFormOf } from './free-form.js';
import { mediaOf, mediaOfParts, type PlacedMedia } from './media-of.js';

/** Every file that a request names. */
export function mediaOfRequest(request: SendRequest): PlacedMedia[] {
  const content = freeFormOf(request);
  return content ? mediaOf(content) : mediaOfParts(request.template ?? {});
}

/** What is wrong with what a request says, before anybody looks for whom it is. */
export function requestProblems(request: SendRequest, limits: OpenLimits): FieldProblem[] {
  const content = freeFormOf(request);
  if (content) return [...contentProblems(content, limits), ...replyProblems(request)];
  return mediaOfRequest(request).flatMap(({ source, field }) => sourceProblems(source, field, limits));
}

/** A reaction stands on the message that it names and answers nothing besides. */
function replyProblems({ reaction, replyTo }: SendRequest): FieldProblem[] {
  if (!reaction || replyTo === undefined) return [];
  return [{ field: 'replyTo', code: 'ambiguous', message: 'leave it out: a reaction names its message itself' }];
}
