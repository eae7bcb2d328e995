import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import { type Answer, useGet, useSend } from '../../api/queries.js';
import {
  Banner,
  Button,
  ConfirmDialog,
  Form,
  fields,
  into,
  Loaded,
  optionalText,
  PageBody,
  PageHeader,
  PasswordField,
  rule,
  type Schema,
  secret,
  TextField,
  tellDone,
  text,
  textOrNothing,
  useDialog,
} from '../../kit/index.js';
import { AGENCY_ROLES } from '../../session/access-tables.js';
import { useAgencyPath } from '../../session/rights.js';
import { wordsOf } from './facts.js';
import { groupRolesOf, linesOf } from './groups.js';

type Sso = Answer<'/v1/agency/sso', 'get'>;

const REFRESHES = ['/v1/agency/sso'] as const;

function ssoSchema(t: TFunction<'settings'>, clientSecret: Schema<string | undefined>) {
  const groupRoles = textOrNothing().check(
    rule((lines) => groupRolesOf(lines, AGENCY_ROLES) !== undefined, t('sso.groupsWrong')),
  );
  return fields({
    issuer: text(),
    clientId: text(),
    clientSecret,
    emailDomains: into(text(), wordsOf),
    groupsClaim: optionalText(),
    groupRoles: into(groupRoles, (lines) => groupRolesOf(lines, AGENCY_ROLES) ?? {}),
  });
}

function SsoForm({ sso }: { sso: Sso }) {
  const { t } = useTranslation('settings');
  const to = useAgencyPath();
  const save = useSend('put', '/v1/agency/sso', { refreshes: REFRESHES });
  const roles = AGENCY_ROLES.map((role) => `${role} (${t(`roles.${role}`)})`).join(', ');
  return (
    <Form
      schema={ssoSchema(t, sso.configured ? optionalText() : secret())}
      submitLabel={t('save')}
      cancelTo={to('/settings')}
      onSubmit={async (body) => {
        await save.mutateAsync({ body });
        tellDone(t('saved'));
      }}
    >
      <TextField
        name="issuer"
        type="url"
        isCode
        label={t('sso.issuer')}
        description={t('sso.issuerHint')}
        defaultValue={sso.issuer ?? ''}
      />
      <TextField
        name="clientId"
        isCode
        autoComplete="off"
        label={t('sso.clientId')}
        defaultValue={sso.clientId ?? ''}
      />
      <PasswordField
        name="clientSecret"
        autoComplete="off"
        label={t('sso.clientSecret')}
        description={t(sso.hasClientSecret ? 'sso.secretKept' : 'sso.secretHint')}
      />
      <TextField
        name="emailDomains"
        rows={3}
        isCode
        label={t('sso.emailDomains')}
        description={t('sso.emailDomainsHint')}
        defaultValue={sso.emailDomains.join('\n')}
      />
      <TextField
        name="groupsClaim"
        isOptional
        isCode
        label={t('sso.groupsClaim')}
        description={t('sso.groupsClaimHint')}
        defaultValue={sso.groupsClaim ?? ''}
      />
      <TextField
        name="groupRoles"
        rows={5}
        isOptional
        isCode
        label={t('sso.groupRoles')}
        description={t('sso.groupRolesHint', { roles })}
        defaultValue={linesOf(sso.groupRoles)}
      />
      <Banner title={t('sso.effect')}>{t('logged')}</Banner>
    </Form>
  );
}

function RemoveSso() {
  const { t } = useTranslation('settings');
  const dialog = useDialog();
  const remove = useSend('delete', '/v1/agency/sso', { refreshes: REFRESHES });
  return (
    <>
      <Button onPress={dialog.open}>{t('sso.remove')}</Button>
      <ConfirmDialog
        {...dialog.props}
        title={t('sso.removeTitle')}
        confirmLabel={t('sso.remove')}
        onConfirm={async () => {
          await remove.mutateAsync({});
          tellDone(t('sso.removed'));
        }}
      >
        <p>{t('sso.removeEffect')}</p>
      </ConfirmDialog>
    </>
  );
}

/** Signing in through the agency's own directory. */
export default function SsoPage() {
  const { t } = useTranslation('settings');
  const to = useAgencyPath();
  const sso = useGet('/v1/agency/sso');
  return (
    <PageBody width="reading">
      <PageHeader
        title={t('sso.title')}
        lead={t('sso.lead')}
        crumbs={[{ label: t('title'), to: to('/settings') }]}
        actions={sso.data?.configured && <RemoveSso />}
      />
      <Loaded from={sso}>{(data) => <SsoForm key={data.clientId} sso={data} />}</Loaded>
    </PageBody>
  );
}
