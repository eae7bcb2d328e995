import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate, useParams } from 'react-router';
import { useGet, useSend } from '../../api/queries.js';
import {
  Banner,
  Form,
  type FormValues,
  PageBody,
  PageHeader,
  Panel,
  PasswordField,
  RadioGroup,
  Select,
  TextField,
  TextLink,
  tellDone,
} from '../../kit/index.js';
import { useNumberCrumbs } from './number-crumbs.js';
import { AgencyOnboarding } from './onboarding-stepper.js';

const NEW = 'new';

function numberOf(values: FormValues, isNew: boolean) {
  if (!isNew) return { phoneNumberId: values.text('phoneNumberId') };
  return {
    countryCode: values.text('countryCode').replace(/\D/g, ''),
    nationalNumber: values.text('nationalNumber').replace(/\D/g, ''),
    verifiedName: values.text('verifiedName'),
  };
}

function Portfolio({ chosen, onChoose }: { chosen: string; onChoose: (metaId: string) => void }) {
  const { t } = useTranslation('platform');
  const { data } = useGet('/v1/platform/portfolios');
  const known = data?.data ?? [];
  return (
    <Panel title={t('portfolio')}>
      <p className="measure text-muted">{t('portfolioHint')}</p>
      {known.length > 0 && (
        <Select
          label={t('portfolio')}
          value={chosen}
          onChange={onChoose}
          choices={[
            ...known.map(({ metaId, name }) => ({ value: metaId, label: name })),
            { value: NEW, label: t('portfolioNew') },
          ]}
        />
      )}
      {(chosen === NEW || known.length === 0) && (
        <>
          <TextField name="portfolioId" isRequired isCode label={t('portfolioId')} description={t('idHint')} />
          <TextField name="portfolioName" isRequired label={t('portfolioName')} />
        </>
      )}
    </Panel>
  );
}

/** Gives an agency a number of a WhatsApp account, and leads to the next step. */
export default function ConnectNumberPage() {
  const { t } = useTranslation('platform');
  const navigate = useNavigate();
  const { id = '' } = useParams();
  const crumbs = useNumberCrumbs(id);
  const [portfolio, setPortfolio] = useState(NEW);
  const [kind, setKind] = useState('existing');
  const portfolios = useGet('/v1/platform/portfolios');
  const link = useSend('post', '/v1/platform/agencies/{id}/numbers', {
    refreshes: ['/v1/platform/agencies/{id}/numbers', '/v1/platform/agencies', '/v1/platform/portfolios'],
  });
  const portfolioOf = (values: FormValues) => {
    const known = portfolios.data?.data.find(({ metaId }) => metaId === portfolio);
    return known ?? { metaId: values.text('portfolioId'), name: values.text('portfolioName') };
  };
  return (
    <PageBody width="reading">
      <PageHeader title={t('connect')} lead={t('connectLead')} crumbs={crumbs} />
      <AgencyOnboarding id={id} now="number" />
      <Banner title={t('signUpInstead')}>
        <TextLink to={`/platform/agencies/${id}/numbers/sign-up`}>{t('signUp')}</TextLink>
      </Banner>
      <Form
        submitLabel={t('connect')}
        cancelTo={`/platform/agencies/${id}`}
        fieldNames={{ 'portfolio.metaId': 'portfolioId', 'portfolio.name': 'portfolioName' }}
        onSubmit={async (values) => {
          const { metaId, name } = portfolioOf(values);
          const number = await link.mutateAsync({
            params: { path: { id } },
            body: {
              portfolio: { metaId, name },
              wabaId: values.text('wabaId'),
              accessToken: values.raw('accessToken').trim(),
              ...numberOf(values, kind === NEW),
            },
          });
          tellDone(t('connected'));
          await navigate(`/platform/agencies/${id}/numbers/${number.id}`);
        }}
      >
        <Portfolio chosen={portfolio} onChoose={setPortfolio} />
        <Panel title={t('account')}>
          <TextField name="wabaId" isRequired isCode label={t('wabaId')} description={t('idHint')} />
          <PasswordField
            name="accessToken"
            isRequired
            autoComplete="off"
            label={t('accessToken')}
            description={t('tokenHint')}
          />
        </Panel>
        <Panel title={t('number')}>
          <RadioGroup
            name="kind"
            label={t('whichNumber')}
            value={kind}
            onChange={setKind}
            choices={[
              { value: 'existing', label: t('existingNumber') },
              { value: NEW, label: t('newNumber') },
            ]}
          />
          {kind === NEW ? (
            <>
              <TextField
                name="countryCode"
                isRequired
                isCode
                width="short"
                inputMode="tel"
                label={t('countryCode')}
                description={t('countryCodeHint')}
              />
              <TextField
                name="nationalNumber"
                isRequired
                isCode
                width="short"
                inputMode="tel"
                label={t('nationalNumber')}
              />
              <TextField name="verifiedName" isRequired label={t('displayName')} description={t('displayNameHint')} />
            </>
          ) : (
            <TextField name="phoneNumberId" isRequired isCode label={t('phoneNumberId')} description={t('idHint')} />
          )}
        </Panel>
      </Form>
    </PageBody>
  );
}
