import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { SimulatorRig } from './testing/simulator-rig.js';

const mail = {
  from: 'Belfry <b@x.example>',
  to: 'Ada@Health.example',
  subject: 'Hello',
  text: 'Hi',
  html: '<p>Hi</p>',
};

describe('Mails', () => {
  let rig: SimulatorRig;

  beforeAll(async () => {
    rig = await SimulatorRig.start();
  });

  afterAll(() => rig.close());

  it('arrive and are found by their address, newest first', async () => {
    await rig.control('POST', 'mails', mail);
    await rig.control('POST', 'mails', { ...mail, subject: 'Again' });
    await rig.control('POST', 'mails', { ...mail, to: 'bo@health.example' });
    const { data } = await rig.control('GET', 'mails?to=ada@health.example');
    expect(data).toMatchObject([{ subject: 'Again' }, { ...mail, at: expect.stringMatching(/Z$/) }]);
    expect((await rig.control('GET', 'mails'))['data']).toHaveLength(3);
  });

  it('need every part', async () => {
    const { status, body } = await rig.request('POST', '/_sim/mails', { ...mail, subject: '' }, null);
    expect(status).toBe(400);
    expect(body).toMatchObject({ error: { code: 'invalid-mail', field: 'subject' } });
  });

  it('have a page of their own that runs nothing of theirs', async () => {
    for (const path of ['/mails', '/mails.css', '/mails.js']) {
      const response = await fetch(rig.simulator.url + path);
      expect(response.status).toBe(200);
      expect(response.headers.get('content-security-policy')).toContain("script-src 'self'");
    }
  });
});
