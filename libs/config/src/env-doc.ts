export interface EnvDocOptions {
  readonly group: string;
  readonly text: string;
  /** Masked wherever the configuration is printed. */
  readonly secret?: boolean;
  /** Shown in `.env.example` when the variable has no default. */
  readonly example?: string;
}

const docs = new Map<string, EnvDocOptions>();

/** Documents one variable; `.env.example` and the table in the docs are generated from it. */
export function EnvDoc(options: EnvDocOptions): PropertyDecorator {
  return (_target, property) => {
    docs.set(String(property), options);
  };
}

export function envDocs(): ReadonlyMap<string, EnvDocOptions> {
  return docs;
}
