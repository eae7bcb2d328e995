import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import Provider from 'oidc-provider';

export interface DirectoryAccount {
  readonly sub: string;
  readonly email: string;
  readonly name: string;
  readonly groups: readonly string[];
  readonly email_verified?: boolean;
}

const CLIENT = { id: 'belfry', secret: 'a secret of the client, long enough' };

/** A real OpenID provider, as an agency runs one. Whoever is `current` signs in without being asked. */
export class OidcDirectory {
  current: DirectoryAccount = { sub: 'nobody', email: 'nobody@health.example.org', name: 'Nobody', groups: [] };
  readonly client = CLIENT;

  private constructor(
    readonly issuer: string,
    private readonly server: Server,
  ) {}

  static async start(redirectUri: string): Promise<OidcDirectory> {
    const { createServer } = await import('node:http');
    const server = createServer();
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const directory = new OidcDirectory(`http://127.0.0.1:${(server.address() as AddressInfo).port}`, server);
    const provider = directory.provider(redirectUri);
    const answer = provider.callback();
    server.on('request', (request, response) => {
      const interaction = (request.url ?? '').startsWith('/interaction/');
      if (!interaction) return void answer(request, response);
      const login = { accountId: directory.current.sub };
      void provider.interactionFinished(request, response, { login }, { mergeWithLastSubmission: false });
    });
    return directory;
  }

  async stop(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise<void>((resolve) => this.server.close(() => resolve()));
  }

  /** Goes where the browser was sent, signs in, and comes back with the address of the callback. */
  async signIn(redirectTo: string): Promise<URL> {
    const jar = new Map<string, string>();
    let next = new URL(redirectTo);
    for (let hops = 0; hops < 10; hops++) {
      const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join('; ');
      const response = await fetch(next, { redirect: 'manual', headers: { cookie } });
      for (const line of response.headers.getSetCookie()) {
        const [pair = ''] = line.split(';');
        jar.set(pair.slice(0, pair.indexOf('=')), pair.slice(pair.indexOf('=') + 1));
      }
      const location = response.headers.get('location');
      if (!location) throw new Error(`the directory answered ${response.status}: ${await response.text()}`);
      next = new URL(location, next);
      if (next.origin !== this.issuer) return next;
    }
    throw new Error('the directory never sent the browser back');
  }

  private provider(redirectUri: string): Provider {
    const account = () => this.current;
    return new Provider(this.issuer, {
      clients: [{ client_id: CLIENT.id, client_secret: CLIENT.secret, redirect_uris: [redirectUri] }],
      claims: { openid: ['sub'], email: ['email', 'email_verified'], profile: ['name', 'groups'] },
      conformIdTokenClaims: false,
      cookies: { keys: ['a key for the cookies of a test'] },
      features: { devInteractions: { enabled: false } },
      interactions: { url: (_ctx, interaction) => `/interaction/${interaction.uid}` },
      findAccount: (_ctx, sub) => ({ accountId: sub, claims: async () => ({ ...account(), sub }) }),
      loadExistingGrant: async (ctx) => {
        const { provider, client, session } = ctx.oidc;
        const grant = new provider.Grant({ clientId: client?.clientId, accountId: session?.accountId });
        grant.addOIDCScope('openid email profile');
        await grant.save();
        return grant;
      },
    });
  }
}
