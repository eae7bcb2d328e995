import type { Permission } from './session/access-tables.js';

/** Where a page lives: `public` needs no sign-in, `own` is about oneself, the others act in one agency. */
export type RouteScope = 'public' | 'own' | 'agency' | 'platform';

export interface NavEntry {
  /** Smaller is higher. From 100 on, entries stand below the line. */
  order: number;
  /** A name of `shell/nav-icons.ts`. */
  icon: string;
}

export interface ConsoleRoute {
  /** The path in the address bar. */
  path: string;
  /** `<area>/<name>`: the module `pages/<area>/<name>.page.tsx`, and the language file `<area>`. */
  page: string;
  scope: RouteScope;
  /** What one must be allowed to do to open it; nothing for public pages and for what is everybody's own. */
  permission?: Permission;
  /** Its place in the navigation, if it has one; its word is `nav.<page>` in the language file `shell`. */
  nav?: NavEntry;
}

/**
 * Every page of the console. The router, the navigation, the command palette and the tests are made from this table,
 * so that a page which is not in it does not exist. It imports nothing at run time: tests read it without a browser.
 */
export const ROUTES: readonly ConsoleRoute[] = [
  // Without a session
  { path: '/sign-in', page: 'sign-in/sign-in', scope: 'public' },
  { path: '/sign-in/second-step', page: 'sign-in/second-step', scope: 'public' },
  { path: '/sign-in/agency', page: 'sign-in/agency', scope: 'public' },
  { path: '/sign-in/recover', page: 'sign-in/recover', scope: 'public' },
  { path: '/recover/:token', page: 'sign-in/new-password', scope: 'public' },
  { path: '/invite/:token', page: 'sign-in/invitation', scope: 'public' },

  // One's own
  { path: '/', page: 'agencies/choose', scope: 'own' },
  { path: '/me', page: 'me/profile', scope: 'own', permission: 'account:self' },
  { path: '/me/security', page: 'me/security', scope: 'own', permission: 'account:self' },
  { path: '/me/preferences', page: 'me/preferences', scope: 'own', permission: 'account:self' },

  // In an agency
  { path: '/a/:agency', page: 'home/home', scope: 'agency', permission: 'home:read', nav: { order: 10, icon: 'home' } },
  {
    path: '/a/:agency/messages',
    page: 'messages/messages',
    scope: 'agency',
    permission: 'messages:read',
    nav: { order: 20, icon: 'messages' },
  },
  { path: '/a/:agency/messages/new', page: 'messages/send-test', scope: 'agency', permission: 'messages:send' },
  { path: '/a/:agency/messages/:message', page: 'messages/message', scope: 'agency', permission: 'messages:read' },
  {
    path: '/a/:agency/templates',
    page: 'templates/templates',
    scope: 'agency',
    permission: 'templates:read',
    nav: { order: 25, icon: 'templates' },
  },
  { path: '/a/:agency/templates/new', page: 'templates/new', scope: 'agency', permission: 'templates:write' },
  { path: '/a/:agency/templates/:name', page: 'templates/template', scope: 'agency', permission: 'templates:read' },
  {
    path: '/a/:agency/templates/:name/:language/edit',
    page: 'templates/edit',
    scope: 'agency',
    permission: 'templates:write',
  },
  {
    path: '/a/:agency/media',
    page: 'media/media',
    scope: 'agency',
    permission: 'media:read',
    nav: { order: 27, icon: 'media' },
  },
  { path: '/a/:agency/media/:media', page: 'media/file', scope: 'agency', permission: 'media:read' },
  {
    path: '/a/:agency/audit',
    page: 'audit/entries',
    scope: 'agency',
    permission: 'audit:read',
    nav: { order: 30, icon: 'audit' },
  },
  { path: '/a/:agency/audit/:entry', page: 'audit/entry', scope: 'agency', permission: 'audit:read' },
  {
    path: '/a/:agency/go-live',
    page: 'go-live/go-live',
    scope: 'agency',
    permission: 'go-live:read',
    nav: { order: 40, icon: 'go-live' },
  },
  {
    path: '/a/:agency/numbers',
    page: 'numbers/numbers',
    scope: 'agency',
    permission: 'numbers:read',
    nav: { order: 100, icon: 'numbers' },
  },
  { path: '/a/:agency/whatsapp-news', page: 'webhooks/news', scope: 'agency', permission: 'numbers:read' },
  { path: '/a/:agency/numbers/:number', page: 'numbers/number', scope: 'agency', permission: 'numbers:read' },
  {
    path: '/a/:agency/numbers/:number/profile',
    page: 'numbers/profile',
    scope: 'agency',
    permission: 'numbers:write',
  },
  { path: '/a/:agency/numbers/:number/links', page: 'numbers/links', scope: 'agency', permission: 'numbers:read' },
  { path: '/a/:agency/numbers/:number/blocked', page: 'numbers/blocked', scope: 'agency', permission: 'numbers:read' },
  {
    path: '/a/:agency/numbers/:number/starters',
    page: 'numbers/starters',
    scope: 'agency',
    permission: 'numbers:write',
  },
  {
    path: '/a/:agency/team',
    page: 'team/people',
    scope: 'agency',
    permission: 'people:read',
    nav: { order: 110, icon: 'team' },
  },
  { path: '/a/:agency/team/invite', page: 'team/invite', scope: 'agency', permission: 'people:write' },
  { path: '/a/:agency/team/:person', page: 'team/person', scope: 'agency', permission: 'people:read' },
  {
    path: '/a/:agency/departments',
    page: 'departments/departments',
    scope: 'agency',
    permission: 'departments:read',
    nav: { order: 120, icon: 'departments' },
  },
  { path: '/a/:agency/departments/new', page: 'departments/new', scope: 'agency', permission: 'departments:write' },
  {
    path: '/a/:agency/departments/:department',
    page: 'departments/department',
    scope: 'agency',
    permission: 'departments:read',
  },
  {
    path: '/a/:agency/developers/keys',
    page: 'keys/keys',
    scope: 'agency',
    permission: 'api-keys:read',
    nav: { order: 130, icon: 'keys' },
  },
  { path: '/a/:agency/developers/keys/new', page: 'keys/new', scope: 'agency', permission: 'api-keys:write' },
  { path: '/a/:agency/developers/keys/:key', page: 'keys/key', scope: 'agency', permission: 'api-keys:read' },
  {
    path: '/a/:agency/developers/callbacks',
    page: 'callbacks/callbacks',
    scope: 'agency',
    permission: 'callbacks:read',
    nav: { order: 135, icon: 'callbacks' },
  },
  {
    path: '/a/:agency/developers/callbacks/new',
    page: 'callbacks/new',
    scope: 'agency',
    permission: 'callbacks:write',
  },
  {
    path: '/a/:agency/developers/callbacks/:callback',
    page: 'callbacks/callback',
    scope: 'agency',
    permission: 'callbacks:read',
  },
  {
    path: '/a/:agency/developers/callbacks/:callback/attempts/:attempt',
    page: 'callbacks/attempt',
    scope: 'agency',
    permission: 'callbacks:read',
  },
  {
    path: '/a/:agency/settings',
    page: 'settings/settings',
    scope: 'agency',
    permission: 'agency:write',
    nav: { order: 140, icon: 'settings' },
  },
  {
    path: '/a/:agency/settings/sending',
    page: 'sending/switches',
    scope: 'agency',
    permission: 'switches:read',
    nav: { order: 138, icon: 'switches' },
  },
  { path: '/a/:agency/settings/quiet-hours', page: 'sending/quiet-hours', scope: 'agency', permission: 'agency:write' },
  { path: '/a/:agency/settings/purposes', page: 'settings/purposes', scope: 'agency', permission: 'purposes:read' },
  { path: '/a/:agency/settings/guests', page: 'settings/guests', scope: 'agency', permission: 'agency:write' },
  { path: '/a/:agency/settings/sign-in', page: 'settings/sso', scope: 'agency', permission: 'agency:write' },
  { path: '/a/:agency/settings/:fact', page: 'settings/fact', scope: 'agency', permission: 'agency:write' },

  // For those who run the platform
  {
    path: '/platform',
    page: 'platform/agencies',
    scope: 'platform',
    permission: 'platform:agencies',
    nav: { order: 10, icon: 'agencies' },
  },
  { path: '/platform/agencies/new', page: 'platform/new-agency', scope: 'platform', permission: 'platform:agencies' },
  { path: '/platform/agencies/:id', page: 'platform/agency', scope: 'platform', permission: 'platform:agencies' },
  { path: '/platform/numbers', page: 'platform/numbers', scope: 'platform', permission: 'platform:agencies' },
  {
    path: '/platform/agencies/:id/numbers/new',
    page: 'platform/connect-number',
    scope: 'platform',
    permission: 'platform:agencies',
  },
  {
    path: '/platform/agencies/:id/numbers/sign-up',
    page: 'platform/sign-up-number',
    scope: 'platform',
    permission: 'platform:agencies',
  },
  {
    path: '/platform/agencies/:id/numbers/:number',
    page: 'platform/number',
    scope: 'platform',
    permission: 'platform:agencies',
  },
  {
    path: '/platform/agencies/:id/numbers/:number/profile',
    page: 'platform/number-profile',
    scope: 'platform',
    permission: 'platform:agencies',
  },
  {
    path: '/platform/agencies/:id/go-live',
    page: 'platform/review',
    scope: 'platform',
    permission: 'platform:go-live',
  },
  {
    path: '/platform/access',
    page: 'platform/break-glass',
    scope: 'platform',
    permission: 'platform:break-glass',
    nav: { order: 20, icon: 'break-glass' },
  },
  {
    path: '/platform/switches',
    page: 'sending/platform-switches',
    scope: 'platform',
    permission: 'platform:switches',
    nav: { order: 25, icon: 'switches' },
  },
  {
    path: '/platform/webhooks',
    page: 'webhooks/parked',
    scope: 'platform',
    permission: 'platform:agencies',
    nav: { order: 27, icon: 'callbacks' },
  },
  {
    path: '/platform/team',
    page: 'platform/people',
    scope: 'platform',
    permission: 'people:read',
    nav: { order: 30, icon: 'team' },
  },
  { path: '/platform/team/invite', page: 'platform/invite', scope: 'platform', permission: 'people:write' },
  { path: '/platform/team/:person', page: 'platform/person', scope: 'platform', permission: 'people:read' },
  {
    path: '/platform/audit',
    page: 'platform/audit',
    scope: 'platform',
    permission: 'audit:read',
    nav: { order: 40, icon: 'audit' },
  },
  { path: '/platform/audit/:entry', page: 'platform/audit-entry', scope: 'platform', permission: 'audit:read' },
];
