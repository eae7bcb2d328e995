import type { Delete, Get, InPath, List, Patch, Post, Put } from './pending.js';

export interface Person {
  id: string;
  name: string;
  email: string;
  roles: { role: string; since: string; until: string | null }[];
  mfa: boolean;
  lastSignInAt: string | null;
  disabledAt: string | null;
}
export interface Invitation {
  id: string;
  email: string;
  name?: string | null;
  roles: string[];
  expiresAt: string;
}
export interface Department {
  id: string;
  name: string;
  dailyQuota: number | null;
  monthlyQuota: number | null;
  createdAt: string;
  archivedAt: string | null;
}
interface DepartmentChange {
  name?: string;
  dailyQuota?: number | null;
  monthlyQuota?: number | null;
}
export interface Usage {
  today: number;
  month: number;
  dailyQuota: number | null;
  monthlyQuota: number | null;
  days: { day: string; n: number }[];
}
export interface ApiKey {
  id: string;
  name: string;
  mode: string;
  prefix: string;
  departmentId: string;
  scopes: string[];
  ipAllowList: string[];
  createdAt: string;
  createdBy: string | null;
  expiresAt: string;
  revokedAt: string | null;
  lastUsedAt: string | null;
  lastUsedFrom: string | null;
  calls7Days: number;
}
interface NewApiKey {
  name: string;
  departmentId: string;
  mode: 'live' | 'sandbox';
  scopes: string[];
  ipAllowList?: string[];
  expiresAt: string;
}
export interface Agency {
  id: string;
  slug: string;
  name: string;
  legalName: string | null;
  country: string | null;
  defaultLanguage: string;
  timeZone: string;
  emailDomains: string[];
  retentionDays: number;
  status: string;
  statusReason: string | null;
  statusAt: string;
  createdAt: string;
}
export interface AgencyChange {
  name?: string;
  legalName?: string;
  country?: string;
  defaultLanguage?: string;
  timeZone?: string;
  emailDomains?: string[];
  retentionDays?: number;
}
interface NewAgency extends AgencyChange {
  name: string;
  slug: string;
  defaultLanguage: string;
  timeZone: string;
  firstAdmin?: { email: string; name: string };
}
export interface AgencyInPipeline {
  id: string;
  slug: string;
  name: string;
  status: string;
  statusAt: string;
  departments: number;
  numbers: number;
  people: number;
  goLive: { state: string; requestedAt: string } | null;
  createdAt: string;
}
export interface TrialGuest {
  id: string;
  phone: string;
  name: string | null;
  createdAt: string;
}
export interface Sso {
  issuer: string;
  clientId: string;
  groupsClaim?: string | null;
  groupRoles: Record<string, string>;
  emailDomains: string[];
}
export interface GoLiveComment {
  text: string;
  at: string;
  by: string;
}
export interface GoLiveTask {
  key: string;
  status: 'done' | 'to-do' | 'waiting-whatsapp' | 'waiting-us' | 'needs-change';
  manual: boolean;
  who: string;
  doneAt?: string;
  doneBy?: string;
  link?: string;
  comments: GoLiveComment[];
}
export interface GoLive {
  status: string;
  progress: { done: number; of: number };
  sections: { key: string; tasks: GoLiveTask[] }[];
  request?: {
    id: string;
    state: string;
    requestedBy: string;
    requestedAt: string;
    approvedBy: string[];
    comments: GoLiveComment[];
  };
}
export interface BreakGlass {
  id: string;
  agencyId: string;
  reason: string;
  minutes: number;
  state: string;
  requestedBy: string;
  requestedAt: string;
  approvedBy: string | null;
  approvedAt: string | null;
  until: string | null;
  closedAt: string | null;
}
export interface Profile {
  about: string | null;
  address: string | null;
  description: string | null;
  email: string | null;
  websites: string[];
  vertical: string | null;
  pictureUrl: string | null;
}
interface ProfileChange {
  about?: string;
  address?: string;
  description?: string;
  email?: string;
  websites?: string[];
  vertical?: string;
}
export interface PhoneNumber {
  id: string;
  phoneNumberId: string;
  wabaId: string;
  portfolioId: string;
  mode: string;
  displayPhoneNumber: string;
  verifiedName: string;
  state: 'added' | 'code-requested' | 'code-verified' | 'registered' | 'connected';
  nextStep: 'request-code' | 'verify-code' | 'register' | null;
  code: { method: string; requestedAt: string } | null;
  registrationsLeft: number;
  registrationsFreeAt: string | null;
  hasPin: boolean;
  status: string | null;
  nameStatus: string | null;
  requestedName: string | null;
  requestedNameStatus: string | null;
  quality: string | null;
  throughput: string | null;
  messagesPerSecond: number;
  messagingLimit: string | null;
  isOfficial: boolean | null;
  hearsWebhooks: boolean | null;
  heldReason: string | null;
  heldUntil: string | null;
  profile: Profile | null;
  token: { state: string; checkedAt: string | null; expiresAt: string | null };
  problem: { step: string; code: string; at: string } | null;
  refreshedAt: string | null;
  createdAt: string;
}
interface LinkNumber {
  portfolio: { metaId: string; name: string };
  wabaId: string;
  phoneNumberId?: string;
  countryCode?: string;
  nationalNumber?: string;
  verifiedName?: string;
  accessToken: string;
}
interface Query<Q> {
  query?: Q;
}
type Id = InPath<'id'>;
interface Reason {
  reason: string;
}

