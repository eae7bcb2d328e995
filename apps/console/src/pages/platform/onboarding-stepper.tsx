import { useTranslation } from 'react-i18next';
import { useGet } from '../../api/queries.js';
import { Stepper } from '../../kit/index.js';
import { ONBOARDING_STEPS, type OnboardingStep, stepNow, stepPath, stepsDone } from './onboarding-steps.js';

interface OnboardingStepperProps {
  /** The step of the page that is open. */
  now: OnboardingStep;
  done: readonly OnboardingStep[];
  pathOf?: (step: OnboardingStep) => string;
}

/** Where an agency stands on its way to going live; it may take days, and each step can be left. */
export function OnboardingStepper({ now, done, pathOf }: OnboardingStepperProps) {
  const { t } = useTranslation('platform');
  return (
    <Stepper
      label={t('onboarding')}
      steps={ONBOARDING_STEPS.map((step) => ({
        id: step,
        label: t(`steps.${step}`),
        ...(pathOf ? { to: pathOf(step) } : {}),
        status: step === now ? 'now' : done.includes(step) ? 'done' : 'later',
      }))}
    />
  );
}

/** The same of an agency that exists, by what the server knows of it. */
export function AgencyOnboarding({ id, now }: { id: string; now?: OnboardingStep }) {
  const init = { params: { path: { id } } };
  const agency = useGet('/v1/platform/agencies/{id}', init).data;
  const numbers = useGet('/v1/platform/agencies/{id}/numbers', init).data?.data;
  const goLive = useGet('/v1/platform/agencies/{id}/go-live', init).data;
  if (!agency || !numbers || !goLive || agency.status !== 'trial') return null;
  const done = stepsDone({ agency, numbers, goLive });
  const numberId = (numbers.find(({ state }) => state === 'connected') ?? numbers[0])?.id;
  return <OnboardingStepper now={now ?? stepNow(done)} done={done} pathOf={(step) => stepPath(step, id, numberId)} />;
}
