import type {} from '../pages/angular-costs';
import { digits, rotated, Samples } from '../report/figures';
import type { Outcome, Table } from '../report/outcome';
import type { Bench } from './bench';

const NONE = 'none';
const OURS = 'msal-logout';
const MSAL = 'msal-angular';
const APPLICATIONS = [NONE, OURS, MSAL];
const KINDS = { request: 200, navigation: 100 } as const;
type Kind = keyof typeof KINDS;

/** What the interceptor costs each request, and the guard each navigation. */
export async function angularCosts({ browser, site, samples: take }: Bench): Promise<Outcome> {
  const page = await browser.newPage();
  await page.goto(site.page('angular-costs'));
  await page.locator('html[data-ready]').waitFor({ state: 'attached' });
  const samples = new Samples();
  // The first round is to have the code compiled.
  for (let round = 0; round <= take(21); round++) {
    for (const kind of Object.keys(KINDS) as Kind[]) {
      for (const application of rotated(APPLICATIONS, round)) {
        const took = await page.evaluate(
          ({ kind, application, times }) => window.costs[kind](application, times),
          { kind, application, times: KINDS[kind] },
        );
        if (round > 0) samples.add(`${kind} ${application}`, took);
      }
    }
  }
  await page.close();
  const table = costs(samples);
  return {
    tables: [
      table('request', 'A request through HttpClient', 'interceptor'),
      table('navigation', 'A navigation of the Router', 'guard'),
    ],
    budgets: [],
    losses: (Object.keys(KINDS) as Kind[])
      .filter((kind) => samples.median(`${kind} ${OURS}`) > samples.median(`${kind} ${MSAL}`))
      .map((kind) => `A ${kind} costs more with msal-logout than with msal-angular.`),
  };
}

function costs(samples: Samples) {
  return (kind: Kind, title: string, part: string): Table => {
    const none = samples.median(`${kind} ${NONE}`);
    return {
      title,
      about:
        `One of ${KINDS[kind]} in a row, with an account signed in, an access token in the cache and nothing ` +
        `to wait for: neither a network nor a page to show. In µs.`,
      head: [part, 'all in all', 'of that the ' + part],
      rows: APPLICATIONS.map((application) => {
        const took = samples.median(`${kind} ${application}`);
        return [
          application,
          digits(took * 1000),
          took > none ? digits((took - none) * 1000) : 'not measurable',
        ];
      }),
    };
  };
}
