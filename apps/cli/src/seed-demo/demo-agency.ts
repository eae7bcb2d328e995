import type { NewAgency } from '#libs/agencies';
import type { NewPurpose } from '#libs/consent';
import type { Mode } from '#libs/kernel';
import type { TemplateComponent } from '#libs/whatsapp';

export interface DemoNumber {
  readonly mode: Mode;
  /** Meta's id, as the simulator knows it. */
  readonly phoneNumberId: string;
  /** From +44 1632 960000–960999, which Ofcom keeps for fiction. https://www.ofcom.org.uk/phones-and-broadband/phone-numbers/numbers-for-drama */
  readonly displayPhoneNumber: string;
  readonly verifiedName: string;
}

/** A template as the simulator is told. */
export interface DemoTemplate {
  readonly name: string;
  readonly language: string;
  readonly category: 'UTILITY' | 'MARKETING' | 'AUTHENTICATION';
  readonly parameterFormat: 'NAMED' | 'POSITIONAL';
  readonly components: readonly TemplateComponent[];
}

/** All that the demo makes for one agency. */
export interface DemoAgency extends Required<Pick<NewAgency, 'slug' | 'name' | 'defaultLanguage' | 'timeZone'>> {
  readonly department: string;
  readonly metaPortfolioId: string;
  readonly wabaId: string;
  readonly numbers: readonly DemoNumber[];
  readonly purposes: readonly NewPurpose[];
  readonly templates: readonly DemoTemplate[];
  /** A body that `POST /v1/messages` accepts as it stands. */
  readonly sampleMessage: Readonly<Record<string, unknown>> & { readonly to: string; readonly purpose: string };
}
