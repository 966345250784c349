import { parseWebAddress } from '../text/web-address.ts'

const DOI = /^10\.\d{4,9}(?:\.\d+)*\/\S+$/u
const RESOLVER = /^(?:dx\.|www\.)?doi\.org$/u
/** Longer names exist in no registry that is met in practice. */
const DOI_LIMIT = 500

/**
 * The normal form of a DOI: lower case (the DOI Handbook compares them so), without "doi:" or a resolver's address.
 * Null for anything that is no DOI.
 */
export function doiKey(text: string): string | null {
  const typed = text.trim()
  const url = /^(?:https?:\/\/)?(?:dx\.|www\.)?doi\.org\//iu.test(typed)
    ? parseWebAddress(/^https?:/iu.test(typed) ? typed : `https://${typed}`)
    : null
  if (url) return doiOfAddress(url)
  const doi = typed.replace(/^(?:urn\s*:\s*)?(?:doi(?:\s*:\s*|\s+)|info:doi\/)/iu, '')
  return doi.length <= DOI_LIMIT && DOI.test(doi) ? doi.toLowerCase() : null
}

/** The DOI that an address of the resolver leads to; null for other addresses. @param address as `parseWebAddress` gives it */
export function doiOfAddress(address: string): string | null {
  const url = new URL(address)
  if (!RESOLVER.test(url.hostname)) return null
  try {
    const doi = decodeURIComponent(url.pathname.slice(1))
    return doi.length <= DOI_LIMIT && DOI.test(doi) ? doi.toLowerCase() : null
  } catch {
    // A percent sign that encodes nothing.
    return null
  }
}
