import { APP_GUARD } from '@nestjs/core';
import { describe, expect, it } from 'vitest';
import { AccessGuard, isPermission, markingOf } from '#libs/access';
import { Env } from '#libs/config';
import { Logger } from '#libs/observability';
import { ApiModule } from '../../apps/api/src/api.module.js';
import { WorkerModule } from '../../apps/worker/src/worker.module.js';
import { type Route, routesOf } from './routes-of.js';

/** Every route that answers without a key or a token, with the reason. A new one is a decision. */
const PUBLIC_ROUTES: Readonly<Record<string, string>> = {
  'POST /v1/sessions': 'whoever signs in has no token yet',
  'POST /v1/sessions/second-step': 'the challenge of the first step is its right',
  'POST /v1/sessions/second-step/passkey-options': 'the challenge of the first step is its right',
  'POST /v1/sessions/passkey-options': 'whoever signs in has no token yet',
  'POST /v1/sessions/passkey': 'whoever signs in has no token yet',
  'POST /v1/sessions/refresh': 'the cookie is its right; an expired token asks here for a new one',
  'DELETE /v1/sessions/current': 'an expired token must not keep anybody signed in',
  'POST /v1/recoveries': 'whoever forgot the password has no token',
  'POST /v1/recoveries/:token': 'the link of the mail is its right',
  'GET /v1/invitations/:token': 'whoever was invited has no account yet; the token is their right',
  'POST /v1/invitations/:token/accept': 'whoever was invited has no account yet; the token is their right',
  'GET /media/:token': 'a browser shows files without a key; the link is its right, for a few minutes',
  'GET /webhooks/whatsapp': 'the handshake of Meta; the verify token is its right',
  'POST /webhooks/whatsapp': 'Meta; the signature is its right',
  'GET /health/live': 'a load balancer has no key',
  'GET /health/ready': 'a load balancer has no key',
  'GET /': 'says where things are',
  'GET /home.css': 'the style of that page',
  'POST /v1/sso/start': 'whoever signs in has no token yet',
  'GET /v1/sso/callback': 'the state that it brings is its right, once, in the browser that began',
};

const env = new Env();
const logger = new Logger({ app: 'test', level: 'silent' });
const api = ApiModule.forRoot(env, logger);
const routes = routesOf(api);
const names = (found: readonly Route[]) => found.map(({ name }) => name).sort();
const marking = ({ handler, controller }: Route) => markingOf(handler, controller);

describe('The routes of the API', () => {
  it('are found', () => {
    expect(names(routes)).toContain('POST /v1/messages');
    expect(routes.length).toBeGreaterThanOrEqual(19);
  });

  it('stand behind one guard', () => {
    expect(api.providers).toContainEqual({ provide: APP_GUARD, useExisting: AccessGuard });
  });

  it('each say which permission they need, or that they are public', () => {
    expect(names(routes.filter((route) => marking(route) === null))).toEqual([]);
  });

  it('need permissions that exist', () => {
    const unknown = routes.filter((route) => {
      const found = marking(route);
      return found !== null && found !== 'public' && !isPermission(found.permission);
    });
    expect(names(unknown)).toEqual([]);
  });

  it('are public only where the list says so', () => {
    expect(names(routes.filter((route) => marking(route) === 'public'))).toEqual(Object.keys(PUBLIC_ROUTES).sort());
  });

  it('have names of their own', () => {
    expect(names(routes)).toEqual([...new Set(names(routes))]);
  });
});

describe('The routes of the worker', () => {
  it('are health and metrics, because nothing guards them', () => {
    expect(names(routesOf(WorkerModule.forRoot(env, logger)))).toEqual([
      'GET /health/live',
      'GET /health/ready',
      'GET /metrics',
    ]);
  });
});
