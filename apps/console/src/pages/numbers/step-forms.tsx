import { useTranslation } from 'react-i18next';
import { useSend } from '../../api/queries.js';
import type { PhoneNumber } from '../../api/types.js';
import {
  CodeField,
  choice,
  code,
  Form,
  fields,
  RadioGroup,
  rule,
  Select,
  Time,
  tellDone,
  text,
  textOrNothing,
  useLocaleTag,
} from '../../kit/index.js';
import { languageChoices } from './code-languages.js';
import { CodeRoom } from './code-room.js';
import { useNumberRoom } from './number-room.js';

const CODE_REQUEST = fields({ method: choice(['sms', 'voice']), language: text() });
const CODE = fields({ code: code() });

export function RequestCode({ number }: { number: PhoneNumber }) {
  const { t } = useTranslation('numbers');
  const { i18n } = useTranslation();
  const locale = useLocaleTag();
  const { at, refreshes } = useNumberRoom();
  const send = useSend('post', at('/v1/numbers/{id}/request-code'), { refreshes });
  return (
    <Form
      submitLabel={t(number.code ? 'codeAgain' : 'sendCode')}
      submitKind={number.code ? 'secondary' : 'primary'}
      schema={CODE_REQUEST}
      onSubmit={async (body) => {
        await send.mutateAsync({ params: { path: { id: number.id } }, body });
        tellDone(t('codeSent'));
      }}
    >
      <RadioGroup
        name="method"
        label={t('how')}
        defaultValue={number.code?.method ?? 'sms'}
        choices={[
          { value: 'sms', label: t('bySms') },
          { value: 'voice', label: t('byVoice') },
        ]}
      />
      <Select
        name="language"
        label={t('codeLanguage')}
        defaultValue={i18n.language}
        choices={languageChoices(locale)}
      />
      <CodeRoom asked={number.codesAsked} freeAt={number.codeFreeAt} />
    </Form>
  );
}

export function VerifyCode({ number }: { number: PhoneNumber }) {
  const { t } = useTranslation('numbers');
  const { at, refreshes } = useNumberRoom();
  const verify = useSend('post', at('/v1/numbers/{id}/verify-code'), { refreshes });
  return (
    <>
      {number.code && (
        <p>
          {t('codeWasSent')} <Time at={number.code.requestedAt} />
        </p>
      )}
      <Form
        schema={CODE}
        submitLabel={t('verify')}
        onSubmit={async (body) => {
          await verify.mutateAsync({ params: { path: { id: number.id } }, body });
          tellDone(t('verified'));
        }}
      >
        <CodeField name="code" label={t('code')} description={t('codeHint')} />
      </Form>
      <details>
        <summary className="link cursor-pointer">{t('noCode')}</summary>
        <div className="pt-4">
          <RequestCode number={number} />
        </div>
      </details>
    </>
  );
}

/** Also puts an approved display name into force, on a number that is connected. */
export function Register({ number }: { number: PhoneNumber }) {
  const { t } = useTranslation('numbers');
  const { at, refreshes } = useNumberRoom();
  const register = useSend('post', at('/v1/numbers/{id}/register'), { refreshes });
  const sixFigures = rule<string>((typed) => typed === '' || /^\d{6}$/.test(typed), t('pinWrong'));
  return (
    <>
      <p className="text-muted">
        {t('registrationsLeft', { count: number.registrationsLeft })}
        {number.registrationsFreeAt && (
          <>
            {' '}
            {t('freeAt')} <Time at={number.registrationsFreeAt} show="exact" />
          </>
        )}
      </p>
      <Form
        schema={fields({ pin: number.hasPin ? textOrNothing().check(sixFigures) : text().check(sixFigures) })}
        submitLabel={t('register')}
        onSubmit={async ({ pin }) => {
          await register.mutateAsync({ params: { path: { id: number.id } }, body: pin ? { pin } : {} });
          tellDone(t('registered'));
        }}
      >
        <CodeField
          name="pin"
          autoComplete="off"
          label={t('pin')}
          description={t(number.hasPin ? 'pinKept' : 'pinHint')}
        />
      </Form>
    </>
  );
}
