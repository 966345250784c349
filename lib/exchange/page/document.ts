import { parseHTML } from 'linkedom'

/**
 * Parses a page into a document with a head and a body. linkedom keeps to what is written, while most pages leave out
 * some of the frame: what stands outside of head and body is moved into the body, as a browser would have it.
 * Nothing of a page is run or fetched.
 */
export function parsePage(html: string): Document {
  if (/<html[\s>]/i.test(html)) {
    const { document } = parseHTML(html)
    if (document.documentElement?.tagName === 'HTML') return framed(document)
  }
  return framed(parseHTML(`<html><head></head><body>${html}`).document)
}

const IN_HEAD = new Set(['TITLE', 'META', 'LINK', 'BASE', 'STYLE', 'SCRIPT'])

function framed(document: Document): Document {
  // Reading them makes those that are missing.
  const { head, body } = document
  const strays: ChildNode[] = []
  for (let node = document.documentElement.firstChild; node; node = node.nextSibling) {
    if (node !== head && node !== body) strays.push(node)
  }
  for (let node = document.documentElement.nextSibling; node; node = node.nextSibling) strays.push(node)
  for (const node of strays) {
    const place = node.nodeType === 1 && IN_HEAD.has((node as Element).tagName.toUpperCase()) ? head : body
    place.appendChild(node)
  }
  return document
}
