import type { DemoTemplate } from './demo-agency.js';

/** One template with named variables and a body only, in several languages. */
export function inLanguages(
  name: string,
  category: DemoTemplate['category'],
  bodies: Readonly<Record<string, string>>,
): DemoTemplate[] {
  return Object.entries(bodies).map(([language, text]) => ({
    name,
    language,
    category,
    parameterFormat: 'NAMED',
    components: [{ type: 'BODY', text }],
  }));
}
