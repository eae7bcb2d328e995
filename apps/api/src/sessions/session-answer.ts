import type { Response } from 'express';
import type { OpenedSession } from '#libs/access';
import { type SessionDto, toSessionDto } from './dto/session.dto.js';

/** Puts the refresh token into its cookie and answers the rest. Scripts of a page never see the refresh token. */
export function answerSession(response: Response, { session, cookie }: OpenedSession): SessionDto {
  response.appendHeader('Set-Cookie', cookie);
  return toSessionDto(session);
}
