declare module 'html-encoding-sniffer' {
  /** Gives the Encoding Standard's name of the encoding, or `defaultEncoding` as it was given. */
  export default function sniffEncoding(
    bytes: Uint8Array,
    options?: {
      xml?: boolean
      transportLayerEncodingLabel?: string
      defaultEncoding?: string
      maxPrescanBytes?: number
    },
  ): string
}
