import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { AccountsClient, GraphCallError } from '#libs/whatsapp';
import { SimulatorRig, TOKEN, WABA } from '../../apps/simulator/src/testing/simulator-rig.js';

const APP = { id: '650012299871144', secret: 'app-secret' };
const HOUR = 3_600_000;

let rig: SimulatorRig;
let client: AccountsClient;
let national = 7_700_900_200;

beforeAll(async () => {
  rig = await SimulatorRig.start();
  client = new AccountsClient({ baseUrl: rig.simulator.url, apiVersion: 'v25.0' });
});

afterAll(async () => {
  await client.close();
  await rig.close();
});

const waba = { id: WABA, accessToken: TOKEN };

async function aNumber() {
  const id = await client.addNumber(waba, {
    countryCode: '44',
    nationalNumber: String(national++),
    verifiedName: 'City Health Department',
  });
  return { id, accessToken: TOKEN };
}

async function newestCode(phoneNumberId: string): Promise<string> {
  const { data } = (await rig.control('GET', `codes?phoneNumberId=${phoneNumberId}`)) as {
    data: { code: string }[];
  };
  return data[0]?.code ?? '';
}

async function aVerifiedNumber() {
  const number = await aNumber();
  await client.requestCode(number, 'sms', 'en_US');
  await client.verifyCode(number, await newestCode(number.id));
  return number;
}

function advance(advanceMs: number) {
  return rig.control('POST', 'clock', { advanceMs });
}

/** Meta's code, and its subcode when there is one. */
async function refusal(call: Promise<unknown>): Promise<unknown> {
  const error = await call.then(
    () => null,
    (caught: unknown) => caught,
  );
  if (!(error instanceof GraphCallError)) throw new Error('the call was not refused', { cause: error });
  return error.graphError?.subcode ?? error.graphError?.code ?? error.failure;
}

describe('A new number', () => {
  it('goes from added over its code and its PIN to connected', async () => {
    const number = await aNumber();
    expect(await client.numberFields(number)).toMatchObject({
      status: 'PENDING',
      codeVerificationStatus: 'NOT_VERIFIED',
      nameStatus: 'PENDING_REVIEW',
      isPinEnabled: false,
    });
    await client.requestCode(number, 'voice', 'en_US');
    await client.verifyCode(number, await newestCode(number.id));
    expect(await client.numberFields(number)).toMatchObject({ status: 'PENDING', codeVerificationStatus: 'VERIFIED' });
    await client.register(number, '482913');
    expect(await client.numberFields(number)).toMatchObject({
      status: 'CONNECTED',
      throughputLevel: 'STANDARD',
      isPinEnabled: true,
    });
    await client.deregister(number);
    expect(await client.numberFields(number)).toMatchObject({ status: 'DISCONNECTED' });
  });

  it('is listed by its account, and cannot be added twice', async () => {
    const number = await aNumber();
    const listed = await client.numbersOf(waba);
    expect(listed).toContainEqual({ id: number.id, displayPhoneNumber: `+44 ${national - 1}` });
    national -= 1;
    expect(await refusal(aNumber())).toBe(2388103);
  });

  it('sends nothing before it is registered', async () => {
    const { id } = await aNumber();
    const body = { messaging_product: 'whatsapp', to: '+447700900123', type: 'text', text: { body: 'Noted.' } };
    expect((await rig.send(body, { number: id })).body).toMatchObject({ error: { code: 133010 } });
  });

  it('stays when the world is put again', async () => {
    const number = await aNumber();
    const { wabas } = (await rig.control('GET', 'world')) as { wabas: { id: string; name: string }[] };
    const [first] = wabas;
    await rig.control('PUT', 'world', { wabas: [{ ...first, accessToken: TOKEN, phoneNumbers: [], templates: [] }] });
    expect((await client.numberFields(number)).id).toBe(number.id);
  });
});

describe('A code', () => {
  it('is refused when it is wrong, guessed too often or too old', async () => {
    const number = await aNumber();
    expect(await refusal(client.verifyCode(number, '123456'))).toBe(136025);
    await client.requestCode(number, 'sms', 'en_US');
    const wrong = (await newestCode(number.id)) === '000000' ? '000001' : '000000';
    for (let i = 0; i < 5; i++) expect(await refusal(client.verifyCode(number, wrong))).toBe(136025);
    expect(await refusal(client.verifyCode(number, await newestCode(number.id)))).toBe(136025);
    await client.requestCode(number, 'sms', 'en_US');
    await advance(11 * 60_000);
    expect(await refusal(client.verifyCode(number, await newestCode(number.id)))).toBe(136025);
  });

  it('is sent five times an hour, and not to a number that is verified', async () => {
    const number = await aNumber();
    for (let i = 0; i < 5; i++) await client.requestCode(number, 'sms', 'en_US');
    expect(await refusal(client.requestCode(number, 'voice', 'en_US'))).toBe(136024);
    await advance(HOUR);
    await client.requestCode(number, 'voice', 'en_US');
    await client.verifyCode(number, await newestCode(number.id));
    expect(await refusal(client.requestCode(number, 'sms', 'en_US'))).toBe(136024);
    expect(await refusal(client.requestCode(number, 'sms', 'English'))).toBe(100);
  });
});

