import { useTranslation } from 'react-i18next';
import type { PhoneNumber } from '../../api/types.js';
import { Banner, later, Panel, Stepper } from '../../kit/index.js';

const STEPS = ['request-code', 'verify-code', 'register'] as const;

// Most numbers are connected, and ask for nothing.
const RequestCode = later(async () => (await import('./step-forms.js')).RequestCode);
const VerifyCode = later(async () => (await import('./step-forms.js')).VerifyCode);
export const Register = later(async () => (await import('./step-forms.js')).Register);

const FORMS = { 'request-code': RequestCode, 'verify-code': VerifyCode, register: Register };

/** What is to be done until the number can send: a code is asked for, typed, and the number registered with a PIN. */
export function NumberSteps({ number }: { number: PhoneNumber }) {
  const { t } = useTranslation('numbers');
  const { nextStep } = number;
  if (!nextStep) return number.state !== 'connected' && <Banner title={t('waitingTitle')}>{t('waitingText')}</Banner>;
  const now = STEPS.indexOf(nextStep);
  const StepForm = FORMS[nextStep];
  return (
    <Panel title={t(`steps.${nextStep}`)}>
      <Stepper
        label={t('stepsLabel')}
        steps={STEPS.map((step, index) => ({
          id: step,
          label: t(`steps.${step}`),
          status: index < now ? 'done' : index === now ? 'now' : 'later',
        }))}
      />
      <p className="measure">{t(`stepMeans.${nextStep}`)}</p>
      <StepForm key={nextStep} number={number} />
    </Panel>
  );
}
