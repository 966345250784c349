// The two packages carry no types; this is the part of them that is used.
declare module '@citation-js/core' {
  export const plugins: {
    output: { format(name: string, items: object[], options: object): [id: string, entry: string][] }
  }
}
declare module '@citation-js/plugin-csl'
