import type { Request, Response } from 'express';
import { expect, it } from 'vitest';
import { newId, type Uuid } from '#libs/kernel';
import type { DenialsService } from './denials.service.js';
import { JwtStrategy } from './jwt.strategy.js';
import type { MembershipsService } from './memberships.service.js';
import { PeopleService } from './people.service.js';
import type { SessionTokens } from './session-tokens.js';
import type { LiveSessions } from './sessions/live-sessions.service.js';

it('gives each of many requests at once its own person', async () => {
  const userIds = Array.from({ length: 50 }, () => newId());
  // The later a request comes, the sooner its token is verified.
  const tokens = {
    verify: async (token: string) => {
      for (let left = userIds.length - Number(token); left > 0; left--) await new Promise(setImmediate);
      return { userId: userIds[Number(token)], sessionId: userIds[Number(token)], epoch: 0 };
    },
  } as unknown as SessionTokens;
  const sessions = { find: async (id: Uuid) => ({ id, userId: id, epoch: 0, mustEnrol: false, steppedUpUntil: null }) };
  const memberships = {
    ofUser: async (userId: Uuid) => [{ agencyId: userId, role: 'auditor', sessionEpoch: 0, isSuspended: false }],
  } as unknown as MembershipsService;
  const people = new PeopleService(
    new JwtStrategy(tokens),
    sessions as unknown as LiveSessions,
    memberships,
    {} as DenialsService,
  );
  const contexts = await Promise.all(
    userIds.map((_, index) => {
      const request = { headers: { authorization: `Bearer ${index}` } } as unknown as Request;
      return people.contextOf(request, {} as Response, { requestId: newId() }, 'audit:read');
    }),
  );
  expect(contexts.map(({ actor }) => actor.id)).toEqual(userIds);
});
