import { describe, expect, it } from 'vitest';
import type { GoLiveFacts } from './go-live-facts.js';
import {
  GO_LIVE_SECTIONS,
  GO_LIVE_TASKS,
  type GoLiveTaskKey,
  MANUAL_TASK_KEYS,
  missingTasks,
} from './go-live-tasks.js';

const AT = new Date('2026-03-01T10:00:00Z');
const SAID = { doneAt: AT, doneBy: 'somebody' };

const nothing: GoLiveFacts = {
  legalName: null,
  country: null,
  departmentAt: null,
  number: null,
  hasApprovedTemplate: false,
  hasPendingTemplate: false,
  purposeAt: null,
  deliveredAt: null,
  webhookAt: null,
  callbackAt: null,
  secondAdminAt: null,
  areAdminsProtected: false,
  keyUsedAt: null,
  said: new Map(),
};

const everything: GoLiveFacts = {
  legalName: 'City of Harbour',
  country: 'KE',
  departmentAt: AT,
  number: { isConnected: true, nameStatus: 'APPROVED' },
  hasApprovedTemplate: true,
  hasPendingTemplate: false,
  purposeAt: AT,
  deliveredAt: AT,
  webhookAt: AT,
  callbackAt: null,
  secondAdminAt: AT,
  areAdminsProtected: true,
  keyUsedAt: AT,
  said: new Map(MANUAL_TASK_KEYS.map((key) => [key, SAID])),
};

const statusOf = (key: GoLiveTaskKey, facts: GoLiveFacts) =>
  GO_LIVE_TASKS.find((task) => task.key === key)?.stateOf(facts).status;

describe('The tasks before going live', () => {
  it('are all open for an agency that has nothing', () => {
    expect(missingTasks(nothing)).toEqual(GO_LIVE_TASKS.filter(({ optional }) => !optional).map(({ key }) => key));
  });

  it('tick the callback by themselves, and nobody has to have one', () => {
    expect(statusOf('callback-answered', everything)).toBe('to-do');
    expect(statusOf('callback-answered', { ...nothing, callbackAt: AT })).toBe('done');
  });

  it('are all done for one that has everything', () => {
    expect(missingTasks(everything)).toEqual([]);
  });

  it.each([
    ['agency-details', { legalName: null }],
    ['agency-details', { country: null }],
    ['department', { departmentAt: null }],
    ['number-connected', { number: { isConnected: false, nameStatus: 'APPROVED' } }],
    ['display-name', { number: { isConnected: true, nameStatus: 'DECLINED' } }],
    ['display-name', { number: { isConnected: true, nameStatus: null } }],
    ['template-approved', { hasApprovedTemplate: false }],
    ['purpose', { purposeAt: null }],
    ['test-message', { deliveredAt: null }],
    ['second-admin', { secondAdminAt: null }],
    ['admin-second-factor', { areAdminsProtected: false }],
    ['api-key-used', { keyUsedAt: null }],
    ['webhook-seen', { webhookAt: null }],
    ['agreement', { said: new Map([['privacy-notice', SAID]]) }],
    ['privacy-notice', { said: new Map([['agreement', SAID]]) }],
  ])('only %s is open when %j', (key, facts) => {
    expect(missingTasks({ ...everything, ...facts })).toEqual([key]);
  });

  it('say on whom one waits', () => {
    expect(statusOf('number-connected', nothing)).toBe('waiting-us');
    const number = { isConnected: false, nameStatus: 'PENDING_REVIEW' };
    expect(statusOf('number-connected', { ...nothing, number })).toBe('waiting-whatsapp');
    expect(statusOf('display-name', { ...nothing, number })).toBe('waiting-whatsapp');
    expect(statusOf('display-name', { ...nothing, number: { ...number, nameStatus: 'DECLINED' } })).toBe(
      'needs-change',
    );
    expect(statusOf('template-approved', { ...nothing, hasPendingTemplate: true })).toBe('waiting-whatsapp');
    expect(statusOf('template-approved', nothing)).toBe('to-do');
  });

  it('each stand in a section, and no section is empty', () => {
    expect(new Set(GO_LIVE_TASKS.map(({ section }) => section))).toEqual(new Set(GO_LIVE_SECTIONS));
  });

  it('name who said that a manual one is done', () => {
    const task = GO_LIVE_TASKS.find(({ key }) => key === 'agreement');
    expect(task?.stateOf(everything)).toEqual({ status: 'done', ...SAID });
  });
});
