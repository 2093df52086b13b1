import type { NavigationClient } from '../interaction/navigation-client';
import type { LoggerOptions } from '../logger';

/** MSAL's way to name a cloud and a tenant apart from each other. */
export interface AzureCloudOptions {
  /** The address of the cloud; `none` for no choice. */
  readonly azureCloudInstance: string;
  /** Default `common`. */
  readonly tenant?: string | undefined;
}

/**
 * The part of MSAL's `Configuration` that a sign-out looks at, as MSAL users already write it.
 *
 * The result of an instance's `getConfiguration()` fits, of every MSAL major.
 */
export interface EndSessionConfiguration {
  /** What the application is at the provider. */
  readonly auth: {
    /** The application's id; without one nothing can be signed out. */
    readonly clientId: string;
    /** Default `https://login.microsoftonline.com/common`. */
    readonly authority?: string | undefined;
    /** Another Microsoft cloud than the one in `authority`. */
    readonly azureCloudOptions?: AzureCloudOptions | undefined;
    /** The provider's discovery document as text; it saves the request for it. */
    readonly authorityMetadata?: string | undefined;
    /** Where MSAL 3 and 4 keep it; MSAL 5 has it in `system`. */
    readonly protocolMode?: string | undefined;
    /** Where the provider sends people afterwards; default the current page, `null` for nowhere. */
    readonly postLogoutRedirectUri?: string | null | undefined;
    /** Sees the end-session URL before the page leaves for it; `false` keeps the page here. */
    readonly onRedirectNavigate?: ((url: string) => boolean | void) | undefined;
  };
  /** Where MSAL keeps accounts and tokens. */
  readonly cache?:
    | {
        /** `localStorage`, `memoryStorage`, or `sessionStorage`, which is the default. */
        readonly cacheLocation?: string | undefined;
        /** Where MSAL 3 and 4 have their interaction lock, as with MSAL; default `sessionStorage`. MSAL 5 has it there. */
        readonly temporaryCacheLocation?: string | undefined;
      }
    | undefined;
  /** How windows and pages are handled. */
  readonly system?:
    | {
        /** `OIDC` for a provider that is not Microsoft's; default `AAD`. */
        readonly protocolMode?: string | undefined;
        /** Where warnings go. */
        readonly loggerOptions?: LoggerOptions | undefined;
        /** Leaves the page, and moves inside the application; default by `window.location`. */
        readonly navigationClient?: NavigationClient | undefined;
        /** How long, in milliseconds, a page may take to be left; default 30,000. */
        readonly redirectNavigationTimeout?: number | undefined;
        /** Whether a page in a frame may leave for the provider; default `false`. */
        readonly allowRedirectInIframe?: boolean | undefined;
        /** Whether a popup opens blank, in the click; default `true`. MSAL 3 and 4: the opposite of `asyncPopups`. */
        readonly navigatePopups?: boolean | undefined;
        /** What MSAL 3 and 4 call the opposite of `navigatePopups`. */
        readonly asyncPopups?: boolean | undefined;
        /** How long, in milliseconds, to wait for a popup; default 60,000. MSAL 3 and 4: `windowHashTimeout`. */
        readonly popupBridgeTimeout?: number | undefined;
        /** What MSAL 3 and 4 call `popupBridgeTimeout`. */
        readonly windowHashTimeout?: number | undefined;
        /** How long, in milliseconds, to wait for the application's sign-out tasks; default 3,000. Not MSAL's. */
        readonly signOutTaskTimeout?: number | undefined;
      }
    | undefined;
}

/** Single fields of an {@link EndSessionConfiguration}, to be otherwise than elsewhere. */
export type EndSessionOverrides = {
  readonly [Section in keyof EndSessionConfiguration]?:
    Partial<NonNullable<EndSessionConfiguration[Section]>> | undefined;
};
