export const FOUNDATIONS: readonly (readonly string[])[];
export const FEATURES: Readonly<Record<string, readonly string[]>>;
export const APPS: Readonly<Record<string, readonly string[]>>;
export const NARROWED: readonly { from: string; lib: string; only: readonly string[] | 'types' }[];
export const WITHOUT_FRAMEWORK: { readonly libs: readonly string[]; readonly packages: readonly string[] };
export const ALLOWED_IMPORTS: Readonly<Record<string, readonly string[]>>;
