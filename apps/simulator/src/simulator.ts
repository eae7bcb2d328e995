import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { AccountEvents } from './account-events.js';
import { BlockedUsers } from './blocked-users.js';
import { BusinessProfiles } from './business-profiles.js';
import { CitizenActs } from './citizen-acts.js';
import { Citizens } from './citizens.js';
import { ControlApi } from './control-api.js';
import { ConversationStarters } from './conversation-starters.js';
import { DisplayNames } from './display-names.js';
import { EventStream } from './event-stream.js';
import { Faults } from './faults.js';
import { GraphApi } from './graph-api.js';
import { createSimulatorServer } from './http-server.js';
import { InboundMessages } from './inbound-messages.js';
import { LaterRefusals } from './later-refusals.js';
import { Ledger } from './ledger.js';
import { Limits } from './limits.js';
import { Mails } from './mails.js';
import { MediaApi } from './media-api.js';
import { MediaControl } from './media-control.js';
import { MediaFaults } from './media-faults.js';
import { MediaFiles } from './media-files.js';
import { MediaNodes } from './media-nodes.js';
import { MediaUploads } from './media-uploads.js';
import { MessageSends } from './message-sends.js';
import { NewNumbers } from './new-numbers.js';
import { NumberCodes } from './number-codes.js';
import { NumberLives } from './number-life.js';
import { NumberRegistrations } from './number-registrations.js';
import { NumbersControl } from './numbers-control.js';
import { Personas } from './personas.js';
import { PhoneView } from './phone-view.js';
import { Profile } from './profile.js';
import { Scheduler } from './scheduler.js';
import { ShortLinks } from './short-links.js';
import { Signups } from './signups.js';
import { SimulatorClock } from './simulator-clock.js';
import { StaticPage } from './static-page.js';
import { StatusLadder } from './status-ladder.js';
import { Subscriptions } from './subscriptions.js';
import { TemplateBook } from './template-book.js';
import { TemplateLives } from './template-lives.js';
import { TemplateReviews } from './template-reviews.js';
import { TemplatesControl } from './templates-control.js';
import { Threads } from './threads.js';
import { UploadSessions } from './upload-sessions.js';
import { WebhookSender } from './webhook-sender.js';
import { World } from './world.js';
import { WorldControl } from './world-control.js';

export interface SimulatorOptions {
  /** 0 takes any free port. */
  readonly port: number;
  /** As `PUT /_sim/world` takes it. */
  readonly world?: unknown;
  /** How far ahead the clock begins, and who is told when it is moved. */
  readonly clock?: { readonly offsetMs: number; readonly onMove: (offsetMs: number) => void };
}

/** Meta's Cloud API in one process, with citizens' phones on the other side. */
export class Simulator {
  private constructor(
    private readonly server: Server,
    private readonly stop: () => Promise<void>,
  ) {}

  static async start(options: SimulatorOptions): Promise<Simulator> {
    const clock = new SimulatorClock(options.clock?.offsetMs);
    clock.onAdvance(() => options.clock?.onMove(clock.offsetMs));
    const { server, worldControl, stop } = assemble(clock);
    if (options.world !== undefined) worldControl.put(options.world);
    await new Promise<void>((resolve, reject) => {
      server.once('error', reject);
      server.listen(options.port, '127.0.0.1', resolve);
    });
    return new Simulator(server, stop);
  }

  get port(): number {
    return (this.server.address() as AddressInfo).port;
  }

  get url(): string {
    return `http://127.0.0.1:${this.port}`;
  }

  async close(): Promise<void> {
    await this.stop();
    const closed = new Promise((resolve) => this.server.close(resolve));
    this.server.closeAllConnections();
    await closed;
  }
}

function assemble(clock: SimulatorClock) {
  const scheduler = new Scheduler(clock);
  const events = new EventStream();
  const profile = new Profile();
  const world = new World();
  const personas = new Personas();
  const citizens = new Citizens(personas);
  const limits = new Limits();
  const faults = new Faults();
  const ledger = new Ledger();
  const threads = new Threads(events);
  const webhooks = new WebhookSender(world, faults, clock, scheduler, profile);
  const ladder = new StatusLadder(profile, citizens, personas, faults, threads, scheduler, webhooks);
  const lives = new NumberLives();
  const registrations = new NumberRegistrations(lives, clock, events);
  const names = new DisplayNames(lives, scheduler, events, webhooks);
  const newNumbers = new NewNumbers(world, names, events);
  const signups = new Signups(world, newNumbers, clock);
  const blocked = new BlockedUsers(lives, citizens, clock);
  const files = new MediaFiles(clock);
  const sends = new MessageSends({
    clock,
    profile,
    citizens,
    limits,
    faults,
    ledger,
    threads,
    ladder,
    registrations,
    blocked,
    laterRefusals: new LaterRefusals(profile, threads, files),
  });
  const mediaControl = new MediaControl(world, files);
  const inbound = new InboundMessages({
    clock,
    world,
    citizens,
    limits,
    threads,
    webhooks,
    blocked,
    media: mediaControl,
  });
  const acts = new CitizenActs({ clock, world, citizens, personas, webhooks });
  const phones = new PhoneView(world, citizens, threads, ladder);
  const worldControl = new WorldControl(world, webhooks, events);
  const numbers = new NumbersControl({ world, lives, names, signups, events, webhooks });
  const mediaFaults = new MediaFaults();
  const sessions = new UploadSessions(clock);
  const templateLives = new TemplateLives();
  const reviews = new TemplateReviews({ world, lives: templateLives, scheduler, events, webhooks });
  const book = new TemplateBook({ world, lives: templateLives, reviews, clock });
  const templates = new TemplatesControl(world, templateLives, reviews);
  const control = new ControlApi({
    clock,
    profile,
    faults,
    ledger,
    inbound,
    phones,
    worldControl,
    numbers,
    templates,
    mails: new Mails(clock),
    media: mediaControl,
    acts,
    personas,
    accounts: new AccountEvents({ world, lives, clock, events, webhooks }),
    mediaFaults,
  });
  const codes = new NumberCodes(lives, clock, events);
  const numberApi = {
    codes,
    registrations,
    names,
    newNumbers,
    blocked,
    profiles: new BusinessProfiles(lives, sessions),
    shortLinks: new ShortLinks(lives),
    starters: new ConversationStarters(lives),
  };
  const subscriptions = new Subscriptions(world);
  const mediaNodes = new MediaNodes(files, mediaFaults);
  const graph = new GraphApi({
    world,
    sends,
    subscriptions,
    lives,
    signups,
    numbers: numberApi,
    mediaNodes,
    sessions,
    templates: { book, lives: templateLives },
  });
  const uploads = new MediaUploads(files);
  const media = new MediaApi({ world, graph, files, uploads, sessions, faults: mediaFaults });
  const server = createSimulatorServer({ graph, control, events, page: new StaticPage(), media });
  const stop = async (): Promise<void> => {
    scheduler.stop();
    events.close();
    await webhooks.close();
  };
  return { server, worldControl, stop };
}