describe('A registration', () => {
  it('needs a verified number, a PIN of six digits and the right PIN', async () => {
    expect(await refusal(client.register(await aNumber(), '482913'))).toBe(133006);
    const number = await aVerifiedNumber();
    expect(await refusal(client.register(number, '48291'))).toBe(100);
    await client.register(number, '482913');
    expect(await refusal(client.register(number, '000000'))).toBe(133005);
    expect(await refusal(client.register(number, '482913'))).toBe(133009);
    for (let i = 0; i < 4; i++) {
      await advance(2_000);
      expect(await refusal(client.register(number, '000000'))).toBe(133005);
    }
    await advance(2_000);
    expect(await refusal(client.register(number, '482913'))).toBe(133008);
    await advance(13 * HOUR);
    await client.register(number, '482913');
  });

  it('is taken ten times in 72 hours', async () => {
    const number = await aVerifiedNumber();
    for (let i = 0; i < 10; i++) await client.register(number, '482913');
    expect(await refusal(client.register(number, '482913'))).toBe(133016);
    await advance(73 * HOUR);
    await client.register(number, '482913');
  });
});

describe('A display name', () => {
  let number: Awaited<ReturnType<typeof aVerifiedNumber>>;
  beforeEach(async () => {
    number = await aVerifiedNumber();
    await client.register(number, '482913');
  });

  it('is approved after a while and in force after another registration', async () => {
    await client.changeDisplayName(number, 'City Health');
    expect(await client.numberFields(number)).toMatchObject({
      verifiedName: 'City Health Department',
      newDisplayName: 'City Health',
      newNameStatus: 'PENDING_REVIEW',
    });
    await advance(61_000);
    expect(await client.numberFields(number)).toMatchObject({ nameStatus: 'APPROVED', newNameStatus: 'APPROVED' });
    await client.register(number, '482913');
    expect(await client.numberFields(number)).toMatchObject({ verifiedName: 'City Health', newDisplayName: null });
  });

  it('is declined on command, and refused when it is no name', async () => {
    await client.changeDisplayName(number, 'Cheap Pills');
    await rig.control('POST', `numbers/${number.id}/name-status`, { status: 'DECLINED' });
    await advance(61_000);
    expect(await client.numberFields(number)).toMatchObject({ newNameStatus: 'DECLINED' });
    expect(await refusal(client.changeDisplayName(number, '!!'))).toBe(100);
  });
});

describe('A business profile', () => {
  it('keeps what is not named', async () => {
    const number = await aNumber();
    expect(await client.profile(number)).toEqual({});
    await client.changeProfile(number, { about: 'City Health', vertical: 'GOVT' });
    await client.changeProfile(number, { websites: ['https://health.example.org/'] });
    expect(await client.profile(number)).toEqual({
      about: 'City Health',
      vertical: 'GOVT',
      websites: ['https://health.example.org/'],
    });
    expect(await refusal(client.changeProfile(number, { about: 'x'.repeat(140) }))).toBe(100);
    expect(await refusal(client.changeProfile(number, { vertical: 'TOWN_HALL' }))).toBe(100);
  });
});

describe('Embedded Signup', () => {
  const signUp = async (displayPhoneNumber: string) =>
    (await rig.control('POST', 'signups', { name: 'Harbour Office', displayPhoneNumber })) as Record<string, string>;

  it('exchanges a code once, for a token of the new account', async () => {
    const { code = '', wabaId = '', phoneNumberId = '' } = await signUp('+44 7700 900501');
    const { accessToken } = await client.exchangeSignupCode(APP, code);
    expect(await client.numbersOf({ id: wabaId, accessToken })).toMatchObject([{ id: phoneNumberId }]);
    expect(await client.subscribedApps({ id: wabaId, accessToken })).toEqual([]);
    await client.subscribe({ id: wabaId, accessToken });
    expect(await client.subscribedApps({ id: wabaId, accessToken })).toEqual([APP.id]);
    expect(await refusal(client.exchangeSignupCode(APP, code))).toBe(36009);
    expect(await refusal(client.numbersOf({ id: wabaId, accessToken: TOKEN }))).toBe(10);
  });

  it('refuses a code of another app, an invented one and one older than 30 seconds', async () => {
    const { code = '' } = await signUp('+44 7700 900502');
    expect(await refusal(client.exchangeSignupCode({ ...APP, id: '1' }, code))).toBe(101);
    expect(await refusal(client.exchangeSignupCode(APP, 'AQinvented'))).toBe(100);
    await advance(31_000);
    expect(await refusal(client.exchangeSignupCode(APP, code))).toBe(36007);
  });
});

describe(GraphCallError.name, () => {
  it('tells a request that never left from one that may have been done', async () => {
    const nobody = new AccountsClient({ baseUrl: 'http://127.0.0.1:9', apiVersion: 'v25.0' });
    expect(await refusal(nobody.numbersOf(waba))).toBe('unreached');
    await nobody.close();
    expect(await refusal(client.numberFields({ id: '999', accessToken: TOKEN }))).toBe(33);
    expect(await refusal(client.numberFields({ id: WABA, accessToken: 'x' }))).toBe(190);
  });
});
