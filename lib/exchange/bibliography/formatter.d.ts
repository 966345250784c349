// These packages carry no types; this is the part of them that is used.
declare module '@citation-js/core' {
  export const plugins: {
    /** One step of parsing by a named format; throws where the data is not of it. */
    input: { data(input: unknown, format: string): unknown }
    output: { format(name: string, items: object[], options: object): [id: string, entry: string][] }
  }
}
declare module '@citation-js/plugin-csl'
declare module '@citation-js/plugin-bibtex'
declare module '@citation-js/plugin-ris'