export interface AgencyPaths {
  '/v1/people': Get<List<Person>, Query<{ on?: string }>>;
  '/v1/people/{id}': Get<Person, Id>;
  '/v1/people/{id}/roles': Put<Person, { roles: string[] }, Id>;
  '/v1/people/{id}/end': Post<undefined, undefined, Id>;
  '/v1/invitations': Get<List<Invitation>> & Post<Invitation, { email: string; name?: string; roles: string[] }>;
  '/v1/invitations/{id}': Delete<Id>;
  '/v1/invitations/{id}/resend': Post<Invitation, undefined, Id>;
  '/v1/departments': Get<List<Department>> & Post<Department, DepartmentChange & { name: string }>;
  '/v1/departments/{id}': Patch<Department, DepartmentChange, Id>;
  '/v1/departments/{id}/archive': Post<Department, undefined, Id>;
  '/v1/departments/{id}/usage': Get<Usage, Id>;
  '/v1/api-keys': Get<List<ApiKey>, Query<{ after?: string }>> & Post<ApiKey & { secret: string }, NewApiKey>;
  '/v1/api-keys/{id}': Get<ApiKey, Id> & Patch<ApiKey, { name?: string; ipAllowList?: string[] }, Id> & Delete<Id>;
  '/v1/api-keys/{id}/rotate': Post<ApiKey & { secret: string; oldExpiresAt: string }, { overlapHours: number }, Id>;
  '/v1/agency': Get<Agency> & Patch<Agency, AgencyChange>;
  '/v1/agency/sso': Get<Sso> & Put<Sso, Sso & { clientSecret?: string }> & Delete;
  '/v1/trial-guests': Get<List<TrialGuest>> & Post<TrialGuest, { phone: string; name?: string }>;
  '/v1/trial-guests/{id}': Delete<Id>;
  '/v1/go-live': Get<GoLive>;
  '/v1/go-live/tasks/{key}': Put<GoLive, { done: boolean }, InPath<'key'>>;
  '/v1/go-live/request': Post<GoLive> & Delete;
  '/v1/platform/agencies': Get<List<AgencyInPipeline>, Query<{ status?: string; limit?: number }>> &
    Post<Agency, NewAgency>;
  '/v1/platform/agencies/{id}': Get<Agency, Id> & Patch<Agency, AgencyChange, Id>;
  '/v1/platform/agencies/{id}/suspend': Post<Agency, Reason, Id>;
  '/v1/platform/agencies/{id}/reactivate': Post<Agency, undefined, Id>;
  '/v1/platform/agencies/{id}/close': Post<Agency, Reason, Id>;
  '/v1/platform/agencies/{id}/go-live': Get<GoLive, Id>;
  '/v1/platform/agencies/{id}/go-live/comments': Post<GoLive, { task: string; text: string }, Id>;
  '/v1/platform/agencies/{id}/go-live/approve': Post<GoLive, undefined, Id>;
  '/v1/platform/agencies/{id}/go-live/send-back': Post<GoLive, { comment: string }, Id>;
  '/v1/platform/agencies/{id}/numbers': Get<List<PhoneNumber>, Id> & Post<PhoneNumber, LinkNumber, Id>;
  '/v1/platform/portfolios': Get<List<{ id: string; metaId: string; name: string; createdAt: string }>>;
  '/v1/platform/break-glass': Get<List<BreakGlass>> &
    Post<BreakGlass, { agencyId: string; reason: string; minutes: number }>;
  '/v1/platform/break-glass/{id}/approve': Post<BreakGlass, undefined, Id>;
  '/v1/platform/break-glass/{id}/close': Post<BreakGlass, undefined, Id>;
  '/v1/numbers': Get<List<PhoneNumber>>;
  '/v1/numbers/{id}': Get<PhoneNumber, Id>;
  '/v1/numbers/{id}/request-code': Post<PhoneNumber, { method: 'sms' | 'voice'; language: string }, Id>;
  '/v1/numbers/{id}/verify-code': Post<PhoneNumber, { code: string }, Id>;
  '/v1/numbers/{id}/register': Post<PhoneNumber, { pin?: string }, Id>;
  '/v1/numbers/{id}/display-name': Post<PhoneNumber, { name: string }, Id>;
  '/v1/numbers/{id}/profile': Get<Profile, Id> & Put<Profile, ProfileChange, Id>;
  '/v1/numbers/{id}/refresh': Post<PhoneNumber, undefined, Id>;
}
