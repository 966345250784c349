/** A picture taken apart: what of it is shown, and what it says beside the picture. */
export type WalkedPicture = {
  shown: Uint8Array[]
  /** Blocks of EXIF, from their TIFF header on. */
  exif: Uint8Array[]
  /** XMP, IPTC, comments, texts, previews: whatever else was left out. */
  beside: Uint8Array[]
}
