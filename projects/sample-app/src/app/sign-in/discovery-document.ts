import type { IdentityProvider } from '../../identity-provider';

/**
 * The provider's discovery document as text, empty when MSAL shall look for it itself.
 *
 * @throws TypeError when nobody answers, Error when the answer is not the document.
 */
export async function readDiscoveryDocument({
  discoveryDocumentUrl,
}: Pick<IdentityProvider, 'discoveryDocumentUrl'>): Promise<string> {
  if (discoveryDocumentUrl === undefined) return '';

  const response = await fetch(discoveryDocumentUrl);
  if (!response.ok) throw new Error(`${discoveryDocumentUrl} answered ${response.status}.`);
  return response.text();
}
