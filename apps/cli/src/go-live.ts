import { platformContext } from '#libs/kernel';
import { GoLiveReviewService, type GoLiveView, type TaskView } from '#libs/onboarding';
import { actAs, type PersonProof } from './act-as.js';
import { contextOfAgency } from './agency-lookup.js';
import type { Product } from './product.js';

export async function showGoLive(product: Product, slug: string): Promise<GoLiveView> {
  const { agencyId } = await contextOfAgency(product, slug);
  return product.get(GoLiveReviewService).view(platformContext(), agencyId);
}

/** As a platform administrator who proves it: two different people approve, and the log names each. */
export async function approveGoLive(product: Product, slug: string, proof: PersonProof): Promise<GoLiveView> {
  const { agencyId } = await contextOfAgency(product, slug);
  return actAs(product, proof, (person) => product.get(GoLiveReviewService).approve(person, agencyId));
}

/** The checklist, a line each. */
export function goLiveLines({ status, progress, sections, request }: GoLiveView): string[] {
  const comments = (request?.comments ?? []).map(({ text }) => `  ${text}`);
  return [
    `${status}: ${progress.done} of ${progress.of} done`,
    ...comments,
    ...sections.flatMap(({ key, tasks }) => [key, ...tasks.flatMap(taskLines)]),
  ];
}

function taskLines({ key, status, comments }: TaskView): string[] {
  return [`  ${status.padEnd(17)} ${key}`, ...comments.map(({ text }) => `      ${text}`)];
}
