export const scanTypes: readonly string[] = ["image/png", "image/jpeg", "image/webp", "application/pdf"];

const largest = 64 * 1024 * 1024;

/** A first look only: Rust judges by the bytes. */
export function scanFits(file: File): boolean {
  return scanTypes.includes(file.type) && file.size <= largest;
}
