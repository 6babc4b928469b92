/** The largest file that is read: 64 MiB, some 600,000 bookings of MT940. A larger one is refused before a byte of it is read. */
export const fileBytesMax = 64 * 1024 * 1024

/** The most bookings that one file may hold. They are kept in memory, here and on the page. */
export const linesMax = 500_000

/** How many bytes are decoded and parsed between two reports of progress. */
export const chunkBytes = 256 * 1024

/** How much of the file's start is looked at to tell its format. */
export const headChars = 64 * 1024
